import { composed } from "../../kit/text.ts";
import type { Box, CalloutMark, Drawn, RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { icon } from "../icons.ts";
import { palette } from "../palette.ts";
import { pointer } from "../pointer.ts";
import { textLine } from "../text.ts";

type Button = RowOf<"button">;

const R = 22;
const HALO_R = 29;

/** The round buttons of a call, side by side; their numbers stand above them, for a line from the left would cross one to reach the other. */
export function round(buttons: Button[], box: Box): Drawn {
  const tapped = buttons.find((b) => b.tap);
  const slot = box.width / buttons.length;
  const cy = box.y + (buttons.some((b) => b.n !== undefined) ? 86 : 44);
  const marks: CalloutMark[] = [];
  let svg = "";
  let lowest = cy + HALO_R;
  for (const [i, b] of buttons.entries()) {
    const cx = box.x + slot * (i + 0.5);
    const label = fitText(b.label, { width: slot - 6, size: 14, min: 11, lines: 2, weight: 500 });
    svg += face(b, cx, cy, b === tapped);
    svg += label.lines
      .map((text, l) =>
        textLine(
          text,
          { x: cx, y: cy + 55 + 17 * l, anchor: "middle" },
          { size: label.size, weight: 500, fill: palette.dark },
        ),
      )
      .join("");
    const reach = b === tapped ? HALO_R : R;
    marks.push({ n: b.n, tap: b === tapped, from: { x: cx, y: cy - 56 }, to: { x: cx, y: cy - reach } });
    lowest = Math.max(lowest, cy + 43 + 17 * label.lines.length);
  }
  return { svg, height: lowest - box.y, marks };
}

function face({ label }: Button, cx: number, cy: number, tap: boolean): string {
  const answers = /trả lời|nghe|nhận|bắt máy/iu.test(composed(label));
  return [
    tap
      ? `<circle cx="${cx}" cy="${cy}" r="${HALO_R}" fill="${palette.tap}" stroke="${palette.dark}" stroke-width="1.5"/>`
      : "",
    `<circle cx="${cx}" cy="${cy}" r="${R}" fill="${answers ? palette.brand : palette.danger}"/>`,
    `<g transform="rotate(${answers ? 0 : 135} ${cx} ${cy})">${icon("handset", cx - 12, cy - 12, 24, palette.white)}</g>`,
    tap ? pointer(cx + 4, cy + 3) : "",
  ].join("");
}
