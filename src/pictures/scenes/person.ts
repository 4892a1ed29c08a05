import { CARD_WIDTH } from "../draw.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { drawRows } from "../rows/row.ts";
import { measure, textLine } from "../text.ts";
import type { DrawScene } from "./scene.ts";

const MIDDLE = CARD_WIDTH / 2;

/** Two people at a counter: the bar is the sign above it, rows are what to bring, say or do there. */
export const person: DrawScene = ({ bar, rows }) => {
  const numbered = rows.some((row) => row.kind !== "text" && row.n !== undefined);
  const box = numbered ? { x: 76, width: 234 } : { x: 30, width: 274 };
  const top = sign(bar);
  const floor = top.bottom + 116;
  const drawn = drawRows(rows, { ...box, y: floor + 4 });
  const height = rows.length === 0 ? floor + 10 : floor + 4 + drawn.height + 9;
  return { svg: top.svg + people(floor) + panel(floor, height) + drawn.svg, height, marks: drawn.marks };
};

function sign(text: string | undefined): { svg: string; bottom: number } {
  const words = fitText(text ?? "", { width: 270, size: 15, min: 12, lines: 2, weight: 600 });
  if (words.lines.length === 0) return { svg: "", bottom: 38 };
  const width = Math.max(...words.lines.map((part) => measure(part, words.size, 600))) * 1.02 + 32;
  const bottom = 50 + 18 * words.lines.length;
  const svg = [
    `<path d="M${MIDDLE - width / 2 + 24} 28V40M${MIDDLE + width / 2 - 24} 28V40" stroke="${palette.dark}" stroke-width="2"/>`,
    `<rect x="${(MIDDLE - width / 2).toFixed(1)}" y="39" width="${width.toFixed(1)}" height="${bottom - 39}" rx="4" fill="${palette.white}" stroke="${palette.dark}" stroke-width="2"/>`,
    ...words.lines.map((part, i) =>
      textLine(
        part,
        { x: MIDDLE, y: 58.5 + 18 * i, anchor: "middle" },
        { size: words.size, weight: 600, fill: palette.dark },
      ),
    ),
  ].join("");
  return { svg, bottom };
}

/** Drawn as if the floor were at 0, then put on it. Without uniform or emblem: it is any office, not one authority. */
const people = (floor: number): string =>
  `<g transform="translate(0 ${floor})" stroke="${palette.dark}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round">${STAFF}${RESIDENT}${COUNTER}</g>`;

const STAFF = [
  `<path d="M62 0V-34a28 26 0 0128-26h14a28 26 0 0128 26V0z" fill="${palette.brand}"/>`,
  `<path d="M90-60l7 9 7-9" fill="${palette.white}"/>`,
  `<circle cx="97" cy="-79" r="18" fill="${palette.white}"/>`,
  `<path d="M79-80a18 18 0 0135-6c-8 1-14-1-18-5-3 6-9 10-17 11z" fill="${palette.dark}"/>`,
  `<path d="M99-78v1M108-78v1M100-69q4 3 7 0" fill="none" stroke-width="2.2"/>`,
].join("");

const RESIDENT = [
  `<circle cx="254" cy="-91" r="8" fill="${palette.edge}"/>`,
  `<path d="M204 0V-32a28 26 0 0128-26h12a28 26 0 0128 26V0z" fill="${palette.bubbleEdge}"/>`,
  `<path d="M231-58l7 8 7-8" fill="${palette.white}"/>`,
  `<circle cx="238" cy="-77" r="18" fill="${palette.white}"/>`,
  `<path d="M256-77a18 18 0 00-35-6c7 0 13-1 19-5 3 6 8 10 16 11z" fill="${palette.edge}"/>`,
  `<path d="M227-76v1M236-76v1M228-67q4 3 7 0" fill="none" stroke-width="2.2"/>`,
].join("");

const COUNTER = [
  `<path d="M126-32h82V0h-82z" fill="${palette.white}"/>`,
  `<rect x="118" y="-40" width="98" height="9" rx="3" fill="${palette.bar}"/>`,
  forearm("M108-25L133-42", 142, palette.brand),
  forearm("M226-25L201-42", 192, palette.bubbleEdge),
  `<path d="M157-41l4-13h22l-4 13z" fill="${palette.white}" stroke-width="2"/>`,
  `<path d="M166-49h11M164.5-45h8" stroke-width="1.5"/>`,
].join("");

/** A sleeve with its outline, and a hand laid on the counter. A function, not a constant, since the drawings above need it first. */
function forearm(path: string, handX: number, sleeve: string): string {
  return [
    `<circle cx="${handX}" cy="-45" r="5.5" fill="${palette.white}"/>`,
    `<path d="${path}" fill="none" stroke-width="14"/>`,
    `<path d="${path}" fill="none" stroke="${sleeve}" stroke-width="9.5"/>`,
  ].join("");
}

const panel = (floor: number, height: number): string =>
  `<rect y="${floor}" width="${CARD_WIDTH}" height="${height - floor + 2}" fill="${palette.white}"/><path d="M0 ${floor}H${CARD_WIDTH}" stroke="${palette.dark}" stroke-width="3"/>`;
