import type { OutboxRow } from "../store/turn-store.ts";

/** Replies and tickets in one lane, reminders and pushes in the other: each in order, and the first never waits for the second. */
export type Lane = {
  readonly rows: OutboxRow[];
  readonly asked: boolean /** Stands in a queue, or a timer will put it there. */;
  placed: boolean;
};

/** What waits for one chat. Only one message of a chat is ever under way, so none can overtake another. */
export type Chat = {
  readonly id: string;
  readonly lanes: readonly [Lane, Lane];
  busy: boolean /** Not before this, epoch ms: the channel asked to wait. */;
  notBefore: number;
  pushedAt: number;
};

export const emptyChat = (id: string): Chat => ({
  id,
  lanes: [
    { rows: [], asked: true, placed: false },
    { rows: [], asked: false, placed: false },
  ],
  busy: false,
  notBefore: 0,
  pushedAt: 0,
});

export const laneOf = (chat: Chat, row: { readonly priority: number }): Lane => chat.lanes[row.priority < 2 ? 0 : 1];

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
