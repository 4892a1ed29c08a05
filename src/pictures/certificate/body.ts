import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { measure, pieces, textLine, toHundredths } from "../text.ts";
import type { Certificate, Words } from "./words.ts";

const MIDDLE = 600;
const WIDTH = 1000;
const TOP = 378;
const BOTTOM = 532;

/** What was learned, when, and what the person can now do; set smaller until it ends above the foot. */
export function body(c: Certificate, words: Words): string {
  for (const size of [23, 21.5, 20, 18.5]) {
    const set = setBody(c, words, size);
    if (set.bottom <= BOTTOM) return set.svg;
  }
  return setBody(c, words, 17).svg;
}

function setBody(c: Certificate, words: Words, size: number): { svg: string; bottom: number } {
  const leading = size * 1.45;
  let y = TOP + size * 1.35;
  let svg = "";
  const put = (text: string, weight: 400 | 700 = 400) => {
    const fitted = fitText(text, { width: WIDTH, size, min: size - 4, lines: 2, weight });
    for (const part of fitted.lines) {
      svg += textLine(part, { x: MIDDLE, y, anchor: "middle" }, { size: fitted.size, weight, fill: palette.dark });
      y += leading;
    }
  };
  const together = runIn(words.done, c.title, y, size);
  if (together) {
    svg += together;
    y += leading;
  } else {
    put(words.done);
    put(c.title, 700);
  }
  put(words.when);
  const skills = setSkills(c.canDo, y + 6, size);
  return { svg: svg + skills.svg, bottom: skills.bottom };
}

/** "… đã học xong bài" and the bold title on one line, if there is room. */
function runIn(done: string, title: string, y: number, size: number): string | undefined {
  const whole = measure(done, size) + 0.25 * size + measure(title, size, 700);
  if (whole * 1.02 > WIDTH) return undefined;
  const parts: Parameters<typeof pieces>[0] = [
    [done, 400],
    [title, 700],
  ];
  return pieces(parts, { x: MIDDLE, y, anchor: "middle" }, { size, fill: palette.dark });
}

const TICK = 31;
const GAP = 30;

function setSkills(canDo: string[], top: number, bodySize: number): { svg: string; bottom: number } {
  const size = bodySize - 3.5;
  const leading = size * 1.5;
  const shown = canDo.slice(0, 4).flatMap((text) => {
    const fitted = fitText(text, { width: WIDTH - TICK, size, min: 13 });
    const [only] = fitted.lines;
    return only ? [{ text: only, size: fitted.size, width: TICK + measure(only, fitted.size) }] : [];
  });
  let svg = "";
  let y = top + size * 0.4;
  for (const row of inRows(shown)) {
    let x = MIDDLE - (row.reduce((sum, skill) => sum + skill.width, 0) + GAP * (row.length - 1)) / 2;
    for (const skill of row) {
      svg +=
        tick(x, y, skill.size) + textLine(skill.text, { x: x + TICK, y }, { size: skill.size, fill: palette.dark });
      x += skill.width + GAP;
    }
    y += leading;
  }
  return { svg, bottom: y - leading + 8 };
}

/** As few rows as hold them, evenly filled. */
function inRows<T extends { width: number }>(skills: T[]): T[][] {
  for (let rows = 1; rows < skills.length; rows++) {
    const each = Math.ceil(skills.length / rows);
    const split = Array.from({ length: rows }, (_, i) => skills.slice(i * each, (i + 1) * each));
    if (split.every((row) => row.reduce((sum, s) => sum + s.width + GAP, -GAP) <= WIDTH)) return split;
  }
  return skills.map((skill) => [skill]);
}

const tick = (x: number, y: number, size: number): string => {
  const scale = size / 21;
  return `<path transform="translate(${toHundredths(x)} ${toHundredths(y - 19 * scale)}) scale(${toHundredths(scale)})" d="M4.5 12.5l5 5L19.5 7" fill="none" stroke="${palette.brand}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`;
};
