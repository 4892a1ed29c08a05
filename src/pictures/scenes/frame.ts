import { CARD_WIDTH } from "../draw.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { textLine } from "../text.ts";

/** The phone's outline begins here; the strip ends ten units above. */
const PHONE_WIDTH = 226;

/** The inside of a drawn phone: where rows start and how wide they are. With numbers it stands right, else in the middle. */
export const screen = (numbered: boolean): { left: number; x: number; width: number } => {
  const left = numbered ? 88 : (CARD_WIDTH - PHONE_WIDTH) / 2;
  return { left, x: left + 18, width: PHONE_WIDTH - 36 };
};

/** A phone whose lower end runs out of the picture. */
export const phoneFrame = (left: number, bottom: number): string =>
  `<path d="M${left} ${bottom + 4}V58a20 20 0 0120-20h186a20 20 0 0120 20V${bottom + 4}" fill="${palette.white}" stroke="${palette.dark}" stroke-width="3"/>`;

/** The title bar inside the phone, its title cut to two lines; returns where it ends. */
export function titleBar(title: string | undefined, left: number): { svg: string; bottom: number } {
  const words = fitText(title ?? "", { width: 168, size: 15, min: 12, lines: 2, weight: 600 });
  const bottom = 70 + 16 * Math.max(0, words.lines.length - 1);
  const ground = `<path d="M${left + 1.5} 58a18.5 18.5 0 0118.5-18.5h186a18.5 18.5 0 0118.5 18.5V${bottom}h-223z" fill="${palette.bar}"/>`;
  if (words.lines.length === 0) return { svg: ground + speaker(left), bottom };
  const chevron = `<path d="M${left + 22} ${(bottom + 40) / 2 - 6}l-6 6 6 6" fill="none" stroke="${palette.soft}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`;
  const lines = words.lines.map((text, i) =>
    textLine(
      text,
      { x: left + 116, y: 60.5 + 16 * i, anchor: "middle" },
      { size: words.size, weight: 600, fill: palette.dark },
    ),
  );
  return { svg: ground + chevron + lines.join(""), bottom };
}

const speaker = (left: number): string =>
  `<rect x="${left + 93}" y="52" width="40" height="5" rx="2.5" fill="${palette.edge}"/>`;
