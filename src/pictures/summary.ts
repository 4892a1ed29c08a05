import { FAMILY } from "./fonts.ts";
import type { Icon } from "./icons.ts";
import { ink } from "./ink.ts";
import { body } from "./summary/body.ts";
import { foot } from "./summary/foot.ts";
import { head } from "./summary/head.ts";

/** What the picture of a lesson says. Every text is already in `language`. */
export type Summary = {
  language: "vi" | "en";
  /** With its kind: "xã Phú Bình"; null on a picture for anybody. */
  commune: string | null;
  title: string;
  code: string;
  minutes: number;
  /** `details`: what else may be said of it, the best first; one of them is shown if there is room, or if it is `needed`. */
  points: readonly { title: string; details: readonly string[]; needed: boolean; icon: Icon }[];
  band: { tone: "danger" | "warn" | "remember"; text: string } | null;
  sources: readonly string[];
  moreSources: number;
  /** YYYY-MM-DD */
  checkedOn: string;
  reviewBy: string;
  /** The address the QR code opens. */
  qr: string;
};

/** Raised whenever the same lesson would look different, so that nobody keeps the old picture. */
export const SUMMARY_LOOKS = 1;

/** Upright, as a phone shows it whole and a Zalo group does not crop it. */
export const SUMMARY = { width: 1080, height: 1350 } as const;

/** The summary of a lesson as SVG: a chalkboard with its title, the points, a warning, and the way to the lesson. */
export function summarySvg(s: Summary): string {
  const top = head(s);
  const bottom = foot(s);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SUMMARY.width}" height="${SUMMARY.height}" viewBox="0 0 ${SUMMARY.width} ${SUMMARY.height}" font-family="${FAMILY}">`,
    `<rect width="${SUMMARY.width}" height="${SUMMARY.height}" fill="${ink.white}"/>`,
    top.svg,
    body(s, top.bottom, bottom.top),
    bottom.svg,
    "</svg>",
  ].join("");
}
