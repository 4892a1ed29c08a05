import type { FontWeight } from "./fonts.ts";
import { drawableText, measure } from "./text.ts";

export type TextRoom = {
  width: number;
  size: number;
  min: number;
  lines?: number;
  weight?: FontWeight;
  prose?: boolean;
};
export type Fitted = { lines: string[]; size: number };

/**
 * Breaks a text into lines that stay within `width`: at full size on as few lines as may be, then smaller down to
 * `min`, and only then cut with "…". A label that runs out of its box is a label nobody can compare with their phone.
 */
export function fitText(
  text: string,
  { width, size, min, lines: most = 1, weight = 400, prose = false }: TextRoom,
): Fitted {
  const words = drawableText(text).split(" ").filter(Boolean);
  for (let count = 1; count <= most; count++) {
    // A little smaller on one line reads better than two lines; much smaller does not.
    const smallest = count < most ? Math.max(min, size - 1) : min;
    for (let s = size; s >= smallest; s -= 0.5) {
      const lines = wrap(words, width, s, weight);
      if (lines.length > count || lines.some((l) => wide(l, s, weight) > width)) continue;
      return { lines: prose ? lines : balance(words, lines, width, s, weight), size: s };
    }
  }
  const broken = wrap(
    words.flatMap((word) => chop(word, width, min, weight)),
    width,
    min,
    weight,
  );
  const shown = broken.slice(0, most);
  if (broken.length > most) shown.push(ellipsis(shown.pop() ?? "", width, min, weight));
  return { lines: shown, size: min };
}

// The measure knows no kerning; one part in fifty covers what pairs of letters may add.
const wide = (text: string, size: number, weight: FontWeight): number => measure(text, size, weight) * 1.02;

function wrap(words: string[], width: number, size: number, weight: FontWeight): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && wide(joined, size, weight) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** The narrowest setting on the same number of lines: no last word left alone under a full line. Sentences (`prose`) run on as they are read. */
function balance(words: string[], lines: string[], width: number, size: number, weight: FontWeight): string[] {
  if (lines.length < 2 || lines.length > 3) return lines;
  for (let narrow = width / 2; narrow < width; narrow += 4) {
    const narrower = wrap(words, narrow, size, weight);
    if (narrower.length === lines.length && narrower.every((l) => wide(l, size, weight) <= width)) return narrower;
  }
  return lines;
}

function chop(word: string, width: number, size: number, weight: FontWeight): string[] {
  const pieces = [""];
  for (const char of word) {
    const grown = `${pieces.at(-1)}${char}`;
    if (wide(grown, size, weight) <= width) pieces[pieces.length - 1] = grown;
    else pieces.push(char);
  }
  return pieces.filter(Boolean);
}

function ellipsis(text: string, width: number, size: number, weight: FontWeight): string {
  const chars = [...text];
  while (chars.length > 0 && wide(`${chars.join("")}…`, size, weight) > width) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}
