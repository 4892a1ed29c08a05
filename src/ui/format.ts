import type { Language } from "../kit/bilingual.ts";
import { dayLabel, timeLabel } from "../kit/vietnam-time.ts";

/** 5.874 in Vietnamese, 5,874 in English. */
export const number = (n: number, language: Language): string => plain[language].format(n);
/** 82,5% in Vietnamese, 82.5% in English; always one decimal, so that columns line up. */
export const percentage = (n: number, language: Language): string => `${tenths[language].format(n)}%`;
/** "14:05, 22/11/2026": a moment in Viet Nam. */
export const moment = (at: number): string => `${timeLabel(at)}, ${dayLabel(at)}`;
/** "22/11/2026" from 2026-11-22. */
export const day = (iso: string): string => iso.split("-").reverse().join("/");

/** How long somebody has waited, in the largest whole unit. */
export const waited = (ms: number, language: Language): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [n, vi, en] =
    minutes < 60
      ? [minutes, "phút", "min"]
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), "giờ", "h"]
        : [Math.floor(minutes / 1440), "ngày", "days"];
  return `${n} ${language === "vi" ? vi : en}`;
};

const plain = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };
const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const tenths = { vi: new Intl.NumberFormat("vi-VN", one), en: new Intl.NumberFormat("en-GB", one) };
