import { type EventEmitter, once } from "node:events";
import type { Json } from "../zalo-oa/fields.ts";
import type { Outcome } from "../zalo-oa/post.ts";
import type { Answer, Asked } from "../zalo-oa/serve.ts";
import { type BotRefusal, refusalOf, refusalOfHook, wrong } from "./limits.ts";
import type { plan } from "./plan.ts";
import type { Fetched } from "./reach.ts";
import { type BotUpdate, hexId } from "./updates.ts";
import { type BotHook, verificationOf } from "./webhooks.ts";

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

export type BotState = { token: string; hook: BotHook | null; queue: BotUpdate[] };

export type BotHouse = {
  readonly clock: () => number;
  readonly errorStatus: 200 | "code";
  readonly errors: "snake" | "camel";
  readonly numericId: boolean;
  readonly idle: () => Promise<unknown>;
  readonly state: BotState;
  /** Says "queued" when an update is put into the queue. */
  readonly events: EventEmitter;
  readonly counters: ReturnType<typeof plan>;
  readonly get: (url: string) => Promise<Fetched>;
  readonly probe: () => Promise<Outcome>;
};

/** Everything the bot's host answers. */
export const botApi = (o: BotHouse) => {
  const { state, counters } = o;
  const sent: BotSent[] = [];

  const refuse = ({ code, why }: BotRefusal, camel = o.errors === "camel"): Answer => ({
    status: o.errorStatus === "code" ? code : 200,
    json: JSON.stringify({ ok: false, [camel ? "errorCode" : "error_code"]: code, description: why }),
  });

  const send = async (method: string, p: Json): Promise<Answer> => {
    const bad = refusalOf(method, p);
    if (bad) return refuse(bad);
    if (typeof p.chat_id !== "string" || !counters.knows(p.chat_id)) return refuse(wrong("chat not found", 404));
    if (method === "sendChatAction") return { status: 200, json: '{"ok":true}' };
    const photo = method === "sendPhoto" ? await o.get(String(p.photo)) : null;
    if (photo && (photo.status !== 200 || !/^image\/(png|jpeg)/.test(photo.contentType)))
      return refuse(wrong("photo can not be fetched"));
    if (counters.isSpent()) return refuse(wrong("Quota exceeded", 429));
    counters.spend();
    const messageId = hexId("fa05", sent.length + 1);
    sent.push({ messageId, method, chat: p.chat_id, payload: p, photo, at: o.clock() });
    return ok({ message_id: messageId, date: o.clock() });
  };

  const setWebhook = async (p: Json): Promise<Answer> => {
    if (!counters.takeDaily("sets")) return refuse(wrong("Daily limit reached", 426));
    const bad = refusalOfHook(p);
    if (bad) return refuse(bad);
    state.hook = { url: String(p.url), secret: String(p.secret_token), at: o.clock() };
    // The address is kept even where the check fails.
    return ok({ ...hookInfo(), verification: verificationOf(await o.probe()) });
  };

  const testWebhook = async (): Promise<Answer> => {
    if (!counters.takeDaily("tests")) return refuse(wrong("Daily limit reached", 426), true);
    return ok({ ...verificationOf(await o.probe()), url: state.hook?.url ?? "" });
  };

  const getUpdates = async (): Promise<Answer> => {
    if (state.hook) return refuse(wrong("getUpdates does not work while a webhook is set"));
    if (state.queue.length === 0) await idleOrQueued();
    const update = state.queue.shift();
    return update ? ok(update) : refuse(wrong("Request timeout", 408));
  };

  const idleOrQueued = async (): Promise<void> => {
    const stop = new AbortController();
    const queued = once(o.events, "queued", { signal: stop.signal }).catch(() => null);
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

  return { sent, perform, refuse };
};

const BOT_ID = "6600000000000000001";

const ok = (result: unknown): Answer => ({ status: 200, json: JSON.stringify({ ok: true, result }) });
