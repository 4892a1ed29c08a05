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

/** The month money is counted in, as `YYYY-MM`. Viet Nam is UTC+7 all year. */
export const monthOf = (now: number): string => new Date(now + 7 * hour).toISOString().slice(0, 7);

/** Six in the morning in Viet Nam, the next one: when Zalo's night ban ends. */
export const untilMorning = (now: number): number => {
  const day = 24 * hour;
  const local = now + 7 * hour;
  const six = Math.floor(local / day) * day + 6 * hour;
  return (six > local ? six : six + day) - local;
};
