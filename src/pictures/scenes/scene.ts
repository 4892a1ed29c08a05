import type { Card } from "../../content/card.ts";
import type { Drawn } from "../draw.ts";

/** Draws the ground of a card under the strip; `height` is that of the whole card. */
export type DrawScene = (card: Card) => Drawn;
