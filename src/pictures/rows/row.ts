import type { Box, CardRow, Drawn } from "../draw.ts";
import { button } from "./button.ts";
import { field } from "./field.ts";
import { item } from "./item.ts";
import { text } from "./text.ts";

export type DrawRow = (row: CardRow, box: Box, tap: boolean) => Drawn;

/** Draws one row of a screen at the top of its box. */
export const drawRow: DrawRow = (row, box, tap) => {
  switch (row.kind) {
    case "field":
      return field(row, box, tap);
    case "button":
      return button(row, box, tap);
    case "item":
      return item(row, box, tap);
    case "text":
      return text(row, box);
  }
};

/** Draws rows one under the other. Only the first `tap` of a card is yellow: two yellow places are no place. */
export function drawRows(rows: CardRow[], box: Box, draw: DrawRow = drawRow): Drawn {
  const tapped = rows.find((row) => row.kind !== "text" && row.tap);
  const stacked: Drawn = { svg: "", height: 0, marks: [] };
  for (const row of rows) {
    const drawn = draw(row, { ...box, y: box.y + stacked.height }, row === tapped);
    stacked.svg += drawn.svg;
    stacked.height += drawn.height;
    stacked.marks.push(...drawn.marks);
  }
  return stacked;
}
