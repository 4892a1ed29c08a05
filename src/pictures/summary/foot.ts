import type { Summary } from "../../content/summary.ts";
import { palette } from "../palette.ts";
import { qr } from "../qr.ts";
import { textLine } from "../text.ts";
import { LEFT, RIGHT, setLines, summaryWords } from "./page.ts";

const BOTTOM = 1322;
const SIDE = 200;

/** How to get to the lesson, and small: what it stands on. */
export function foot(s: Summary): { svg: string; top: number } {
  const w = summaryWords[s.language];
  const code = qr(s.qr, LEFT, BOTTOM, SIDE);
  const x = LEFT + code.side + 32;
  const width = RIGHT - x;
  const day = (date: string): string => date.split("-").reverse().join("/");
  const more = s.moreSources > 0 ? w.more(s.moreSources) : "";
  const small = `${w.sources}: ${s.sources.join("; ")}${more}. ${w.checked(day(s.checkedOn), day(s.reviewBy))}`;
  const parts = [
    { text: w.learn(s.minutes), size: 34, weight: 700, fill: palette.dark, leading: 43 },
    { text: w.how(s.code), size: 30, weight: 500, fill: palette.dark, leading: 39 },
    { text: small, size: 22, weight: 400, fill: palette.soft, leading: 29 },
  ] as const;
  const drawn = parts.map((p) => ({ ...p, lines: setLines(p.text, { width, size: p.size, weight: p.weight }) }));
  const height = drawn.reduce((sum, p) => sum + p.lines.length * p.leading, 0) + 14;
  const top = BOTTOM - Math.max(code.side, height) - 24;
  let y = BOTTOM - Math.max(code.side, height) + Math.max(0, (code.side - height) / 2);
  let svg = `<path d="M${LEFT} ${top}H${RIGHT}" stroke="${palette.edge}" stroke-width="2"/>${code.svg}`;
  for (const { lines, size, weight, fill, leading } of drawn) {
    svg += lines
      .map((text, i) => textLine(text, { x, y: y + size * 0.95 + leading * i }, { size, weight, fill }))
      .join("");
    y += lines.length * leading + 7;
  }
  return { svg, top };
}
