import { cardPng } from "./card-png.ts";
import { CERTIFICATE, certificateSvg } from "./certificate.ts";
import type { Drawing } from "./drawing.ts";
import { toPng } from "./png.ts";
import { SUMMARY, summarySvg } from "./summary.ts";

/** Draws a picture. Takes up to 0.2 s, so it belongs into a worker (app/pool), never on a thread that answers people. */
export const drawPng = (drawing: Drawing): Uint8Array => {
  switch (drawing.kind) {
    case "card":
      return cardPng(drawing.card, { language: drawing.language });
    case "certificate":
      return toPng(certificateSvg(drawing.of), { width: CERTIFICATE.width });
    case "summary":
      return toPng(summarySvg(drawing.of), { width: SUMMARY.width });
  }
};
