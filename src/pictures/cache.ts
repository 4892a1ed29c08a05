import { createHash } from "node:crypto";
import type { Card } from "../content/schema.ts";
import { cardSvg, type Language } from "./card.ts";
import { toPng } from "./png.ts";

/** Raised whenever the same card would look different, so that no browser, proxy or Telegram file id keeps the old picture. */
const RENDERER = 1;

/** Two pixels a unit: sharp on a cheap phone, and some 15 KB. */
const WIDTH = 668;
const NARROWEST = 167;
const WIDEST = 1336;

/** Some 5 MB of PNGs: every card of the whole content, in both languages, with room to spare. */
const KEPT = 256;

/** Address of a card's picture: 16 hex digits from what is drawn (not from `alt`, which is only said) and the renderer's version. */
export function cardId({ scene, bar, rows }: Card, language: Language = "vi"): string {
  const drawn = canonical({ renderer: RENDERER, language, scene, bar, rows });
  return createHash("sha256").update(drawn).digest("hex").slice(0, 16);
}

/** The PNG of a card, drawn once and kept while it is in use. `width` in pixels, held between 167 and 1336. */
export function cardPng(
  card: Card,
  { width = WIDTH, language = "vi" }: { width?: number; language?: Language } = {},
): Uint8Array {
  // A width comes from an address anyone may type: a picture a metre wide would take the machine's memory.
  const pixels = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  const key = `${cardId(card, language)}@${pixels}`;
  const png = kept.get(key) ?? toPng(cardSvg(card, language), { width: pixels });
  kept.delete(key);
  kept.set(key, png);
  const oldest = kept.size > KEPT ? kept.keys().next() : undefined;
  if (oldest && !oldest.done) kept.delete(oldest.value);
  return png;
}

/** A Map remembers the order of insertion; what is used is put back at the end, so the first is the longest unused. */
const kept = new Map<string, Uint8Array>();

/** JSON with sorted keys and nothing undefined: the order in which an author wrote a row's fields does not change its address. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
