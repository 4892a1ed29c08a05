import type { OaEvent } from "./events.ts";
import type { Outcome, Post } from "./post.ts";
import { bytesOf, DOCUMENTED, macOf, type Variant } from "./signature.ts";

/** Calls `again` after `ms`. A test gives its own, so that the waiting of an hour passes at once. */
export type Schedule = (again: () => void, ms: number) => void;

/** Waiting before each retry: 30 s, 5, 15, 30 minutes, 1 hour. */
const RETRIES: readonly number[] = [30_000, 300_000, 900_000, 1_800_000, 3_600_000];

export type DeliverOptions = {
  readonly variant?: Partial<Variant>;
  readonly style?: "plain" | "spaced" | "escaped";
  /** Other bytes than the event's; they are signed as they are, with the event's timestamp. */
  readonly raw?: Buffer;
  /** Another header value than the right one; null = unsigned. */
  readonly signature?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** When this resolves before the answer, the caller hangs up. The documented patience is 2 seconds. */
  readonly giveUp?: Promise<unknown>;
};

/** How one event fared: every try, and whether it was lost. */
export type Delivery = { readonly tries: readonly Outcome[]; readonly lost: boolean };

export type Sender = {
  readonly appId: string;
  readonly oaId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
  readonly clock: () => number;
  readonly schedule: Schedule;
  /** Documented is a retry only where no connection could be opened; whether other failures are retried is ambiguous. */
  readonly retryOn: "no-connection" | "any";
};

/** Posts events as the OA's webhook does: signed over the raw bytes, retried five times, unsubscribed after the last. */
export const deliverer = (o: Sender, post: Post) => {
  const state = { hook: null as string | null, subscribed: true };

  const sealed = (event: OaEvent, options: DeliverOptions) => {
    const raw = options.raw ?? bytesOf(event, options.style);
    const { id, timestamp, secret } = { ...DOCUMENTED, ...options.variant };
    // Later than the body's, so that a receiver that takes the wrong one of the two fails.
    const stamp = timestamp === "header" ? String(o.clock() + 1) : String(event.timestamp);
    const mac = macOf(id === "app" ? o.appId : o.oaId, raw, stamp, secret === "oa" ? o.oaSecret : o.appSecret);
    const signature = options.signature === undefined ? mac : options.signature;
    const headers: Record<string, string> = {
      "content-type": "application/json",
      ...(timestamp === "header" && { "X-ZEvent-Timestamp": stamp }),
      ...(signature !== null && { "X-ZEvent-Signature": signature }),
      ...options.headers,
    };
    return { raw, headers };
  };

  const deliver = async (event: OaEvent, options: DeliverOptions = {}): Promise<Delivery> => {
    const { raw, headers } = sealed(event, options);
    const tries: Outcome[] = [];
    while (state.hook !== null && state.subscribed) {
      const again = tries.length === 0 ? {} : { num_retry: String(tries.length) };
      const { outcome } = await post(state.hook, { ...headers, ...again }, raw, options.giveUp);
      tries.push(outcome);
      if (outcome === 200) return { tries, lost: false };
      if (o.retryOn === "no-connection" && outcome !== "no-connection") break;
      const ms = RETRIES[tries.length - 1];
      if (ms === undefined) state.subscribed = false;
      else await new Promise<void>((done) => o.schedule(done, ms));
    }
    return { tries, lost: true };
  };

  return {
    deliver,
    /** The check on saving the address in the console: `{}` without a signature must get 200. */
    probe: async (): Promise<Outcome> =>
      state.hook === null
        ? "no-connection"
        : (await post(state.hook, { "content-type": "application/json" }, Buffer.from("{}"))).outcome,
    /** The address saved in the console; saving it also subscribes again. */
    setHook: (url: string | null): void => void Object.assign(state, { hook: url, subscribed: true }),
    subscribed: () => state.subscribed,
  };
};

/** Several events in the order the test chooses, each `copies` times; one after another, or all `atOnce`. */
export const deliverAll = async <E, D>(
  deliver: (event: E) => Promise<D>,
  events: readonly E[],
  o: Batch = {},
): Promise<D[]> => {
  const order =
    o.order === "reversed" ? events.map((_, i) => events.length - 1 - i) : (o.order ?? events.map((_, i) => i));
  const queue = order
    .flatMap((i) => Array.from({ length: o.copies ?? 1 }, () => events[i]))
    .filter((e) => e !== undefined);
  if (o.atOnce) return Promise.all(queue.map(deliver));
  const results: D[] = [];
  for (const event of queue) results.push(await deliver(event));
  return results;
};

export type Batch = {
  readonly copies?: number;
  readonly order?: "reversed" | readonly number[];
  readonly atOnce?: boolean;
};
