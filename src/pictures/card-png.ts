import type { Card } from "../content/card.ts";
import type { Language } from "../kit/bilingual.ts";
import { cardSvg } from "./card.ts";
import { toPng } from "./png.ts";

/** Two pixels a unit: sharp on a cheap phone, and some 15 KB. */
const WIDTH = 668;
const NARROWEST = 167;
const WIDEST = 1336;

/** The PNG of a card. `width` in pixels, held between 167 and 1336: a picture a metre wide would take the machine's memory. */
export function cardPng(
  card: Card,
  { width = WIDTH, language = "vi" }: { width?: number; language?: Language } = {},
): Uint8Array {
  const pixels = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) || WIDTH;
  return toPng(cardSvg(card, language), { width: pixels });
}
