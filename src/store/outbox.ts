import type { Message } from "../channels/message.ts";
import type { SendReason } from "../errors.ts";
import type { Quiet } from "../kit/vietnam-time.ts";

/** What became of a message, to be written down. */
export type SentMark =
  | { readonly id: number; readonly as: "sent"; readonly at: number; readonly externalId: string }
  | { readonly id: number; readonly as: "failed"; readonly attempts: number; readonly reason: SendReason }
  /** To be tried again. `repeats`: it may have arrived already, so the next try may reach somebody twice. */
  | {
      readonly id: number;
      readonly as: "waiting";
      readonly attempts: number;
      readonly reason: SendReason;
      readonly repeats: boolean;
      readonly at: number;
    }
  /** Kept until the person writes: the channel lets nobody write to them now. `since` = when it was tried. */
  | {
      readonly id: number;
      readonly as: "held";
      readonly since: number;
      readonly attempts: number;
      readonly reason: SendReason;
    }
  /** The chat is closed to us: its account is marked and everything waiting for it expires. */
  | {
      readonly id: number;
      readonly as: "blocked";
      readonly connection: string;
      readonly chat: string;
      readonly at: number;
    };

/** Replies and tickets, or what nobody asked for: reminders and pushes. */
export type OutboxLane = "asked" | "unasked";

/** The table of messages, as the sender knows it. */
export type Outbox = {
  /** Waiting rows of a connection in order, without their messages: a long backlog must fit in memory. */
  readonly queued: (
    connection: string,
    lane: OutboxLane,
    afterId: number,
    limit: number,
  ) => Promise<readonly OutboxRow[]>;
  /** Null when it is not to be sent any more, also because its push was stopped. */
  readonly message: (id: number) => Promise<Message | null>;
  /** All marks in one transaction. Rejects when the disk is full: they are to be given again. */
  readonly record: (marks: readonly SentMark[]) => Promise<void>;
  readonly quietOf: (commune: string) => readonly Quiet[];
};

/** One message of a web room. */
export type FeedItem = { readonly id: number; readonly message: Message };

/** The web page fetches its messages instead of being sent them. A room is a connection and the chat the cookie names. */
export type WebRoom = { readonly connection: string; readonly chat: string };
export type Feed = {
  /** Messages after an id, oldest first. */
  readonly after: (room: WebRoom, id: number, limit: number) => Promise<readonly FeedItem[]>;
  /** The last `n`, oldest first: what a reloaded page shows. */
  readonly last: (room: WebRoom, n: number) => Promise<readonly FeedItem[]>;
  readonly markSent: (ids: readonly number[], now: number) => Promise<void>;
};

/** A message waiting to be sent. `message` is null when only the row was read; ask the outbox for it. Lower priority goes first. */
export type OutboxRow = {
  readonly id: number;
  readonly commune: string;
  readonly connection: string;
  readonly account: string;
  readonly chat: string;
  readonly priority: number;
  readonly message: Message | null;
  readonly attempts: number;
  readonly dueAt: number;
};
