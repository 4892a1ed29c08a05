/** Nobody is talked to unasked for so long after they last wrote: they may be in the middle of something. */
export const activeMs = 10 * 60_000;
/** Who was busy is looked for again after so long. */
export const laterMs = 15 * 60_000;
