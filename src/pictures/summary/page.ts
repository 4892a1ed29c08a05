import { fitText } from "../fit.ts";
import type { FontWeight } from "../fonts.ts";

export const LEFT = 56;
export const RIGHT = 1024;

/** A text in as many lines as it needs at exactly this size: on a summary words grow smaller together, and none is cut. */
export const setLines = (
  text: string,
  { width, size, weight, prose = true }: { width: number; size: number; weight: FontWeight; prose?: boolean },
): readonly string[] => fitText(text, { width, size, min: size, lines: 40, weight, prose }).lines;

export const summaryWords = {
  vi: {
    danger: "Cẩn thận:",
    warn: "Chú ý:",
    remember: "Nhớ:",
    learn: (minutes: number) => `Học bài này: ${minutes} phút, không mất tiền`,
    how: (code: string) => `Quét mã bên cạnh, hoặc gõ ${code} cho trợ lý học số của xã.`,
    sources: "Nguồn",
    more: (n: number) => ` và ${n} nơi khác`,
    checked: (day: string, until: string) => `Kiểm ngày ${day}, xem lại trước ${until}.`,
  },
  en: {
    danger: "Careful:",
    warn: "Mind:",
    remember: "Remember:",
    learn: (minutes: number) => `Take this lesson: ${minutes} minutes, free`,
    how: (code: string) => `Scan the code, or type ${code} to the commune’s learning assistant.`,
    sources: "Sources",
    more: (n: number) => ` and ${n} more`,
    checked: (day: string, until: string) => `Checked on ${day}, to be reviewed by ${until}.`,
  },
} as const;
