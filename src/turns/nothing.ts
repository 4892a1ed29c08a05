import type { Decision } from "../store/turn-store.ts";

/** A turn that changes nothing and says nothing. */
export const nothing: Decision = { session: null, learner: null, message: null, writes: [], fault: null };
