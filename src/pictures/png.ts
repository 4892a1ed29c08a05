import { Resvg } from "@resvg/resvg-js";
import { FAMILY, fontFile, WEIGHTS } from "./fonts.ts";
import { indexedPng } from "./indexed.ts";

/** Rasterises one of our SVGs to a PNG of the given width in pixels, with our own fonts alone: the same picture on every machine. */
export function toPng(svg: string, { width }: { width: number }): Uint8Array {
  const image = new Resvg(svg, { font, fitTo: { mode: "width", value: width } }).render();
  return indexedPng(image.pixels, image.width, image.height);
}

const font = {
  loadSystemFonts: false,
  fontFiles: WEIGHTS.map(fontFile),
  defaultFontFamily: FAMILY,
};
