/** The day in Viet Nam (UTC+7, no summer time) as `2026-11-22`. */
export const shortDay = (now: number): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
