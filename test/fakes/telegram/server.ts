import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, answerError, answerHalf, type FakeFault, faultList, type Scope } from "./faults.ts";
import { refusalOf } from "./limits.ts";
import { type File, multipart } from "./multipart.ts";
import type { FakeUpdate } from "./updates.ts";
import { type Delivery, deliverer, type Hook, type Schedule } from "./webhooks.ts";

/** One call a bot made. `via` tells whether it came as a request or in the answer to a webhook. */
export type Call = {
  readonly token: string;
  readonly method: string;
  readonly payload: Record<string, unknown>;
  readonly files: Readonly<Record<string, File>>;
  readonly via: "call" | "webhook";
};

export type FakeTelegram = {
  /** Put this where the bot has its API root. */
  readonly root: string;
  readonly token: string;
  readonly calls: Call[];
  /** Calls of one method, in order. */
  readonly of: (method: string) => Call[];
  /** Messages that really went out, in order. */
  readonly sent: Call[];
  readonly fault: (fault: FakeFault, scope?: Scope) => void;
  readonly clearFaults: () => void;
  /** Resolves with the n-th call (from 1) of a method, when it comes. */
  readonly call: (method: string, n?: number) => Promise<Call>;
  /** After this every file id given out so far is unknown. */
  readonly forgetFiles: () => void;
  readonly setHook: (url: string, secret: string | null) => void;
  readonly hook: () => Hook | null;
  /** Sends an update to the webhook; resolves when it was accepted or dropped. */
  readonly deliver: (update: FakeUpdate) => Promise<Delivery>;
  /** Puts an update where getUpdates finds it. */
  readonly queue: (...updates: FakeUpdate[]) => void;
  /** Updates not yet confirmed by an offset. */
  readonly waiting: () => readonly FakeUpdate[];
  readonly close: () => Promise<void>;
};

/** Our own Bot API server: real HTTP on loopback, with faults on demand. Shares no code with the channel it tests. */
export const startFakeTelegram = async ({
  token = "42:fake",
  schedule = (again) => setImmediate(again),
}: {
  token?: string;
  schedule?: Schedule;
} = {}): Promise<FakeTelegram> => {
  const events = new EventEmitter().setMaxListeners(0);
  const faults = faultList();
  const calls: Call[] = [];
  const sent: Call[] = [];
  const state = { message: 1, file: 1, hook: null as Hook | null, files: new Set<string>(), queue: [] as FakeUpdate[] };

  const note = (call: Call) => {
    calls.push(call);
    events.emit("call");
  };

  const server = createServer((req, res) => void handle(req, res).catch(() => res.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [, given, method = ""] = /^\/bot([^/]+)\/(\w+)/.exec(req.url ?? "") ?? [];
    if (faults.cutsEarly(method)) return void req.socket.destroy();
    const { payload, files } = await read(req);
    note({ token: given ?? "", method, payload, files, via: "call" });
    if (given !== token) return answerError(res, given ? 401 : 404, given ? "Unauthorized" : "Not Found");
    const fault = faults.take(method, payload.chat_id);
    if (fault?.kind === "error")
      return answerError(res, fault.status, fault.description ?? STATUS[fault.status] ?? "Error", fault.retryAfter);
    if (fault?.kind === "html")
      return void res
        .writeHead(fault.status, { ...(fault.retryAfter && { "retry-after": String(fault.retryAfter) }) })
        .end("<html>Bad Gateway</html>");
    if (fault?.kind === "silent") return;
    if (fault?.kind === "slow") await fault.until;
    const done = await perform(method, payload, files, req);
    if (fault?.kind === "reset") return void req.socket.destroy();
    if (typeof done === "string")
      return done === NO_METHOD
        ? answerError(res, 404, "Not Found")
        : answerError(res, done.startsWith("Conflict") ? 409 : 400, done);
    if (fault?.kind === "truncated") return answerHalf(res, done);
    answer(res, 200, done);
  };

  const perform = async (
    method: string,
    p: Record<string, unknown>,
    files: Record<string, File>,
    req: IncomingMessage,
  ): Promise<string | object> => {
    const refused = refusalOf(method, p);
    if (refused) return refused;
    switch (method) {
      case "sendMessage":
      case "sendPhoto": {
        const photo = method === "sendPhoto" ? fileOf(p, files) : null;
        if (photo === "") return "Bad Request: wrong remote file identifier specified: Wrong string length";
        sent.push({ token, method, payload: p, files, via: "call" });
        events.emit("call");
        const photoSizes = photo
          ? {
              photo: [
                { file_id: `${photo}s`, width: 90, height: 90 },
                { file_id: photo, width: 668, height: 480 },
              ],
            }
          : {};
        return {
          ok: true,
          result: {
            message_id: state.message++,
            date: 1_790_000_000,
            chat: { id: Number(p.chat_id), type: "private" },
            ...photoSizes,
          },
        };
      }
      case "setWebhook":
        state.hook = { url: String(p.url), secret: p.secret_token ? String(p.secret_token) : null, allowed: null };
        return { ok: true, result: true };
      case "deleteWebhook":
        state.hook = null;
        return { ok: true, result: true };
      case "getWebhookInfo":
        return {
          ok: true,
          result: {
            url: state.hook?.url ?? "",
            has_custom_certificate: false,
            pending_update_count: state.queue.length,
          },
        };
      case "sendChatAction":
      case "answerCallbackQuery":
      case "leaveChat":
      case "editMessageReplyMarkup":
      case "setMyCommands":
      case "setMyDescription":
      case "setMyShortDescription":
      case "setChatMenuButton":
        return { ok: true, result: true };
      case "getMe":
        return { ok: true, result: { id: 42, is_bot: true, first_name: "Fake", username: "fake_bot" } };
      case "getUpdates":
        return getUpdates(Number(p.offset ?? 0), Number(p.timeout ?? 0) > 0 || p.offset !== undefined, req);
      default:
        return NO_METHOD;
    }
  };

  /** Held until there is something to give, as long polling is; an offset confirms everything before it. */
  const getUpdates = async (offset: number, hold: boolean, req: IncomingMessage): Promise<string | object> => {
    if (state.hook)
      return "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    state.queue = state.queue.filter((u) => u.update_id >= offset);
    const gone = once(req.socket, "close");
    while (hold && state.queue.length === 0 && !req.socket.destroyed)
      await Promise.race([once(events, "queued"), gone]);
    return { ok: true, result: state.queue.slice(0, 100) };
  };

  const fileOf = (p: Record<string, unknown>, files: Record<string, File>): string => {
    const attached = /^attach:\/\/(.+)$/.exec(String(p.photo))?.[1];
    if (attached === undefined) return state.files.has(String(p.photo)) ? String(p.photo) : "";
    if (files[attached]?.bytes.subarray(1, 4).toString() !== "PNG") return "";
    const id = `file${state.file++}`;
    state.files.add(id);
    return id;
  };

  const deliver = deliverer(
    () => state.hook,
    schedule,
    ({ method, ...payload }) => note({ token, method: String(method), payload, files: {}, via: "webhook" }),
  );
  const of = (method: string) => calls.filter((c) => c.method === method);

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP, so never a pipe's name
    token,
    calls,
    sent,
    of,
    fault: faults.add,
    clearFaults: faults.clear,
    call: async (method, n = 1) => {
      for (;;) {
        const call = of(method)[n - 1];
        if (call) return call;
        await once(events, "call");
      }
    },
    forgetFiles: () => state.files.clear(),
    setHook: (url, secret) => {
      state.hook = { url, secret, allowed: null };
    },
    hook: () => state.hook,
    deliver,
    queue: (...updates) => {
      state.queue.push(...updates);
      events.emit("queued");
    },
    waiting: () => state.queue,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};

const NO_METHOD = "no such method";
const STATUS: Readonly<Record<number, string>> = {
  400: "Bad Request: message text is empty",
  401: "Unauthorized",
  403: "Forbidden: bot was blocked by the user",
  404: "Not Found",
  429: "Too Many Requests: retry later",
  500: "Internal Server Error",
  502: "Bad Gateway",
};

const read = async (
  req: IncomingMessage,
): Promise<{ payload: Record<string, unknown>; files: Record<string, File> }> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding is set, so chunks are buffers
  const body = Buffer.concat(chunks);
  const boundary = /boundary=(.+)$/.exec(req.headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return { payload: body.length > 0 ? JSON.parse(body.toString()) : {}, files: {} };
  const { fields, files } = multipart(body, boundary);
  const objects = ["reply_markup", "link_preview_options"];
  return {
    payload: Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, objects.includes(k) ? JSON.parse(v) : v])),
    files,
  };
};
