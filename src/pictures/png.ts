import { Resvg } from "@resvg/resvg-js";
import { FAMILY, fontFile, WEIGHTS } from "./fonts.ts";

/** Rasterises one of our SVGs to a PNG of the given width in pixels, with our own fonts alone: the same bytes on every machine. */
export function toPng(svg: string, { width }: { width: number }): Uint8Array {
  return new Resvg(svg, { font, fitTo: { mode: "width", value: width } }).render().asPng();
}

const font = {
  loadSystemFonts: false,
  fontFiles: WEIGHTS.map(fontFile),
  defaultFontFamily: FAMILY,
};
