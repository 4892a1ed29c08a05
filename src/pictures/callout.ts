import { pointLetter } from "../content/card.ts";
import type { CalloutMark } from "./draw.ts";
import { palette } from "./palette.ts";
import { textLine } from "./text.ts";

/** A letter in a circle joined to what it names; yellow and a little larger for the thing to tap. */
export function callout({ n, tap, from, to }: CalloutMark): string {
  if (n === undefined) return "";
  const r = tap ? 17 : 15;
  const size = tap ? 19 : 17;
  const join = `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="${palette.dark}" stroke-width="2"/>`;
  const circle = `<circle cx="${from.x}" cy="${from.y}" r="${r}" fill="${tap ? palette.tap : palette.white}" stroke="${palette.dark}" stroke-width="2.2"/>`;
  const number = textLine(
    pointLetter(n),
    { x: from.x, y: from.y + size * 0.345, anchor: "middle" },
    { size, weight: 700, fill: palette.dark },
  );
  return join + circle + number;
}
