import type { Outbox, SentMark } from "../store/outbox.ts";
import type { Clock } from "./clock.ts";
import { pace } from "./pace.ts";

/**
 * Writes down what became of messages, many in one transaction: that of the next turns, or one of their own when nobody
 * writes for a moment. `written` hears of ids once they are on the disk.
 */
export const marks = (outbox: Outbox, clock: Clock, written: (marks: readonly SentMark[]) => void) => {
  let waiting: SentMark[] = [];
  let planned: (() => void) | null = null;
  let writing: Promise<void> | null = null;

  const plan = (ms: number): void => {
    planned ??= clock.after(ms, () => {
      planned = null;
      void flush();
    });
  };
  const takeAll = (): readonly SentMark[] => {
    planned?.();
    planned = null;
    const batch = waiting;
    waiting = [];
    return batch;
  };
  const settled = (batch: readonly SentMark[], done: boolean): void => {
    if (done) return written(batch);
    // Nothing is lost by waiting: at worst a restart in between repeats these messages.
    waiting = [...batch, ...waiting];
    if (waiting.length > 0) plan(pace.marksAgainMs);
  };
  const flush = async (): Promise<void> => {
    await writing;
    const batch = takeAll();
    if (batch.length === 0) return;
    writing = outbox
      .record(batch)
      .then(
        () => settled(batch, true),
        () => settled(batch, false),
      )
      .finally(() => {
        writing = null;
      });
    return writing;
  };
  return {
    add: (mark: SentMark): void => {
      waiting.push(mark);
      plan(pace.marksMs);
    },
    flush,
    /** For a transaction about to be made anyway; `settled` says whether it was. None while earlier ones are being written. */
    take: (): readonly SentMark[] => (writing ? [] : takeAll()),
    settled,
  };
};
