import { type Box, type Drawn, NUMBERS_X, type RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { HAND_ROOM } from "../pointer.ts";
import { HALO, pointAt, tapHighlight } from "../tap-highlight.ts";
import { textLine } from "../text.ts";

const LINE = 19;

/** A button. The one to tap is dark in a yellow frame, any other is pale, so that the eye has one place to go. */
export function button(row: RowOf<"button">, box: Box, tap: boolean): Drawn {
  const room = box.width - 16 - (tap ? HAND_ROOM - 14 : 0);
  const label = fitText(row.label, { width: room, size: 16, min: 12, lines: 3, weight: 600 });
  const height = 32 + LINE * Math.max(0, label.lines.length - 1);
  const face = { ...box, y: box.y + 7 + HALO.y };
  const centre = box.x + 8 + room / 2;
  const middle = face.y + height / 2;
  const first = middle + label.size * 0.345 - (LINE / 2) * (label.lines.length - 1);
  const svg = [
    tap ? tapHighlight(face, height) : "",
    tap
      ? `<rect x="${face.x}" y="${face.y}" width="${face.width}" height="${height}" rx="7" fill="${palette.soft}"/>`
      : `<rect x="${face.x}" y="${face.y}" width="${face.width}" height="${height}" rx="7" fill="${palette.bar}" stroke="${palette.edge}" stroke-width="1.5"/>`,
    ...label.lines.map((text, i) =>
      textLine(
        text,
        { x: centre, y: first + LINE * i, anchor: "middle" },
        { size: label.size, weight: 600, fill: tap ? palette.white : palette.dark },
      ),
    ),
    tap ? pointAt(face, height) : "",
  ].join("");
  return {
    svg,
    height: face.y + height + (tap ? HALO.y : 0) - box.y,
    marks: [{ n: row.n, tap, from: { x: NUMBERS_X, y: middle }, to: { x: box.x - (tap ? HALO.x : 0), y: middle } }],
  };
}
