import { readFileSync } from "node:fs";
import { type FontWeight, fontFile } from "./fonts.ts";

/** Width of one glyph in em, or undefined where the font has no such glyph. Read from the font itself, so that what is measured is what is drawn. */
export const advanceOf = (codePoint: number, weight: FontWeight): number | undefined => table(weight).get(codePoint);

const tables = new Map<FontWeight, Map<number, number>>();

function table(weight: FontWeight): Map<number, number> {
  const known = tables.get(weight);
  if (known) return known;
  const read = readAdvances(readFileSync(fontFile(weight)));
  tables.set(weight, read);
  return read;
}

/** Code point → advance in em, from the `cmap` (format 4: the basic plane, all that text here needs) and `hmtx` tables of a TrueType file. */
function readAdvances(font: Buffer): Map<number, number> {
  const at = (tag: string) => {
    for (let i = 0; i < font.readUInt16BE(4); i++) {
      const entry = 12 + 16 * i;
      if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
    }
    throw new Error(`the font has no ${tag} table`);
  };
  const unitsPerEm = font.readUInt16BE(at("head") + 18);
  const longMetrics = font.readUInt16BE(at("hhea") + 34);
  const hmtx = at("hmtx");
  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of readCharacters(font, at("cmap"))) {
    const units = font.readUInt16BE(hmtx + 4 * Math.min(glyph, longMetrics - 1));
    advances.set(codePoint, units / unitsPerEm);
  }
  return advances;
}

function* readCharacters(font: Buffer, cmap: number): Generator<[codePoint: number, glyph: number]> {
  const t = formatFour(font, cmap);
  const segX2 = font.readUInt16BE(t + 6);
  for (let i = 0; i < segX2; i += 2) {
    const end = font.readUInt16BE(t + 14 + i);
    const start = font.readUInt16BE(t + 16 + segX2 + i);
    const delta = font.readUInt16BE(t + 16 + 2 * segX2 + i);
    const rangeAt = t + 16 + 3 * segX2 + i;
    const range = font.readUInt16BE(rangeAt);
    for (let c = start; c <= end && c !== 0xffff; c++) {
      const raw = range === 0 ? c : font.readUInt16BE(rangeAt + range + 2 * (c - start));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) yield [c, glyph];
    }
  }
}

function formatFour(font: Buffer, cmap: number): number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(subtable) === 4) return subtable;
  }
  throw new Error("the font has no character map of format 4");
}
