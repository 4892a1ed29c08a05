import { fitText } from "../../pictures/fit.ts";

/** How a sheet is set: `airy` where most of it fits so, `close` where not. The type is of 14 points in both. */
export const settings = ["airy", "run-on", "close"] as const;
export type Setting = (typeof settings)[number];

// In points, as styles/sheet.css sets them: A4 without its margins.
const WIDTH = 538;
const PAGE = 785;
const LINE = 18.2;
const HEADING = 29;
const NUMBER = 25;

/** Two pages, less what may stay empty at the foot of the first: a step set with air is not broken over two pages. */
export const room = (setting: Setting): number => 2 * PAGE - (setting === "airy" ? 60 : 10);

/** How high everything that must stand on the sheet is. A test prints every guide and counts its pages. */
export const heightOf = (s: Omit<PrintedSheet, "stuck" | "left">): number =>
  HEAD +
  3 * HEADING +
  sum(s.prepare.map((t) => paragraph(t, WIDTH - 24))) +
  paragraph(s.who ?? "") +
  sum(
    s.steps.map(
      ({ title, says }) =>
        (s.setting === "airy" ? 8 : 4) +
        Math.max(
          NUMBER,
          s.setting === "close"
            ? paragraph(`${title}. ${says.join(" ")}`, WIDTH - 30)
            : sum([title, ...says].map((t) => paragraph(t, WIDTH - 30))),
        ),
    ),
  ) +
  sum(s.ends.map((t) => paragraph(t))) +
  paragraph(s.sources) +
  FOOT;

export const stuckHeight = (text: string): number => paragraph(text);

/** The title on two lines beside the code; the safety line and how many answers are left. */
const HEAD = 128;
const FOOT = 84;

const paragraph = (text: string, width = WIDTH): number => (text === "" ? 0 : lines(text, width) * LINE + 3);

/** Labels are bold and wider than the rest, so everything is counted as a little heavier than it is. */
const lines = (text: string, width: number): number =>
  sum(
    pieces(text).map(
      (piece) => fitText(piece, { width, size: 14, min: 14, lines: 99, weight: 500, prose: true }).lines.length,
    ),
  );

/** fitText measures at most a thousand letters at once. */
const pieces = (text: string): string[] => {
  const all: string[] = [];
  for (let rest = text.replace(/\*\*/g, ""); rest !== ""; ) {
    const space = rest.length > 800 ? Math.max(rest.lastIndexOf(" ", 799), rest.lastIndexOf("\n", 799)) : -1;
    const end = space > 0 ? space + 1 : rest.length;
    all.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return all;
};

const sum = (heights: readonly number[]): number => heights.reduce((a, b) => a + b, 0);

/** What stands on a sheet, in its order; every text finished, with its **labels** still marked. */
export type PrintedSheet = {
  readonly setting: Setting;
  readonly prepare: readonly string[];
  readonly who: string | null;
  readonly steps: readonly { readonly title: string; readonly says: readonly string[] }[];
  readonly stuck: readonly { readonly step: number; readonly text: string }[];
  /** Answers there was no room for; the chat has them. */
  readonly left: number;
  /** What comes after, what it costs, whom to ask: each a paragraph that begins with its own word. */
  readonly ends: readonly string[];
  readonly sources: string;
};
