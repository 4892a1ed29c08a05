import type { Box, Drawn, RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { textLine } from "../text.ts";

const LINE = 19;

/** Plain words on the screen. */
export function text(row: RowOf<"text">, box: Box): Drawn {
  const words = fitText(row.text, { width: box.width, size: 14, min: 12, lines: 4, prose: true });
  const svg = words.lines
    .map((part, i) => textLine(part, { x: box.x, y: box.y + 20 + LINE * i }, { size: words.size, fill: palette.soft }))
    .join("");
  return { svg, height: words.lines.length === 0 ? 0 : 7 + LINE * words.lines.length, marks: [] };
}
