import type { Inbound } from "../inbound.ts";
import type { Message } from "../message.ts";
import type { StreamLimits } from "./limits.ts";

/** A message with its place in the talk: ids grow, and `after` means a greater one. */
export type FeedItem = { readonly id: number; readonly message: Message };

/** What was said to one chat. Only messages that are due: one waiting for the end of quiet hours is not there yet. */
export type Feed = {
  readonly messagesAfter: (connection: string, chat: string, id: number, limit: number) => Promise<readonly FeedItem[]>;
  /** The newest `n`, oldest first. */
  readonly last: (connection: string, chat: string, n: number) => Promise<readonly FeedItem[]>;
  /** Calls back after every commit that put something into this chat. Gives back how to stop. */
  readonly onCommit: (connection: string, chat: string, wake: () => void) => () => void;
};

export type WebCommune = {
  readonly code: string;
  /** As people say it: "xã Phú Bình". */
  readonly name: string;
  readonly province: string;
  /** The head of the chat: "Học số Phú Bình". */
  readonly title: string;
};

/** What happened at the edge, for the metrics. */
export type WebCount = "unreadable" | "cross-site" | "stranger" | "limited" | "full" | "failed";

export type WebDeps = {
  /** Resolves once the turn is committed. "failed": the turn threw, and the person was told in a message. */
  readonly submit: (inbound: Inbound) => Promise<"done" | "full" | "failed">;
  readonly feed: Feed;
  readonly communes: () => readonly WebCommune[];
  /** PNG of a step card or of a certificate; null where there is none. */
  readonly picture: (card: string, language: string) => Promise<Uint8Array | null>;
  /** By a code as it was typed, and where from. */
  readonly certificatePicture: (typed: string, address: string) => Promise<Uint8Array | null>;
  readonly count: (what: WebCount) => void;
  readonly now: () => number;
  /** Other limits than the channel's own, for tests. */
  readonly streams?: StreamLimits | undefined;
  /** Signs who a browser is. Kept across restarts, or everybody is a stranger after one. At least 32 characters. */
  readonly secret: string;
  /** The address people use, when a proxy hides it from us. */
  readonly publicUrl?: string | undefined;
};

/** The connection of a commune's web page. */
export const webConnection = (commune: string): string => `web-${commune}`;
