import { DAY, dayLabel, monthOf, startOfDay, startOfMonth } from "./vietnam-time.ts";

/** A window of time that is reported on: half-open, [from, to), epoch milliseconds. */
export type Period = {
  /** As it stands in an address: 2026-11 · 2026-q4 · 2026-h2 · 2026 · 2026-11-01..2026-11-22 */
  readonly key: string;
  readonly kind: PeriodKind;
  readonly from: number;
  readonly to: number;
};
export type PeriodKind = "month" | "quarter" | "half-year" | "year" | "custom";

/** The period an address names, or null when it names none. Custom days are both inside the window. */
export const parsePeriod = (key: string): Period | null => {
  const year = key.match(/^(\d{4})$/);
  if (year) return span(key, "year", Number(year[1]), 1, 12);
  const month = key.match(/^(\d{4})-(\d{2})$/);
  if (month && within(Number(month[2]), 12)) return span(key, "month", Number(month[1]), Number(month[2]), 1);
  const quarter = key.match(/^(\d{4})-q([1-4])$/);
  if (quarter) return span(key, "quarter", Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  const half = key.match(/^(\d{4})-h([12])$/);
  if (half) return span(key, "half-year", Number(half[1]), Number(half[2]) * 6 - 5, 6);
  const days = key.match(/^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/);
  if (!days?.[1] || !days[2]) return null;
  const from = startOfDay(days[1]);
  const last = startOfDay(days[2]);
  return from === null || last === null || last < from ? null : { key, kind: "custom", from, to: last + DAY };
};

/** The period of that kind in which a moment lies. */
export const periodAt = (kind: Exclude<PeriodKind, "custom">, at: number): Period => {
  const [year, month] = yearMonth(at);
  switch (kind) {
    case "month":
      return span(`${pad(year, 4)}-${pad(month, 2)}`, kind, year, month, 1);
    case "quarter": {
      const n = Math.ceil(month / 3);
      return span(`${pad(year, 4)}-q${n}`, kind, year, n * 3 - 2, 3);
    }
    case "half-year": {
      const n = Math.ceil(month / 6);
      return span(`${pad(year, 4)}-h${n}`, kind, year, n * 6 - 5, 6);
    }
    case "year":
      return span(pad(year, 4), kind, year, 1, 12);
  }
};

/** The `count` months that end with the one of `at`, oldest first. */
export const lastMonths = (at: number, count: number): Period[] => {
  const months = [periodAt("month", at)];
  while (months.length < count) {
    const first = months[0];
    if (!first) break;
    months.unshift(periodAt("month", first.from - 1));
  }
  return months;
};

/** What people read: "Tháng 11/2026" · "Quý IV/2026" · "6 tháng cuối năm 2026" · "Năm 2026" · "01/11–22/11/2026". */
export const periodLabel = (
  { kind, from, to }: Pick<Period, "kind" | "from" | "to">,
  language: "vi" | "en",
): string => {
  const [year, month] = yearMonth(from);
  const vi = language === "vi";
  switch (kind) {
    case "month":
      return vi ? `Tháng ${month}/${year}` : `${MONTHS[month - 1] ?? month} ${year}`;
    case "quarter": {
      const roman = ["I", "II", "III", "IV"][Math.ceil(month / 3) - 1] ?? "";
      return vi ? `Quý ${roman}/${year}` : `Q${Math.ceil(month / 3)} ${year}`;
    }
    case "half-year":
      if (vi) return `6 tháng ${month < 7 ? "đầu" : "cuối"} năm ${year}`;
      return `${month < 7 ? "First" : "Second"} half of ${year}`;
    case "year":
      return vi ? `Năm ${year}` : String(year);
    case "custom":
      return `${dayLabel(from)}–${dayLabel(to - 1)}`;
  }
};

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const pad = (n: number, width: number): string => String(n).padStart(width, "0");
const within = (n: number, max: number): boolean => n >= 1 && n <= max;
const yearMonth = (at: number): [number, number] => {
  const [year, month] = monthOf(at).split("-").map(Number);
  return [year ?? 0, month ?? 0];
};
const span = (key: string, kind: PeriodKind, year: number, month: number, months: number): Period => ({
  key,
  kind,
  from: startOfMonth(year, month),
  to: startOfMonth(year, month + months),
});
