import type { RowOf } from "../draw.ts";
import { fitText } from "../fit.ts";
import { icon } from "../icons.ts";
import { palette } from "../palette.ts";
import { bubble } from "../rows/bubble.ts";
import { round } from "../rows/round.ts";
import { drawRow, drawRows } from "../rows/row.ts";
import { textLine } from "../text.ts";
import { phoneFrame, screen } from "./frame.ts";
import type { DrawScene } from "./scene.ts";

type Button = RowOf<"button">;

/** An incoming call: the bar names the caller, text rows are what the caller says, button rows are the round buttons. */
export const call: DrawScene = ({ bar, rows }) => {
  const buttons = rows.filter((row): row is Button => row.kind === "button");
  const others = rows.filter((row) => row.kind !== "button");
  const { left, x, width } = screen(others.some((row) => row.kind !== "text" && row.n !== undefined));
  const top = caller(bar ?? "Số lạ", left);
  const said = drawRows(others, { x, y: top.bottom, width }, (row, box, tap) =>
    row.kind === "text" ? bubble(row, box, "up") : drawRow(row, box, tap),
  );
  const keys = round(buttons.length > 0 ? buttons : UNMARKED, { x, y: top.bottom + said.height, width });
  const height = top.bottom + said.height + keys.height + 12;
  return {
    svg: phoneFrame(left, height) + top.svg + said.svg + keys.svg,
    height,
    marks: [...said.marks, ...keys.marks],
  };
};

const UNMARKED: Button[] = [
  { kind: "button", label: "Từ chối" },
  { kind: "button", label: "Trả lời" },
];

function caller(name: string, left: number): { svg: string; bottom: number } {
  const middle = left + 113;
  const words = fitText(name, { width: 190, size: 18, min: 13, lines: 2, weight: 600 });
  const bottom = 128 + 21 * words.lines.length;
  const svg = [
    `<path d="M${left + 1.5} 58a18.5 18.5 0 0118.5-18.5h186a18.5 18.5 0 0118.5 18.5V${bottom}h-223z" fill="${palette.bar}"/>`,
    `<circle cx="${middle}" cy="75" r="24" fill="${palette.white}" stroke="${palette.edge}" stroke-width="1.5"/>`,
    icon("person", middle - 15, 60, 30, palette.soft),
    ...words.lines.map((text, i) =>
      textLine(
        text,
        { x: middle, y: 122 + 21 * i, anchor: "middle" },
        { size: words.size, weight: 600, fill: palette.dark },
      ),
    ),
    textLine("Cuộc gọi đến", { x: middle, y: bottom - 8, anchor: "middle" }, { size: 14, fill: palette.soft }),
  ].join("");
  return { svg, bottom };
}
