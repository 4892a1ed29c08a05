import type { Box, Drawn, RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { measure, textLine } from "../text.ts";

const LINE = 20;
const PAD = 11;

/** Words that came in: a text message, or what a caller says. The tail points at the side they came from. */
export function bubble(row: RowOf<"text">, box: Box, tail: "left" | "up" = "left"): Drawn {
  const words = fitText(row.text, { width: box.width - 2 * PAD, size: 15, min: 13, lines: 8, prose: true });
  if (words.lines.length === 0) return { svg: "", height: 0, marks: [] };
  const widest = Math.max(...words.lines.map((part) => measure(part, words.size)));
  const width = tail === "up" ? box.width : Math.min(box.width, Math.ceil(widest * 1.02) + 2 * PAD);
  const top = box.y + 12;
  const height = LINE * words.lines.length + 12;
  const svg =
    `<path d="${outline(box.x, top, width, height, tail)}" fill="${palette.bubble}" stroke="${palette.edge}" stroke-width="1.5" stroke-linejoin="round"/>` +
    words.lines
      .map((part, i) =>
        textLine(part, { x: box.x + PAD, y: top + 21 + LINE * i }, { size: words.size, fill: palette.dark }),
      )
      .join("");
  return { svg, height: 12 + height + (tail === "left" ? 4 : 0), marks: [] };
}

function outline(x: number, y: number, w: number, h: number, tail: "left" | "up"): string {
  const r = 10;
  const up = tail === "up" ? `H${x + w / 2 - 8}l8 -8l8 8` : "";
  const corner = tail === "left" ? `H${x - 5}q5 -3 5 -9` : `H${x + r}a${r} ${r} 0 0 1 ${-r} ${-r}`;
  return `M${x + r} ${y}${up}H${x + w - r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}${corner}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}
