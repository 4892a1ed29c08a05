import type { Quiet } from "../store/turn-store.ts";

/** Viet Nam has had one offset and no summer time since 1975, so the hour of the day is plain arithmetic. */
const offsetMs = 7 * 3_600_000;
const dayMs = 24 * 3_600_000;

/** When something nobody asked for may go out: `now`, or the end of the quiet time it falls in. Epoch ms. */
export const awake = (now: number, quiet: readonly Quiet[]): number => {
  let at = now;
  // Two quiet times may touch, so the end of one is looked at again.
  for (let i = 0; i <= quiet.length; i++) {
    const end = quiet.map((q) => endOf(at, q)).find((e) => e > at);
    if (end === undefined) return at;
    at = end;
  }
  return at;
};

/** The end of this quiet time if `at` falls in it, else `at`. */
const endOf = (at: number, { from, to }: Quiet): number => {
  const day = Math.floor((at + offsetMs) / dayMs) * dayMs - offsetMs;
  const minute = (at - day) / 60_000;
  if (from <= to) return minute >= from && minute < to ? day + to * 60_000 : at;
  if (minute >= from) return day + dayMs + to * 60_000;
  return minute < to ? day + to * 60_000 : at;
};
