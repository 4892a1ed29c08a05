import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { measure, textLine } from "../text.ts";
import type { Certificate, Words } from "./words.ts";

const MIDDLE = 600;

/** Who records it, the title, and the learner's name on the lines of an exercise book. */
export function head(c: Certificate, words: Words): string {
  return [
    issuer(words),
    c.sample ? tag(words.sample) : "",
    textLine(
      words.title,
      { x: MIDDLE, y: 180.5, anchor: "middle" },
      { size: 58, weight: 700, fill: palette.brand, spacing: -0.87 },
    ),
    textLine(words.to, { x: MIDDLE, y: 224.5, anchor: "middle" }, { size: 20, fill: palette.soft }),
    nameOnLines(c.name),
  ].join("");
}

function issuer(words: Words): string {
  const first = fitText(words.issuer, { width: 640, size: 20, min: 14, weight: 600 });
  const second = fitText(words.movement, { width: 640, size: 18, min: 13 });
  const [one = "", two = ""] = [first.lines[0], second.lines[0]];
  const width = Math.max(measure(one, first.size, 600), measure(two, second.size));
  const left = MIDDLE - (66 + width) / 2;
  return (
    mark(left, 58) +
    textLine(one, { x: left + 66, y: 79 }, { size: first.size, weight: 600, fill: palette.dark }) +
    textLine(two, { x: left + 66, y: 103 }, { size: second.size, fill: palette.soft })
  );
}

const mark = (x: number, y: number): string =>
  `<g transform="translate(${x.toFixed(1)} ${y}) scale(1.3)"><rect width="40" height="40" rx="9" fill="${palette.brand}"/><path d="M15 18.5h5.6V29M14.5 30.2h12" stroke="${palette.white}" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round" fill="none"/><circle cx="20.3" cy="10.5" r="4" fill="${palette.tap}"/></g>`;

/** The name on its baseline; a very long one on two, for a name cut short is not that person's name. */
function nameOnLines(text: string): string {
  const one = fitText(text, { width: 880, size: 74, min: 40, lines: 1, weight: 600 });
  const whole = !one.lines[0]?.endsWith("…");
  const name = whole ? one : fitText(text, { width: 880, size: 38, min: 24, lines: 2, weight: 600 });
  const baselines = name.lines.length > 1 ? [BASE - 32, BASE + 16] : [BASE];
  const type = { size: name.size, weight: 600, fill: palette.dark, spacing: -0.01 * name.size } as const;
  return (
    ruled(baselines) +
    name.lines.map((part, i) => textLine(part, { x: MIDDLE, y: baselines[i] ?? BASE, anchor: "middle" }, type)).join("")
  );
}

const BASE = 322;

const ruled = (baselines: number[]): string =>
  [-64, -48, -32, -16, 0, 16, 32]
    .map((dy) =>
      baselines.includes(BASE + dy)
        ? `<path d="M150 ${BASE + dy + 1}H1050" stroke="${palette.brandSoft}" stroke-width="2"/>`
        : `<path d="M150 ${BASE + dy + 0.5}H1050" stroke="${palette.ruled}"/>`,
    )
    .join("");

function tag(text: string): string {
  const width = measure(text, 15, 600) + 22;
  return (
    `<rect x="${(1150 - width).toFixed(1)}" y="48.5" width="${width.toFixed(1)}" height="28" fill="${palette.white}" stroke="${palette.tapText}" stroke-width="1.5" stroke-dasharray="4 2.5"/>` +
    textLine(text, { x: 1150 - width / 2, y: 68, anchor: "middle" }, { size: 15, weight: 600, fill: palette.tapText })
  );
}
