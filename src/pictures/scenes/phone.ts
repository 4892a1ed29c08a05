import type { CardRow } from "../draw.ts";
import { type DrawRow, drawRow, drawRows } from "../rows/row.ts";
import { phoneFrame as outline, screen, titleBar } from "./frame.ts";
import type { DrawScene } from "./scene.ts";

/** A phone with a title bar and rows. */
export const phone: DrawScene = (card) => onPhone(card, drawRow);

/** A phone whose rows are drawn by `draw`. */
export function onPhone(
  { bar, rows }: { bar?: string | undefined; rows: CardRow[] },
  draw: DrawRow,
): ReturnType<DrawScene> {
  const { left, x, width } = screen(rows.some((row) => row.kind !== "text" && row.n !== undefined));
  const title = titleBar(bar, left);
  const drawn = drawRows(rows, { x, y: title.bottom + 2, width }, draw);
  const height = Math.max(SHORTEST, title.bottom + 2 + drawn.height + 7);
  return { svg: outline(left, height) + title.svg + drawn.svg, height, marks: drawn.marks };
}

/** A shorter phone would look like a label, not like a phone. */
const SHORTEST = 160;
