import { grouped } from "../../kit/spoken-code.ts";
import { fitText } from "../fit.ts";
import { palette } from "../palette.ts";
import { qr } from "../qr.ts";
import { measure, pieces, textLine } from "../text.ts";
import type { Certificate, Words } from "./words.ts";

const LEFT = 88;
const RIGHT = 1112;
const BOTTOM = 708;
const TEAM_X = 962;

/** How to check it, who helped, and what it is not. */
export function foot(c: Certificate, words: Words): string {
  const code = qr(c.qr, LEFT, BOTTOM);
  return [
    code.svg,
    checking(c.code, words, LEFT + code.side + 24, BOTTOM - code.side / 2),
    c.revoked ? stamp(words.revoked) : "",
    team(c, words, BOTTOM - code.side / 2),
    `<path d="M88 735.5H1112" stroke="${palette.line}" stroke-width="1.5"/>`,
    notice(words.notice),
  ].join("");
}

function checking(code: string, words: Words, x: number, middle: number): string {
  const how = fitText(words.howToCheck, { width: 330, size: 16, min: 14, lines: 3 });
  const shown = fitText(grouped(code), { width: 340, size: 26, min: 14, weight: 700 });
  const top = middle - 40;
  return [
    textLine(words.codeLabel, { x, y: top }, { size: 16, fill: palette.dark }),
    textLine(
      shown.lines[0] ?? "",
      { x, y: top + 33 },
      { size: shown.size, weight: 700, fill: palette.dark, spacing: 1.3 },
    ),
    ...how.lines.map((part, i) => textLine(part, { x, y: top + 60 + 23 * i }, { size: how.size, fill: palette.dark })),
  ].join("");
}

/** The team that helped. A leader is named only when there is one to name: no certificate carries an invented signature. */
function team(c: Certificate, words: Words, middle: number): string {
  const name = fitText(c.team, { width: 300, size: 17, min: 14, lines: 3, weight: c.signer ? 400 : 600 });
  const centred = (text: string, y: number, weight: 400 | 600 | 700 = 400, size = 17, fill: string = palette.dark) =>
    textLine(text, { x: TEAM_X, y, anchor: "middle" }, { size, weight, fill });
  const set = (top: number) =>
    name.lines.map((part, i) => centred(part, top + 24 * i, c.signer ? 400 : 600, name.size)).join("");
  if (!c.signer) {
    const top = middle - 12 * (name.lines.length - 1) - 8;
    return centred(words.teamLabel, top, 400, 16, palette.soft) + set(top + 26);
  }
  const top = BOTTOM - 84 - 24 * name.lines.length;
  const signer = fitText(c.signer, { width: 300, size: 17, min: 12, weight: 700 });
  return [
    set(top),
    centred(words.leader, top + 24 * name.lines.length),
    centred(signer.lines[0] ?? "", BOTTOM - 12, 700, signer.size),
  ].join("");
}

function notice([before, strong, after]: Words["notice"]): string {
  const whole = measure(before, 1, 500) + measure(strong, 1, 700) + measure(after, 1, 500) + 0.5;
  const size = Math.min(17, Math.floor((2 * (RIGHT - LEFT)) / whole) / 2);
  const parts: Parameters<typeof pieces>[0] = [
    [before, 500],
    [strong, 700],
    [after, 500],
  ];
  return pieces(parts, { x: LEFT, y: 763 }, { size, fill: palette.dark });
}

/** Between the code and the team, where it hides nothing: what was withdrawn must be seen before anyone trusts it. */
function stamp(text: string): string {
  const [x, y] = [699, 630];
  const words = fitText(text, { width: 158, size: 34, min: 20, lines: 2, weight: 700 });
  const height = 44 * words.lines.length + 26;
  return [
    `<g transform="rotate(-9 ${x} ${y})">`,
    `<rect x="${x - 92}" y="${y - height / 2}" width="184" height="${height}" rx="8" fill="${palette.white}" stroke="${palette.danger}" stroke-width="5"/>`,
    ...words.lines.map((part, i) =>
      textLine(
        part,
        { x, y: y + 12 + 44 * (i - (words.lines.length - 1) / 2), anchor: "middle" },
        { size: words.size, weight: 700, fill: palette.danger },
      ),
    ),
    "</g>",
  ].join("");
}
