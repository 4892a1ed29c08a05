import type { Card } from "../content/schema.ts";
import type { Language } from "../kit/bilingual.ts";
import { cardSvg } from "./card.ts";
import { cardId } from "./card-id.ts";
import { keep } from "./keep.ts";
import { toPng } from "./png.ts";

export { cardId } from "./card-id.ts";

/** Two pixels a unit: sharp on a cheap phone, and some 15 KB. */
const WIDTH = 668;
const NARROWEST = 167;
const WIDEST = 1336;

/** Some 5 MB of PNGs: every card of the whole content, in both languages, with room to spare. */
const KEPT = 256;

/** The PNG of a card, drawn once and kept while it is in use. `width` in pixels, held between 167 and 1336; `language` is that of the strip. */
export function cardPng(
  card: Card,
  { width = WIDTH, language = "vi" }: { width?: number; language?: Language } = {},
): Uint8Array {
  // A width comes from an address anyone may type: a picture a metre wide would take the machine's memory.
  const pixels = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) || WIDTH;
  const key = `${cardId(card)}.${language}@${pixels}`;
  return kept(key, () => toPng(cardSvg(card, language), { width: pixels }));
}

const kept = keep(KEPT);
