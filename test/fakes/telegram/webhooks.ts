import { chatOf, type FakeUpdate } from "./updates.ts";

export type Hook = { readonly url: string; readonly secret: string | null; readonly allowed: readonly string[] | null };

/** How one update fared: the status of every try, and the method in the accepted answer, which Telegram runs. */
export type Delivery = {
  readonly statuses: readonly number[];
  readonly dropped: boolean;
  readonly method: Record<string, unknown> | null;
};

/** Calls `again` after `ms`. A test gives its own, so that the waiting of a day passes at once. */
export type Schedule = (again: () => void, ms: number) => void;

/**
 * Delivers updates as Telegram's server does: strictly in order within a chat, chats side by side, anything but 2xx again
 * after Retry-After or a doubling delay, dropped when the next try would be later than a day.
 */
export const deliverer = (
  hook: () => Hook | null,
  schedule: Schedule,
  run: (method: Record<string, unknown>) => void,
) => {
  const tails = new Map<string, Promise<Delivery>>();

  const attempt = async (update: FakeUpdate): Promise<Delivery> => {
    const statuses: number[] = [];
    let delay = 0;
    let waited = 0;
    for (;;) {
      const { status, wait, method } = await post(hook(), update);
      statuses.push(status);
      if (status >= 200 && status < 300) {
        if (method) run(method);
        return { statuses, dropped: false, method };
      }
      const ms = wait ?? delay;
      delay = Math.min(90_000, delay === 0 ? 2_000 : delay * 2);
      waited += ms;
      if (waited > DAY) return { statuses, dropped: true, method: null };
      await new Promise<void>((done) => schedule(done, ms));
    }
  };

  return (update: FakeUpdate): Promise<Delivery> => {
    const queue = chatOf(update);
    const mine = (tails.get(queue) ?? Promise.resolve()).then(() => attempt(update));
    tails.set(queue, mine);
    return mine;
  };
};

const DAY = 86_400_000;

type Posted = { status: number; wait: number | null; method: Record<string, unknown> | null };

const post = async (hook: Hook | null, update: FakeUpdate): Promise<Posted> => {
  if (!hook) return { status: 0, wait: null, method: null };
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (hook.secret) headers["x-telegram-bot-api-secret-token"] = hook.secret;
  try {
    const res = await fetch(hook.url, { method: "POST", headers, body: JSON.stringify(update) });
    const text = await res.text();
    const wait = res.headers.get("retry-after");
    return {
      status: res.status,
      wait: wait === null ? null : Math.min(3600, Number(wait)) * 1000,
      method: methodOf(text),
    };
  } catch {
    return { status: 0, wait: null, method: null };
  }
};

const methodOf = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "method" in value ? (value as Record<string, unknown>) : null; // an object, checked here
  } catch {
    return null;
  }
};
