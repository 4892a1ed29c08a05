import { type Box, type Drawn, NUMBERS_X, type RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { icon } from "../icons.ts";
import { palette } from "../palette.ts";
import { HAND_ROOM } from "../pointer.ts";
import { HALO, pointAt, tapHighlight } from "../tap-highlight.ts";
import { textLine } from "../text.ts";

const TILE = 30;
/** The hand reaches over the edge of a tapped item, for its label already gives way to an icon. */
const REACH = 8;
const LABEL_LINE = 19;
const SMALL_LINE = 17;

/** A line of a list or menu: an icon, what it says, and a smaller second text. */
export function item(row: RowOf<"item">, box: Box, tap: boolean): Drawn {
  const inset = tap ? 5 : 0;
  const left = box.x + inset + (row.icon ? TILE + 10 : 0);
  const width = box.x + box.width - left - (tap ? HAND_ROOM - REACH : 0);
  const label = fitText(row.label, { width, size: 15, min: 12, lines: 3, weight: 600 });
  const small = fitText(row.small ?? "", { width, size: 13, min: 12, lines: 2 });
  const words = LABEL_LINE * label.lines.length + SMALL_LINE * small.lines.length;
  const height = Math.max(TILE, words) + (tap ? 10 : 0);
  const face = { ...box, y: box.y + (tap ? 8 + HALO.y : 9) };
  const middle = face.y + height / 2;
  const top = middle - words / 2;
  const smallTop = top + LABEL_LINE * label.lines.length;
  const svg = [
    tap ? tapHighlight(face, height) : "",
    tap
      ? `<rect x="${face.x}" y="${face.y}" width="${face.width}" height="${height}" rx="7" fill="${palette.white}"/>`
      : "",
    row.icon ? tile(row.icon, box.x + inset, middle - TILE / 2) : "",
    ...label.lines.map((text, i) =>
      textLine(
        text,
        { x: left, y: top + 14.5 + LABEL_LINE * i },
        { size: label.size, weight: 600, fill: palette.dark },
      ),
    ),
    ...small.lines.map((text, i) =>
      textLine(text, { x: left, y: smallTop + 12.5 + SMALL_LINE * i }, { size: small.size, fill: palette.soft }),
    ),
    tap ? pointAt({ ...face, x: face.x + REACH }, height) : rule(box, face.y + height + 9),
  ].join("");
  return {
    svg,
    height: face.y + height + (tap ? HALO.y : 9) - box.y,
    marks: [
      { n: row.n, tap, from: { x: NUMBERS_X, y: middle }, to: { x: tap ? box.x - HALO.x : box.x - 4, y: middle } },
    ],
  };
}

const tile = (name: Parameters<typeof icon>[0], x: number, y: number): string =>
  `<rect x="${x}" y="${y}" width="${TILE}" height="${TILE}" rx="8" fill="${palette.bubble}" stroke="${palette.bubbleEdge}"/>${icon(name, x + 5, y + 5, TILE - 10)}`;

const rule = ({ x, width }: Box, y: number): string =>
  `<path d="M${x} ${y}h${width}" stroke="${palette.line}" stroke-width="1"/>`;
