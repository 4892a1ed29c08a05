import type { OutboxRow } from "../store/outbox.ts";

/** A row, and when it could first go by the steady clock: its age counts from there, whatever is done to the clock on the wall. */
export type Waiting = OutboxRow & { readonly since: number };

/** Replies and tickets in one lane, reminders and pushes in the other: each in order, and the first never waits for the second. */
export type Lane = {
  readonly rows: Waiting[];
  readonly asked: boolean;
  /** Stands in a queue, or a timer will put it there. */
  placed: boolean;
  /** Its first message failed and is tried again then; steady ms. */
  notBefore: number;
};

/** What waits for one chat. Only one message of a chat is ever under way, so none can overtake another. */
export type Chat = {
  readonly id: string;
  readonly lanes: readonly [Lane, Lane];
  /** The lane whose first message is under way. */
  busy: Lane | null;
  /** The channel asked to leave this chat alone until then; steady ms. */
  notBefore: number;
  pushedAt: number;
};

export const emptyChat = (id: string): Chat => ({
  id,
  lanes: [emptyLane(true), emptyLane(false)],
  busy: null,
  notBefore: Number.NEGATIVE_INFINITY,
  pushedAt: Number.NEGATIVE_INFINITY,
});

const emptyLane = (asked: boolean): Lane => ({
  rows: [],
  asked,
  placed: false,
  notBefore: Number.NEGATIVE_INFINITY,
});

export const isAsked = (row: { readonly priority: number }): boolean => row.priority < 2;
export const laneOf = (chat: Chat, row: { readonly priority: number }): Lane => chat.lanes[isAsked(row) ? 0 : 1];

/** When the first message of a lane may go. What nobody asked for also waits behind an answer that is being tried again. */
export const readyAt = (chat: Chat, lane: Lane, betweenPushesMs: number): number => {
  if (lane.asked) return Math.max(chat.notBefore, lane.notBefore);
  const [asked] = chat.lanes;
  const behind = asked.rows.length > 0 ? asked.notBefore : Number.NEGATIVE_INFINITY;
  return Math.max(chat.notBefore, lane.notBefore, behind, chat.pushedAt + betweenPushesMs);
};

/** A first-in-first-out queue that does not move its items about. */
export const queue = <T>() => {
  let items: T[] = [];
  let head = 0;
  return {
    push: (item: T): void => void items.push(item),
    peek: (): T | undefined => items[head],
    shift: (): T | undefined => {
      const item = items[head];
      head += 1;
      if (head >= items.length) {
        items = [];
        head = 0;
      } else if (head > 1_024) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    empty: (): boolean => head >= items.length,
  };
};
