import type { Summary } from "../content/summary.ts";
import { FAMILY } from "./fonts.ts";
import { palette } from "./palette.ts";
import { body } from "./summary/body.ts";
import { foot } from "./summary/foot.ts";
import { head } from "./summary/head.ts";

/** Upright, as a phone shows it whole and a Zalo group does not crop it. */
export const SUMMARY = { width: 1080, height: 1350 } as const;

/** The summary of a lesson as SVG: a chalkboard with its title, the points, a warning, and the way to the lesson. */
export function summarySvg(s: Summary): string {
  const top = head(s);
  const bottom = foot(s);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SUMMARY.width}" height="${SUMMARY.height}" viewBox="0 0 ${SUMMARY.width} ${SUMMARY.height}" font-family="${FAMILY}">`,
    `<rect width="${SUMMARY.width}" height="${SUMMARY.height}" fill="${palette.white}"/>`,
    top.svg,
    body(s, top.bottom, bottom.top),
    bottom.svg,
    "</svg>",
  ].join("");
}
