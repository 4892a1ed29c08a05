import type { Summary } from "../../content/summary.ts";
import { icon } from "../icons.ts";
import { palette } from "../palette.ts";
import { textLine } from "../text.ts";
import { band } from "./band.ts";
import { LEFT, RIGHT, setLines } from "./page.ts";

const TEXT_X = 188;

type Type = { readonly title: number; readonly detail: number; readonly tile: number };

/** The points and the warning between head and foot: everything as large as all of it together allows. */
export function body(s: Summary, top: number, bottom: number): string {
  const room = bottom - top;
  for (const step of steps) {
    const rows = drawAt(s, step);
    const gap = (room - rows.reduce((sum, r) => sum + r.height, 0)) / (rows.length + 1);
    if (gap >= LEAST || step === steps.at(-1)) return place(rows, top, Math.min(gap, MOST), gap);
  }
  return "";
}

type Step = { readonly scale: number; readonly details: "best" | "shortest" | "none" };

const down = (from: number, to: number, details: Step["details"]): Step[] =>
  Array.from({ length: Math.round((from - to) / 0.02) + 1 }, (_, i) => ({ scale: from - i * 0.02, details }));

/** From the largest down. Smaller than 27 units nobody reads on a phone: rather then the titles alone, and larger. */
const steps: readonly Step[] = [
  ...down(1.12, 0.88, "best"),
  ...down(0.92, 0.82, "shortest"),
  ...down(1.24, 0.6, "none"),
];

const LEAST = 13;
const MOST = 46;

type Row = { readonly height: number; readonly draw: (y: number) => string };

const drawAt = (s: Summary, { scale, details }: Step): readonly Row[] => {
  const type = {
    title: 42 * scale,
    detail: 33 * Math.max(0.82, details === "none" ? Math.min(0.9, scale) : scale),
    tile: 88 * Math.min(1, scale),
  };
  return [
    ...s.points.map((p, i) => point(p, i + 1, type, details)),
    ...(s.band ? [band(s.band, s.language, 33 * Math.min(1.06, scale))] : []),
  ];
};

const place = (rows: readonly Row[], top: number, gap: number, full: number): string => {
  // What is left over when gaps are as wide as they should be goes above and below alike.
  let y = top + gap + ((full - gap) * (rows.length + 1)) / 2;
  let svg = "";
  for (const row of rows) {
    svg += row.draw(y);
    y += row.height + gap;
  }
  return svg;
};

const point = (p: Summary["points"][number], n: number, type: Type, details: Step["details"]): Row => {
  const width = RIGHT - TEXT_X;
  const title = setLines(p.title, { width, size: type.title, weight: 700, prose: false });
  const told = details === "none" && !p.needed ? "" : (p.details.at(details === "best" ? 0 : -1) ?? "");
  const detail = setLines(told, { width, size: type.detail, weight: 400 });
  const words = title.length * type.title * 1.24 + detail.length * type.detail * 1.3;
  const height = Math.max(type.tile, words);
  const draw = (y: number): string => {
    const from = y + (height - words) / 2;
    const detailFrom = from + title.length * type.title * 1.24;
    return [
      tile(p.icon, n, LEFT + 6, y + (height - type.tile) / 2, type.tile),
      ...title.map((text, i) =>
        textLine(
          text,
          { x: TEXT_X, y: from + type.title * (0.95 + 1.24 * i) },
          { size: type.title, weight: 700, fill: palette.dark },
        ),
      ),
      ...detail.map((text, i) =>
        textLine(
          text,
          { x: TEXT_X, y: detailFrom + type.detail * (1 + 1.3 * i) },
          { size: type.detail, fill: palette.soft },
        ),
      ),
    ].join("");
  };
  return { height, draw };
};

const tile = (name: Summary["points"][number]["icon"], n: number, x: number, y: number, side: number): string =>
  [
    `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="18" fill="${palette.bubble}" stroke="${palette.bubbleEdge}" stroke-width="2"/>`,
    icon(name, x + side * 0.2, y + side * 0.2, side * 0.6),
    `<circle cx="${x}" cy="${y + 4}" r="24" fill="${palette.brandDark}" stroke="${palette.white}" stroke-width="4"/>`,
    textLine(String(n), { x, y: y + 14, anchor: "middle" }, { size: 29, weight: 700, fill: palette.white }),
  ].join("");
