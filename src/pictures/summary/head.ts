import type { Summary } from "../../content/summary.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { measure, textLine } from "../text.ts";
import { LEFT, RIGHT } from "./page.ts";

/** The chalkboard: whose picture it is, the lesson's title, its code. */
export function head(s: Summary): { svg: string; bottom: number } {
  const title = setTitle(s.title);
  const leading = title.size * 1.26;
  const first = 108 + title.size;
  const floor = first + leading * (title.lines.length - 1) + 36;
  const code = chip(s.code);
  const issuer = s.commune ? `Bình dân học vụ số · ${capital(s.commune)}` : "Bình dân học vụ số";
  const words = fitText(issuer, { width: RIGHT - LEFT - 76 - code.width - 24, size: 32, min: 20, weight: 600 });
  const svg = [
    `<rect width="1080" height="${floor}" fill="${palette.brandDark}"/>`,
    `<rect y="${floor}" width="1080" height="22" fill="${palette.brandDeep}"/>`,
    `<rect x="${LEFT}" y="${floor - 9}" width="84" height="14" rx="7" fill="${palette.white}"/>`,
    `<rect x="${LEFT + 104}" y="${floor - 9}" width="50" height="14" rx="7" fill="${palette.tap}" transform="rotate(-3 ${LEFT + 129} ${floor - 2})"/>`,
    mark(LEFT, 40),
    textLine(
      words.lines[0] ?? "",
      { x: LEFT + 76, y: 80 },
      { size: words.size, weight: 600, fill: palette.bubbleEdge },
    ),
    code.svg,
    ...title.lines.map((text, i) =>
      textLine(text, { x: LEFT, y: first + leading * i }, { size: title.size, weight: 700, fill: palette.white }),
    ),
  ].join("");
  return { svg, bottom: floor + 22 };
}

/** Two lines as long as they are no smaller than a heading; a third only for what would not go on two. */
const setTitle = (text: string): ReturnType<typeof fitText> => {
  const two = fitText(text, { width: RIGHT - LEFT, size: 62, min: 48, lines: 2, weight: 700 });
  return two.lines.at(-1)?.endsWith("…")
    ? fitText(text, { width: RIGHT - LEFT, size: 50, min: 38, lines: 4, weight: 700 })
    : two;
};

const chip = (code: string): { svg: string; width: number } => {
  const width = Math.ceil(measure(code, 34, 700) * 1.02) + 36;
  const svg =
    `<rect x="${RIGHT - width}" y="42" width="${width}" height="56" rx="10" fill="${palette.white}"/>` +
    textLine(
      code,
      { x: RIGHT - width / 2, y: 82, anchor: "middle" },
      { size: 34, weight: 700, fill: palette.brandDark },
    );
  return { svg, width };
};

const mark = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y}) scale(1.45)"><rect width="40" height="40" rx="9" fill="${palette.brand}"/><rect x="1" y="1" width="38" height="38" rx="8" fill="none" stroke="${palette.bubbleEdge}" stroke-width="1.5"/><path d="M15 18.5h5.6V29M14.5 30.2h12" stroke="${palette.white}" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round" fill="none"/><circle cx="20.3" cy="10.5" r="4" fill="${palette.tap}"/></g>`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
