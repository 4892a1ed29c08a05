import { EventEmitter } from "node:events";
import type { Fault, Scope } from "../zalo-oa/faults.ts";
import { type Outcome, poster } from "../zalo-oa/post.ts";
import { serve } from "../zalo-oa/serve.ts";
import { type Batch, deliverAll } from "../zalo-oa/webhooks.ts";
import { type BotCall, type BotSent, type BotState, botApi } from "./api.ts";
import { wrong } from "./limits.ts";
import { payloadOf } from "./payload.ts";
import { plan } from "./plan.ts";
import { internet } from "./reach.ts";
import { type BotUpdate, botUpdates, chatOf } from "./updates.ts";
import { type BotDeliverOptions, type BotHook, botCaller } from "./webhooks.ts";

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
  const state: BotState = { token: o.token, hook: null, queue: [] };
  const events = new EventEmitter().setMaxListeners(0);
  const counters = plan(o);
  const net = internet();
  const { post, close: closePost } = poster();
  const hooks = botCaller(() => state.hook, net.locate, post);
  const api = botApi({ ...o, state, events, counters, get: net.get, probe: hooks.probe });

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
    perform: api.perform,
    refuse: (fault) => api.refuse(wrong(`fault ${fault.code}`, fault.code), fault.camel),
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
    sent: api.sent,
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

const DEFAULTS: Required<BotOptions> = {
  token: "12345689:fake-bot",
  clock: () => Date.UTC(2026, 10, 23, 2),
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
