import { EventEmitter, once } from "node:events";
import type { Fault, Scope } from "../zalo-oa/faults.ts";
import type { Json } from "../zalo-oa/fields.ts";
import { type Outcome, poster } from "../zalo-oa/post.ts";
import { type Answer, type Asked, serve } from "../zalo-oa/serve.ts";
import { type Batch, deliverAll } from "../zalo-oa/webhooks.ts";
import { type BotRefusal, refusalOf, refusalOfHook, wrong } from "./limits.ts";
import { payloadOf } from "./payload.ts";
import { plan } from "./plan.ts";
import { type Fetched, internet } from "./reach.ts";
import { type BotUpdate, botUpdates, chatOf } from "./updates.ts";
import { type BotDeliverOptions, type BotHook, botCaller, verificationOf } from "./webhooks.ts";

/** One request that was read, also one that a fault then hit. `on` is the method, `who` the chat. */
export type BotCall = {
  readonly on: string;
  readonly who: string | null;
  readonly token: string;
  readonly payload: Json;
};

/** A message that really reached a chat; a picture with what its address gave. */
export type BotSent = {
  readonly messageId: string;
  readonly method: string;
  readonly chat: string;
  readonly payload: Json;
  readonly photo: Fetched | null;
  readonly at: number;
};

export type BotOptions = {
  readonly token?: string;
  readonly clock?: () => number;
  /** The plan: people and messages a month, and whether what people write counts too (disputed). */
  readonly users?: number;
  readonly messages?: number;
  readonly countInbound?: boolean;
  /** Daily caps of testWebhook and setWebhook; their numbers are unpublished. */
  readonly tests?: number;
  readonly sets?: number;
  /** The HTTP status of `ok:false`: 200, or the error code itself (undocumented). */
  readonly errorStatus?: 200 | "code";
  /** `error_code` as documented, or `errorCode` as once reported. */
  readonly errors?: "snake" | "camel";
  /** getMe gives its id as a bare 19-digit number. */
  readonly numericId?: boolean;
  /** How long an idle getUpdates is held; at once unless told. An update that comes meanwhile is given. */
  readonly idle?: () => Promise<unknown>;
};

export type FakeZaloBot = {
  /** Put this where the adapter has bot-api.zaloplatforms.com. */
  readonly url: string;
  readonly token: string;
  readonly calls: readonly BotCall[];
  readonly of: (method: string) => readonly BotCall[];
  /** Resolves with the n-th call (from 1) of a method, when it comes. */
  readonly call: (method: string, n?: number) => Promise<BotCall>;
  readonly sent: readonly BotSent[];
  readonly updates: ReturnType<typeof botUpdates>;
  readonly fault: (fault: Fault, scope?: Scope) => void;
  readonly clearFaults: () => void;
  readonly counts: () => { users: number; sent: number; received: number };
  /** A public origin that in truth is on loopback, for webhooks and pictures. */
  readonly route: (from: string, to: string) => void;
  /** Makes a chat known without a message. */
  readonly meet: (chat: string) => boolean;
  /** The owner resets the token in Zalo Bot Creator; the old one is dead. */
  readonly resetToken: (token: string) => void;
  /** Sets a webhook without the rules of setWebhook, so that loopback is allowed. */
  readonly setHook: (url: string | null, secret?: string) => void;
  readonly hook: () => BotHook | null;
  readonly probe: () => Promise<Outcome>;
  /** "full" = the plan has no room for this person and nothing was posted. */
  readonly deliver: (update: BotUpdate, options?: BotDeliverOptions) => Promise<Outcome | "full">;
  readonly deliverAll: (
    updates: readonly BotUpdate[],
    options?: Batch & BotDeliverOptions,
  ) => Promise<(Outcome | "full")[]>;
  /** Puts updates where getUpdates finds them, one a call, each given once. */
  readonly queue: (...updates: BotUpdate[]) => void;
  readonly waiting: () => readonly BotUpdate[];
  readonly close: () => Promise<void>;
};

/** Our own Zalo Bot API: real HTTP on loopback, with faults on demand. Written from the reference alone. */
export const startFakeZaloBot = async (options: BotOptions = {}): Promise<FakeZaloBot> => {
  const o = { ...DEFAULTS, ...options };
  const state = { token: o.token, hook: null as BotHook | null, queue: [] as BotUpdate[] };
  const sent: BotSent[] = [];
  const events = new EventEmitter().setMaxListeners(0);
  const counters = plan(o);
  const net = internet();
  const { post, close: closePost } = poster();
  const hooks = botCaller(() => state.hook, net.locate, post);

  const refuse = ({ code, why }: BotRefusal, camel = o.errors === "camel"): Answer => ({
    status: o.errorStatus === "code" ? code : 200,
    json: JSON.stringify({ ok: false, [camel ? "errorCode" : "error_code"]: code, description: why }),
  });

  const send = async (method: string, p: Json): Promise<Answer> => {
    const bad = refusalOf(method, p);
    if (bad) return refuse(bad);
    if (typeof p.chat_id !== "string" || !counters.knows(p.chat_id)) return refuse(wrong("chat not found", 404));
    if (method === "sendChatAction") return { status: 200, json: '{"ok":true}' };
    const photo = method === "sendPhoto" ? await net.get(String(p.photo)) : null;
    if (photo && (photo.status !== 200 || !/^image\/(png|jpeg)/.test(photo.contentType)))
      return refuse(wrong("photo can not be fetched"));
    if (counters.isSpent()) return refuse(wrong("Quota exceeded", 429));
    counters.spend();
    const messageId = (sent.length + 1).toString(16).padStart(20, "fa050000");
    sent.push({ messageId, method, chat: p.chat_id, payload: p, photo, at: o.clock() });
    return ok({ message_id: messageId, date: o.clock() });
  };

  const setWebhook = async (p: Json): Promise<Answer> => {
    if (!counters.takeDaily("sets")) return refuse(wrong("Daily limit reached", 426));
    const bad = refusalOfHook(p);
    if (bad) return refuse(bad);
    state.hook = { url: String(p.url), secret: String(p.secret_token), at: o.clock() };
    // The address is kept even where the check fails.
    return ok({ ...hookInfo(), verification: verificationOf(await hooks.probe()) });
  };

  const testWebhook = async (): Promise<Answer> => {
    if (!counters.takeDaily("tests")) return refuse(wrong("Daily limit reached", 426), true);
    return ok({ ...verificationOf(await hooks.probe()), url: state.hook?.url ?? "" });
  };

  const getUpdates = async (): Promise<Answer> => {
    if (state.hook) return refuse(wrong("getUpdates does not work while a webhook is set"));
    if (state.queue.length === 0) await idleOrQueued();
    const update = state.queue.shift();
    return update ? ok(update) : refuse(wrong("Request timeout", 408));
  };

  const idleOrQueued = async (): Promise<void> => {
    const stop = new AbortController();
    const queued = once(events, "queued", { signal: stop.signal }).catch(() => null);
    await Promise.race([o.idle(), queued]);
    stop.abort();
  };

  const hookInfo = () => ({ url: state.hook?.url ?? "", updated_at: state.hook?.at ?? o.clock() });

  const perform = async (asked: Asked, call: BotCall): Promise<Answer> => {
    if (call.token === "") return refuse(wrong("Bad request"));
    if (call.token !== state.token) return refuse(wrong("Unauthorized", 401));
    if (asked.verb !== "GET" && asked.verb !== "POST") return refuse(wrong("Not found", 404));
    switch (call.on) {
      case "getMe":
        return {
          status: 200,
          json: `{"ok":true,"result":{"id":${o.numericId ? BOT_ID : `"${BOT_ID}"`},"account_name":"bot.fake","account_type":"BASIC","can_join_groups":false}}`,
        };
      case "getUpdates":
        return getUpdates();
      case "setWebhook":
        return setWebhook(call.payload);
      case "deleteWebhook":
        state.hook = null;
        return ok({ url: "", updated_at: o.clock() });
      case "getWebhookInfo":
        return ok(hookInfo());
      case "testWebhook":
        return testWebhook();
      case "sendMessage":
      case "sendPhoto":
      case "sendVoice":
      case "sendSticker":
      case "sendChatAction":
        return send(call.on, call.payload);
      default:
        return refuse(wrong("Not found", 404));
    }
  };

  const http = await serve<BotCall>({
    on: (path) => PATH.exec(path)?.[2] ?? "",
    note: (asked) => {
      const payload = payloadOf(asked);
      return {
        on: asked.on,
        who: typeof payload.chat_id === "string" ? payload.chat_id : null,
        token: decodeURIComponent(PATH.exec(asked.path)?.[1] ?? ""),
        payload,
      };
    },
    perform,
    refuse: (fault) => refuse(wrong(`fault ${fault.code}`, fault.code), fault.camel),
  });

  /** Someone wrote; false = the plan has no room for them. An event that names no chat counts for nobody. */
  const happen = (update: BotUpdate): boolean => {
    const chat = chatOf(update);
    return chat === null || counters.meet(chat);
  };
  const deliver = async (update: BotUpdate, how: BotDeliverOptions = {}): Promise<Outcome | "full"> =>
    happen(update) ? hooks.deliver(update, how) : "full";

  return {
    url: http.url,
    token: o.token,
    calls: http.calls,
    of: http.of,
    call: http.call,
    sent,
    updates: botUpdates(o.clock),
    fault: http.fault,
    clearFaults: http.clearFaults,
    counts: counters.counts,
    route: net.route,
    meet: counters.meet,
    resetToken: (token) => {
      state.token = token;
    },
    setHook: (url, secret = "fake-hook-secret") => {
      state.hook = url === null ? null : { url, secret, at: o.clock() };
    },
    hook: () => state.hook,
    probe: hooks.probe,
    deliver,
    deliverAll: (updates, how = {}) => deliverAll((update: BotUpdate) => deliver(update, how), updates, how),
    queue: (...updates) => {
      state.queue.push(...updates.filter(happen));
      events.emit("queued");
    },
    waiting: () => state.queue,
    close: async () => {
      closePost();
      await http.close();
    },
  };
};

const PATH = /^\/bot([^/]+)\/(\w+)$/;
const BOT_ID = "6600000000000000001";

const ok = (result: unknown): Answer => ({ status: 200, json: JSON.stringify({ ok: true, result }) });

const DEFAULTS: Required<BotOptions> = {
  token: "12345689:fake-bot",
  clock: () => 1_790_000_000_000,
  users: 50,
  messages: 3000,
  countInbound: false,
  tests: 5,
  sets: Number.POSITIVE_INFINITY,
  errorStatus: 200,
  errors: "snake",
  numericId: false,
  idle: async () => {},
};
