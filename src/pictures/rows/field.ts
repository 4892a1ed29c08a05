import { type Box, type Drawn, NUMBERS_X, type RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { HAND_ROOM } from "../pointer.ts";
import { HALO, pointAt, tapHighlight } from "../tap-highlight.ts";
import { measure, textLine } from "../text.ts";

const HEIGHT = 30;
/** The hand reaches over the edge: an address must be seen to its last letter, for a cut one is what frauds rely on. */
const REACH = 8;

/** A box to type in: its label above, and in it a value, dots for what is typed, or both ("09" and eight dots). */
export function field(row: RowOf<"field">, box: Box, tap: boolean): Drawn {
  const label = fitText(row.label, { width: box.width, size: 14, min: 12, lines: 3 });
  const labels = label.lines.map((text, i) =>
    textLine(text, { x: box.x, y: box.y + 18 + 17 * i }, { size: label.size, fill: palette.soft }),
  );
  const labelled = label.lines.length > 0 ? 7 + 17 * label.lines.length : 12;
  const input = { ...box, y: box.y + labelled + (tap ? HALO.y + 2 : 0) };
  const middle = input.y + HEIGHT / 2;
  const svg = [
    ...labels,
    tap ? tapHighlight(input, HEIGHT) : "",
    `<rect x="${input.x}" y="${input.y}" width="${input.width}" height="${HEIGHT}" rx="6" fill="${palette.white}" stroke="${palette.edge}" stroke-width="1.5"/>`,
    typed(row, { x: input.x + 10, y: middle, width: input.width - 20 - (tap ? HAND_ROOM - 10 - REACH : 0) }),
    tap ? pointAt({ ...input, x: input.x + REACH }, HEIGHT) : "",
  ].join("");
  const edge = box.x - (tap ? HALO.x : 0);
  return {
    svg,
    height: input.y + HEIGHT + (tap ? HALO.y : 0) - box.y,
    marks: [{ n: row.n, tap, from: { x: NUMBERS_X, y: middle }, to: { x: edge, y: middle } }],
  };
}

function typed({ value = "", dots = 0 }: { value?: string | undefined; dots?: number | undefined }, box: Box): string {
  const dotted = dotOffsets(value.length, dots);
  const room = box.width - (dotted.length > 0 ? (dotted.at(-1) ?? 0) + 12 : 0);
  const shown = fitText(value, { width: room, size: 16, min: 12, weight: 500 });
  const text = shown.lines[0] ?? "";
  const from = text === "" ? box.x + 4 : box.x + measure(text, shown.size, 500) + 6;
  const circles = dotted.map((dx) => `<circle cx="${(from + dx).toFixed(1)}" cy="${box.y}" r="3"/>`).join("");
  return (
    textLine(text, { x: box.x, y: box.y + shown.size * 0.37 }, { size: shown.size, weight: 500, fill: palette.dark }) +
    (circles ? `<g fill="${palette.dark}">${circles}</g>` : "")
  );
}

/** Numbers are read in threes from their end, so their dots stand in threes; other dots stand evenly. */
function dotOffsets(before: number, dots: number): number[] {
  const inThrees = before > 0 || dots % 3 === 0;
  return Array.from({ length: dots }, (_, i) => {
    const gaps = inThrees ? Math.floor(dots / 3) - Math.ceil((dots - i) / 3) + (dots % 3 === 0 ? 0 : 1) : 0;
    return 10 * i + 4 * gaps;
  });
}
