import type { Summary } from "../../content/summary.ts";
import { icon } from "../icons.ts";
import { palette } from "../palette.ts";
import { textLine } from "../text.ts";
import { LEFT, RIGHT, setLines, summaryWords } from "./page.ts";

const PAD = 22;
const INSET = 132;

const looks = {
  danger: { ground: palette.dangerSoft, edge: palette.danger, head: palette.dangerText, icon: "caution" },
  warn: { ground: palette.tapSoft, edge: palette.tapText, head: palette.tapText, icon: "caution" },
  remember: { ground: palette.bubble, edge: palette.brand, head: palette.brand, icon: "idea" },
} as const;

/** The one warning, told by its sign and its word as well as by its colour. */
export function band(
  { tone, text }: NonNullable<Summary["band"]>,
  language: Summary["language"],
  size: number,
): { height: number; draw: (y: number) => string } {
  const look = looks[tone];
  const width = RIGHT - LEFT - INSET - PAD;
  const head = summaryWords[language][tone];
  const lines = setLines(text, { width, size: size, weight: 500 });
  const leading = size * 1.3;
  const height = PAD * 2 + leading * (lines.length + 1);
  const draw = (y: number): string =>
    [
      `<rect x="${LEFT}" y="${y}" width="${RIGHT - LEFT}" height="${height}" rx="12" fill="${look.ground}" stroke="${look.edge}" stroke-width="3"/>`,
      icon(look.icon, LEFT + 26, y + height / 2 - 39, 78, look.edge),
      textLine(head, { x: LEFT + INSET, y: y + PAD + size }, { size, weight: 700, fill: look.head }),
      ...lines.map((part, i) =>
        textLine(
          part,
          { x: LEFT + INSET, y: y + PAD + size + leading * (i + 1) },
          { size, weight: 500, fill: palette.dark },
        ),
      ),
    ].join("");
  return { height, draw };
}
