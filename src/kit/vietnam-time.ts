/** "2026-11-22": the day in Viet Nam on which a moment lies. Moments are epoch milliseconds. */
export const dayOf = (at: number): string => local(at).slice(0, 10);

/** "2026-11": the month in Viet Nam in which a moment lies. */
export const monthOf = (at: number): string => local(at).slice(0, 7);

/** 2026: the year in Viet Nam in which a moment lies. */
export const yearOf = (at: number): number => Number(local(at).slice(0, 4));

/** "22/11/2026": the day as people read it. */
export const dayLabel = (at: number): string => dayOf(at).split("-").reverse().join("/");

/** "14:05" in Viet Nam. */
export const timeLabel = (at: number): string => local(at).slice(11, 16);

/** Midnight in Viet Nam at which a day (2026-11-22) begins, or null when there is no such day. */
export const startOfDay = (day: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`) - OFFSET;
  // Date.parse takes 30 February for 2 March on some engines; what does not come back as itself is no day.
  return Number.isNaN(at) || dayOf(at) !== day ? null : at;
};

/** The moment a month begins in Viet Nam. `month` counts from 1 and may run over the end of the year. */
export const startOfMonth = (year: number, month: number): number => Date.UTC(year, month - 1, 1) - OFFSET;

/** How long it is from `at` until the clock in Viet Nam next shows this hour, in ms; never zero. */
export const untilHour = (at: number, hour: number): number => {
  const next = midnight(at) + hour * 3_600_000;
  return (next > at ? next : next + DAY) - at;
};

/** A time of day when nothing is sent that was not just asked for: minutes after midnight, may pass midnight. */
export type Quiet = { readonly from: number; readonly to: number };

/** When something nobody asked for may go out: `now`, or the end of the quiet time it falls in. */
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

/** The moment at which so much time has passed outside the quiet hours; quiet hours begin and end on whole minutes. */
export const awakeAfter = (from: number, ms: number, quiet: readonly Quiet[]): number => {
  let at = awake(from, quiet);
  for (let left = ms; left > 0; left -= MINUTE) at = awake(at + Math.min(left, MINUTE), quiet);
  return at;
};
const MINUTE = 60_000;

export const DAY = 86_400_000;

/** Asia/Ho_Chi_Minh is UTC+7 since 1975, without summer time, so the hour of the day is plain arithmetic. */
export const OFFSET = 7 * 3_600_000;

/** The end of this quiet time if `at` falls in it, else `at`. */
const endOf = (at: number, { from, to }: Quiet): number => {
  const day = midnight(at);
  const minute = (at - day) / 60_000;
  if (from <= to) return minute >= from && minute < to ? day + to * 60_000 : at;
  if (minute >= from) return day + DAY + to * 60_000;
  return minute < to ? day + to * 60_000 : at;
};

const midnight = (at: number): number => Math.floor((at + OFFSET) / DAY) * DAY - OFFSET;
const local = (at: number): string => new Date(at + OFFSET).toISOString();
