import { crc32, deflateSync } from "node:zlib";

/**
 * Writes opaque RGBA pixels as a PNG with a palette of at most 256 colours.
 * Our flat drawings lose nothing the eye can see and are a third of the size, which a phone on 2G does see.
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const colours = readColours(pixels);
  const { palette, indexOf } = quantise(count(colours));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, p = 0, r = 0; y < height; y++) {
    r++; // each row begins with its filter: 0, none, which suits flat colour best
    for (let x = 0; x < width; x++) rows[r++] = indexOf[bucket(colours[p++] ?? 0)] ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, palette
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 8 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function readColours(rgba: Uint8Array): Uint32Array {
  const colours = new Uint32Array(rgba.length / 4);
  for (let i = 0, at = 0; i < colours.length; i++, at += 4)
    colours[i] = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
  return colours;
}

function count(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  // Counted by runs: most pixels have the colour of their neighbour, and asking a map for each costs more than drawing.
  for (let from = 0, to = 1; to <= colours.length; to++) {
    const rgb = colours[from] ?? 0;
    if (to < colours.length && colours[to] === rgb) continue;
    counts.set(rgb, (counts.get(rgb) ?? 0) + to - from);
    from = to;
  }
  return counts;
}

/** Colours fall into buckets of five bits a channel (with four, two of our pale greens fall together). */
const BUCKETS = 32_768;
const bucket = (rgb: number): number => ((rgb >> 9) & 0x7c00) | ((rgb >> 6) & 0x3e0) | ((rgb >> 3) & 0x1f);

/** The commonest colour of a bucket stands for it, so that large areas keep their exact colour; past 256 the nearest one does. */
function quantise(counts: Map<number, number>): { palette: Buffer; indexOf: Uint8Array } {
  const buckets = new Map<number, { rgb: number; most: number; all: number }>();
  for (const [rgb, count] of counts) {
    const known = buckets.get(bucket(rgb)) ?? { rgb, most: 0, all: 0 };
    known.all += count;
    if (count > known.most) Object.assign(known, { rgb, most: count });
    buckets.set(bucket(rgb), known);
  }
  const used = [...buckets.entries()].sort(([a, x], [b, y]) => y.all - x.all || a - b);
  const chosen = used.slice(0, 256).map(([, { rgb }]) => rgb);
  const indexOf = new Uint8Array(BUCKETS);
  for (const [i, [b, { rgb }]] of used.entries()) indexOf[b] = i < 256 ? i : nearest(rgb, chosen);
  return { palette: Buffer.from(chosen.flatMap(channels)), indexOf };
}

const channels = (rgb: number): [number, number, number] => [rgb >> 16, (rgb >> 8) & 255, rgb & 255];

function nearest(rgb: number, palette: number[]): number {
  const [r, g, b] = channels(rgb);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, candidate] of palette.entries()) {
    const [cr, cg, cb] = channels(candidate);
    const distance = (r - cr) ** 2 + (g - cg) ** 2 + (b - cb) ** 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}
