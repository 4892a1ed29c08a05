import type { ZaloStore } from "../channels/zalo-oa/deps.ts";

export type { Learnt, LearntStore, MoneyStore, Pair, TokenStore } from "../channels/zalo-oa/deps.ts";

/** When somebody was last there, epoch ms, and through which connection. */
export type LastSeen = { readonly connection: string; readonly seenAt: number };

/** What Zalo OA connections keep, and what they ask about people. */
export type Zalo = ZaloStore & {
  readonly seen: (connection: string, chat: string) => number | null;
  /** Those of the accounts that are on a Zalo OA. */
  readonly lastSeen: (commune: string, accounts: readonly string[]) => readonly LastSeen[];
  /** Uploaded pictures not older than `since`. */
  readonly upload: (connection: string, key: string, since: number) => string | null;
};
