import { accepted, refusal, refused } from "./codes.ts";
import { type Json, object, parsed } from "./fields.ts";
import { type Accepts, judge, type Seen } from "./message.ts";
import type { tokenOffice } from "./oauth.ts";
import type { Answer, Asked } from "./serve.ts";
import { uploads } from "./uploads.ts";
import type { Price, windows } from "./windows.ts";

/** One request that was read, also one that a fault then hit. `body` is the parsed JSON, the form, or null. */
export type OaCall = {
  readonly on: string;
  readonly who: string | null;
  readonly token: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | null;
  readonly contentType: string;
};

/** A message that really reached a person. */
export type OaSent = {
  readonly messageId: string;
  readonly user: string;
  readonly message: Json;
  readonly seen: Seen;
  readonly price: Price;
  readonly endpoint: "v3" | "v2";
  readonly at: number;
};

/** What can change while a test runs. `v3`/`v2`: which send endpoint works; unless told, a government OA (type 4) has v2 alone, a business one (2) v3 alone. */
export type OaSettings = Accepts & {
  readonly type: 2 | 4;
  readonly v3: boolean;
  readonly v2: boolean;
  readonly idField: "oaid" | "oa_id";
  readonly packageName: string;
};

export const OA_PATHS = {
  permission: "/v4/oa/permission",
  token: "/v4/oa/access_token",
  send: "/v3.0/oa/message/cs",
  sendOld: "/v2.0/oa/message",
  uploadImage: "/v2.0/oa/upload/image",
  oa: "/v2.0/oa/getoa",
  quota: "/v3.0/oa/quota/message",
  quotaOld: "/v2.0/oa/quota/message",
  user: "/v3.0/oa/user/detail",
} as const;

export type OaHouse = {
  readonly appId: string;
  readonly oaId: string;
  readonly callback: string;
  readonly clock: () => number;
  readonly perMinute: number;
  readonly allowance: number;
  readonly office: ReturnType<typeof tokenOffice>;
  readonly reach: ReturnType<typeof windows>;
  /** Who wrote which message. */
  readonly authors: ReadonlyMap<string, string>;
};

/** Everything the OA's hosts answer: consent, tokens, sending, uploads, info, quota. */
export const oaApi = (o: OaHouse) => {
  const { office, reach, authors } = o;
  const pictures = uploads(o.clock);
  const sent: OaSent[] = [];
  const minutes = new Map<number, number>();
  let settings: OaSettings = {
    type: 2,
    ...ENDPOINTS[2],
    buttons: "shown",
    list: false,
    unit: "utf16",
    idField: "oaid",
    packageName: "Growth",
  };

  const send = (endpoint: "v3" | "v2", body: Json | null): Answer => {
    if (body === null) return refused(refusal(-201, "body is invalid"));
    if (endpoint === "v2" && object(body.sender_action)) return react(body);
    if (!settings[endpoint]) return refused(refusal(endpoint === "v3" ? -235 : -240));
    const user = recipientOf(body, authors);
    if (user === null) return refused(refusal(-201, "user_id is invalid"));
    const message = object(body.message);
    if (!message) return refused(refusal(-201, "message is invalid"));
    const seen = judge(message, settings, pictures.refusalOf);
    if ("error" in seen) return refused(seen);
    const person = reach.person(user);
    const price = reach.priceOf(person);
    if (typeof price !== "string") return refused(price);
    const messageId = `fa05${(0xbee000000000 + sent.length + 1).toString(16)}`;
    sent.push({ messageId, user, message, seen, price, endpoint, at: o.clock() });
    return accepted({
      message_id: messageId,
      user_id: user,
      sent_time: String(o.clock()),
      ...reach.book(person, price),
    });
  };

  /** A reaction costs nothing and needs a message it reacts to. */
  const react = (body: Json): Answer => {
    const to = object(body.sender_action)?.react_message_id;
    const user = recipientOf(body, authors);
    if (user === null || typeof to !== "string" || !authors.has(to))
      return refused(refusal(-201, "react_message_id is invalid"));
    return accepted({ message_id: to, user_id: user });
  };

  const quota = (body: Json | null): Answer => {
    if (body?.quota_owner !== undefined) {
      const remain = Math.max(0, o.allowance - reach.money().plan);
      return accepted([{ quota_type: "sub_quota", remain: String(remain), total: String(o.allowance) }]);
    }
    const user = typeof body?.user_id === "string" ? reach.people.get(body.user_id) : undefined;
    if (!user) return refused(refusal(-201, "user_id is invalid"));
    const promotion = { daily_remain: "0", daily_total: "0", monthly_remain: "0", monthly_total: "0" };
    return accepted({
      last_interaction: String(user.interactedAt ?? 0),
      cs_reply: { remain: "8", total: "8" },
      promotion,
    });
  };

  const userDetail = (data: string | null): Answer => {
    const id = parsed(data ?? "")?.user_id;
    const person = typeof id === "string" ? reach.people.get(id) : undefined;
    if (typeof id !== "string" || !person) return refused(refusal(-201, "user_id is invalid"));
    return accepted({
      user_id: id,
      user_id_by_app: `77${id.slice(2)}`,
      display_name: "Người mẫu",
      user_alias: "",
      user_is_follower: person.follower,
      user_last_interaction_date: dayOf(person.interactedAt ?? 0),
      is_sensitive: false,
    });
  };

  const oaInfo = (): Answer =>
    accepted({
      [settings.idField]: o.oaId,
      name: "OA mẫu",
      is_verified: true,
      oa_type: settings.type,
      num_follower: [...reach.people.values()].filter((p) => p.follower).length,
      package_name: settings.packageName,
      package_valid_through_date: "31/12/2099",
      linked_ZCA: "fake-zca",
    });

  const permission = (query: URLSearchParams): Answer => {
    if (query.get("app_id") !== o.appId) return refused(refusal(-14002, "Invalid app id"));
    if (query.get("redirect_uri") !== o.callback) return refused(refusal(-14003, "Invalid redirect uri"));
    const state = query.get("state");
    const back = new URLSearchParams({
      code: office.consent(query.get("code_challenge")),
      oa_id: o.oaId,
      ...(state !== null && { state }),
    });
    return { status: 302, json: "", headers: { location: `${o.callback}?${back}` } };
  };

  const route = (asked: Asked, body: Json | null): Answer => {
    switch (`${asked.verb} ${asked.on}`) {
      case `POST ${OA_PATHS.send}`:
        return send("v3", body);
      case `POST ${OA_PATHS.sendOld}`:
        return send("v2", body);
      case `POST ${OA_PATHS.uploadImage}`:
        return pictures.receive(asked);
      case `POST ${OA_PATHS.quota}`:
      case `POST ${OA_PATHS.quotaOld}`:
        return quota(body);
      case `GET ${OA_PATHS.oa}`:
        return oaInfo();
      case `GET ${OA_PATHS.user}`:
        return userDetail(asked.query.get("data"));
      default:
        return { status: 404, json: "{}" };
    }
  };

  /** Everything behind the access token and the rate of the application. */
  const behindToken = (asked: Asked, call: OaCall): Answer => {
    const minute = Math.floor(o.clock() / 60_000);
    const count = (minutes.get(minute) ?? 0) + 1;
    minutes.set(minute, count);
    const headers = {
      "X-RateLimit-Limit": String(o.perMinute),
      "X-RateLimit-Remain": String(Math.max(0, o.perMinute - count)),
    };
    const bad = office.refusalOf(call.token) ?? (count > o.perMinute ? refusal(-32) : null);
    return { ...(bad ? refused(bad) : route(asked, call.body)), headers };
  };

  return {
    sent,
    uploads: pictures.kept,
    set: (changed: Partial<OaSettings>): void => {
      settings = { ...settings, ...(changed.type && ENDPOINTS[changed.type]), ...changed };
    },
    perform: (asked: Asked, call: OaCall): Answer => {
      if (asked.on === OA_PATHS.permission) return permission(asked.query);
      if (asked.on !== OA_PATHS.token) return behindToken(asked, call);
      if (asked.verb !== "POST") return { status: 404, json: "{}" };
      const answer = office.exchange(
        call.contentType,
        asked.headers.secret_key,
        new URLSearchParams(asked.raw.toString()),
      );
      return { status: 200, json: JSON.stringify(answer) };
    },
    note: (asked: Asked): OaCall => noteOf(asked, authors),
  };
};

const ENDPOINTS = { 2: { v3: true, v2: false }, 4: { v3: false, v2: true } } as const;

const dayOf = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10).split("-").reverse().join("/");

const noteOf = (asked: Asked, authors: ReadonlyMap<string, string>): OaCall => {
  const contentType = asked.headers["content-type"] ?? "";
  const form = contentType.startsWith("application/x-www-form-urlencoded");
  const text = asked.raw.toString();
  const body = form
    ? Object.fromEntries(new URLSearchParams(text))
    : contentType.startsWith("application/json")
      ? parsed(text)
      : null;
  const token = asked.headers.access_token;
  return {
    on: asked.on,
    who: body === null ? null : recipientOf(body, authors),
    token: typeof token === "string" ? token : null,
    query: Object.fromEntries(asked.query),
    body,
    contentType,
  };
};

/** By id, or by a message this person sent. An id that came as a number has already lost its last digits. */
const recipientOf = (body: Json, authors: ReadonlyMap<string, string>): string | null => {
  const recipient = object(body.recipient);
  if (typeof recipient?.user_id === "string" && /^\d+$/.test(recipient.user_id)) return recipient.user_id;
  return typeof recipient?.message_id === "string" ? (authors.get(recipient.message_id) ?? null) : null;
};
