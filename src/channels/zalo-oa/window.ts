import { untilHour } from "../../kit/vietnam-time.ts";

/** What writing to somebody costs who was last there so long ago. */
export type Window = "free" | "billed" | "closed";

const hour = 3_600_000;
/** Our clock and Zalo's differ, and `seen` is kept to the minute: the last moments of a window are not relied upon. */
const margin = 5 * 60_000;
export const freeMs = 48 * hour - margin;
export const billedMs = 7 * 24 * hour - margin;

/** ≤ 48 hours free, ≤ 7 days billed (Zalo's terms for consultation messages from 2026), later not at all. Epoch ms. */
export const windowOf = (seenAt: number, now: number): Window => {
  const age = now - seenAt;
  return age <= freeMs ? "free" : age <= billedMs ? "billed" : "closed";
};

/** How long it is until Zalo's night ban ends: the next six in the morning, in ms. */
export const untilMorning = (now: number): number => untilHour(now, 6);
