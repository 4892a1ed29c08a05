import type { Mark } from "./draw.ts";
import { ink } from "./ink.ts";
import { line } from "./text.ts";

/** A number in a circle joined to what it names; yellow and a little larger for the thing to tap. */
export function callout({ n, tap, from, to }: Mark): string {
  if (n === undefined) return "";
  const r = tap ? 17 : 15;
  const size = tap ? 19 : 17;
  const join = `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="${ink.dark}" stroke-width="2"/>`;
  const circle = `<circle cx="${from.x}" cy="${from.y}" r="${r}" fill="${tap ? ink.tap : ink.white}" stroke="${ink.dark}" stroke-width="2.2"/>`;
  const number = line(
    String(n),
    { x: from.x, y: from.y + size * 0.345, anchor: "middle" },
    { size, weight: 700, fill: ink.dark },
  );
  return join + circle + number;
}
