import { Resvg } from "@resvg/resvg-js";
import { FAMILY, fontFile, WEIGHTS } from "../../src/pictures/fonts.ts";

type Area = { x: number; y: number; width: number; height: number };
export type Seen = Area & { text: string };

const font = { loadSystemFonts: false, fontFiles: WEIGHTS.map(fontFile), defaultFontFamily: FAMILY };

/** Where the renderer itself puts each text of a picture: not what our own measuring believes. */
export const seenTexts = (svg: string): Seen[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([element, text = ""]) => ({ text, ...areaOf(svg, element) }));

/** Where the pointing hands are. */
export const seenHands = (svg: string): Area[] =>
  [...svg.matchAll(/<g transform="translate\([^)]*\) rotate\(-14\).*?<\/g>/g)].map(([element]) => areaOf(svg, element));

export const overlap = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** RGBA pixels of a PNG, decoded by the renderer. */
export function pixelsOf(png: Uint8Array): { pixels: Buffer; width: number; height: number } {
  const { width, height } = sizeOf(png);
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const image = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`,
  ).render();
  return { pixels: image.pixels, width, height };
}

export const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const header = Buffer.from(png);
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
};

/** The plain rendering, before any palette. */
export const plainPixels = (svg: string, width: number): Buffer =>
  new Resvg(svg, { font, fitTo: { mode: "width", value: width } }).render().pixels;

function areaOf(svg: string, element: string): Area {
  const open = svg.slice(0, svg.indexOf(">") + 1);
  const box = new Resvg(`${open}${element}</svg>`, { font }).getBBox();
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : { x: 0, y: 0, width: 0, height: 0 };
}
