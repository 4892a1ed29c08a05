import type { Conditional, Loaded, StoppedChat, Timer, Undone, Write } from "../../turn-store.ts";

/** The turn a row is written for. `switched` is set by the writes that change who learns on the account. */
export type Frame = {
  readonly loaded: Loaded;
  readonly timer: Timer | null;
  readonly now: number;
  readonly id: () => string;
  readonly stopped: StoppedChat[];
  /** Timers of other people to be fired in this very transaction: what is said to somebody must not wait for the clock. */
  readonly soon: Timer[];
  /** Somebody else learns on the account now. */
  switched: boolean;
};

/** One kind of write, prepared once. */
export type Writer<K extends Write["write"]> = (
  write: Extract<Write, { write: K }>,
  frame: Frame,
) => K extends Conditional ? Undone | typeof done : void;
/** A conditional write that was done. It has to be said: whoever leaves early must say why. */
export const done = "done";
