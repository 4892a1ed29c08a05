import type { ZaloStore } from "../channels/zalo-oa/deps.ts";

export type { Learnt, LearntStore, MoneyStore, Pair, Refused, TokenStore } from "../channels/zalo-oa/deps.ts";

/** What Zalo OA connections keep, and what they ask about people. */
export type Zalo = ZaloStore & {
  readonly seen: (connection: string, chat: string) => number | null;
  /** Uploaded pictures not older than `since`. */
  readonly upload: (connection: string, key: string, since: number) => string | null;
};
