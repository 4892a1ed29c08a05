import { pace } from "./pace.ts";

/**
 * How one connection is doing. After a trouble everything waits, once for all: however many messages fail together, they
 * are one trouble. Then it is asked whether it answers, one message goes, and with each that gets through twice as many
 * may go at once. Times in ms of a clock that is never set back.
 */
export const breaker = (random: () => number) => {
  let room: number = pace.inFlight;
  let troubles = 0;
  let unanswered = 0;
  let troubledAt = Number.NEGATIVE_INFINITY;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let restUntil = Number.NEGATIVE_INFINITY;
  let resumedAt = Number.NEGATIVE_INFINITY;
  let inARow = 0;
  let doubtful = false;

  /** `named`: how long the channel itself asked us to wait. */
  const troubled = (began: number, now: number, named: number): void => {
    // It went off before the mending, so it says nothing of it.
    if (began < resumedAt) return;
    restUntil = Math.max(restUntil, now + named);
    // It was under way already when the trouble was noticed.
    if (began <= troubledAt) return;
    troubles += 1;
    inARow = 0;
    room = 1;
    doubtful = true;
    troubledAt = now;
    restUntil = Math.max(restUntil, now + backoff(troubles, pace.firstRetryMs, pace.longestRestMs, random));
  };

  return {
    /** How many messages may be under way together. */
    room: (): number => room,
    /** Ms to wait before anything may go; 0: now. */
    wait: (now: number): number => Math.max(0, restUntil - now),
    /** Whether it must be asked before a message is risked. */
    doubtful: (): boolean => doubtful,
    troubled,
    /** A message failed in a way that may be its own fault. */
    stumbled: (began: number, now: number): void => {
      if (answeredAt > began) return;
      inARow += 1;
      if (inARow >= pace.failuresInARow) troubled(began, now, 0);
    },
    /** A message was lost: the connection's trouble unless another got through meanwhile. */
    lost: (began: number, now: number): void => {
      if (answeredAt <= began) troubled(began, now, 0);
    },
    /** Asked and not answered. */
    silent: (began: number, now: number): void => {
      if (began < resumedAt) return;
      unanswered += 1;
      restUntil = now + backoff(unanswered, pace.firstRetryMs, pace.longestAskMs, random);
    },
    /** Somebody mended what the trouble was: it is asked at once. */
    resumed: (now: number): void => {
      resumedAt = now;
      restUntil = Number.NEGATIVE_INFINITY;
      troubles = 0;
      unanswered = 0;
    },
    /** Asked and answered: a message may be risked. */
    answers: (): void => {
      unanswered = 0;
      doubtful = false;
    },
    /** A message that went off at `began` got through, or was judged by the product itself. */
    well: (began: number, now: number): void => {
      answeredAt = now;
      inARow = 0;
      if (began <= troubledAt) return;
      troubles = 0;
      doubtful = false;
      room = Math.min(pace.inFlight, room * 2);
    },
  };
};

/** Twice as long each time up to `longest`, and never at the same moment as all the others. `attempt` from 1, `random` 0 ≤ x < 1. */
export const backoff = (attempt: number, first: number, longest: number, random: () => number): number =>
  // 2 ** 1024 is Infinity; min makes it the longest.
  Math.round(Math.min(longest, first * 2 ** (attempt - 1)) * (0.75 + random() / 2));
