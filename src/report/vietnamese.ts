import type { Period } from "../kit/period.ts";
import { dayLabel, monthOf, timeLabel } from "../kit/vietnam-time.ts";
import { number, percentage } from "../ui/format.ts";

/** 2.492: as an administrative text writes it. */
export const people = (n: number): string => number(n, "vi");
export const share = (n: number): string => percentage(n, "vi");
/** 38,5: in a column whose head says percent. */
export const bareShare = (n: number): string => percentage(n, "vi").replace("%", "");

/** "tháng 11 năm 2026", inside a sentence. */
export const periodInWords = ({ kind, from, to }: Period): string => {
  const [year = "", month = ""] = monthOf(from).split("-");
  const m = Number(month);
  switch (kind) {
    case "month":
      return `tháng ${m} năm ${year}`;
    case "quarter":
      return `quý ${["I", "II", "III", "IV"][Math.ceil(m / 3) - 1] ?? ""} năm ${year}`;
    case "half-year":
      return `6 tháng ${m < 7 ? "đầu" : "cuối"} năm ${year}`;
    case "year":
      return `năm ${year}`;
    case "custom":
      return `từ ngày ${dayLabel(from)} đến hết ngày ${dayLabel(to - 1)}`;
  }
};

/** "hết ngày 30/11/2026" where the period is over, to the minute while it runs. */
export const upTo = (cutoff: number, { to }: Period): string =>
  cutoff >= to ? `hết ngày ${dayLabel(cutoff - 1)}` : `${timeLabel(cutoff)} ngày ${dayLabel(cutoff)}`;

/** "Xóm 1, Xóm 2 và Xóm 3". */
export const enumerated = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} và ${words.at(-1)}`;

/** The first letter large, as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
