import type { ReportDuty } from "../communes/schema.ts";
import { type Period, parsePeriod, periodAt } from "../kit/period.ts";
import { DAY, dayOf } from "../kit/vietnam-time.ts";

/**
 * The period a duty asks about now. With a day in the document it ends the day before that one ("trước ngày 20/11": the
 * 19th is the last in time); without one it is the last that ended, for half a month, and then the one that runs.
 */
export const dutyPeriod = ({ period, deadline }: Pick<ReportDuty, "period" | "deadline">, now: number): Period => {
  if (deadline) {
    const today = dayOf(now);
    const year = Number(today.slice(0, 4));
    const ends = (y: number): number => Date.UTC(y, deadline.month - 1, deadline.day) - DAY;
    const next = dayOf(ends(year)) >= today ? year : year + 1;
    const months = period === "half-year" ? 6 : period === "quarter" ? 3 : period === "month" ? 1 : 12;
    const from = Date.UTC(next, deadline.month - 1 - months, deadline.day);
    const found = parsePeriod(`${utcDay(from)}..${utcDay(ends(next))}`);
    if (found) return found;
  }
  const kind = period === "unstated" ? "quarter" : period;
  const running = periodAt(kind, now);
  return now - running.from < HALF_A_MONTH ? periodAt(kind, running.from - 1) : running;
};

const HALF_A_MONTH = 15 * DAY;
const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
