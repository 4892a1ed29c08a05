import type { Mark, Outbox } from "../store/outbox.ts";
import type { Clock } from "./clock.ts";
import { pace } from "./pace.ts";

/** Writes down what became of messages, many in one transaction. `written` hears of ids once they are on the disk. */
export const marks = (outbox: Outbox, clock: Clock, written: (marks: readonly Mark[]) => void) => {
  let waiting: Mark[] = [];
  let planned: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  const plan = (ms: number): void => {
    planned ??= clock.after(ms, () => {
      planned = null;
      void flush();
    });
  };
  const flush = (): Promise<void> => {
    planned?.();
    planned = null;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return writing;
    writing = writing
      .then(() => outbox.record(batch))
      .then(
        () => written(batch),
        () => {
          // Nothing is lost by waiting: at worst a restart in between repeats these messages.
          waiting = [...batch, ...waiting];
          plan(pace.marksAgainMs);
        },
      );
    return writing;
  };
  return {
    add: (mark: Mark): void => {
      waiting.push(mark);
      plan(pace.marksMs);
    },
    flush,
  };
};
