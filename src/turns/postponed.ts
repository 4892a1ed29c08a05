import type { Decision } from "../store/turn-store.ts";

/** A turn that changes nothing and says nothing, but that its timer comes again then. */
export const postponed = (to: number): Decision => ({ ...nothing, writes: [{ write: "timer-postponed", to }] });

/** A turn that changes nothing and says nothing. */
export const nothing: Decision = { session: null, learner: null, message: null, writes: [], fault: null };

/** Nobody is talked to unasked for so long after they last wrote: they may be in the middle of something. */
export const activeMs = 10 * 60_000;
/** Who was busy is looked for again after so long. */
export const laterMs = 15 * 60_000;
