import type { ReportDuty } from "../communes/schema.ts";
import { DAY, dayOf, startOfDay } from "../kit/vietnam-time.ts";

/** When a report falls due. Where the document names no day, `due` is null: a deadline is never invented. */
export type Due = {
  readonly duty: ReportDuty;
  readonly due: { readonly day: string; readonly daysLeft: number } | null;
  readonly lastPassed: string | null;
};

/** The duties with their next deadline, the nearest first and the undated last. */
export const dueReports = (duties: readonly ReportDuty[], now: number): Due[] =>
  duties.map((duty) => dueOf(duty, now)).sort((a, b) => (a.due?.daysLeft ?? Infinity) - (b.due?.daysLeft ?? Infinity));

const dueOf = (duty: ReportDuty, now: number): Due => {
  if (!duty.deadline) return { duty, due: null, lastPassed: null };
  const { day, month } = duty.deadline;
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  // "trước ngày 20/11": what arrives on the 20th is late.
  const on = (y: number) => dayOf(Date.UTC(y, month - 1, day) - DAY);
  const next = on(year) >= today ? on(year) : on(year + 1);
  const [from, to] = [startOfDay(today), startOfDay(next)];
  if (from === null || to === null) return { duty, due: null, lastPassed: null };
  return {
    duty,
    due: { day: next, daysLeft: Math.round((to - from) / DAY) },
    lastPassed: next === on(year) ? on(year - 1) : on(year),
  };
};
