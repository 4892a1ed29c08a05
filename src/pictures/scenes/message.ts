import { bubble } from "../rows/bubble.ts";
import { drawRow } from "../rows/row.ts";
import { onPhone } from "./phone.ts";
import type { DrawScene } from "./scene.ts";

/** A received text message on a phone: the bar names the sender, text rows are what they wrote. */
export const message: DrawScene = (card) =>
  onPhone(card, (row, box, tap) => (row.kind === "text" ? bubble(row, box) : drawRow(row, box, tap)));
