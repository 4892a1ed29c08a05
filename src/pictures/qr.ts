import QRCode from "qrcode";
import { palette } from "./palette.ts";

/** Side of the square a QR code is drawn in on a certificate, its quiet zone included. */
const SIDE = 168;

/** A QR code in its frame, whole units a module so that every module is sharp; returns its true side, `most` at most. */
export function qr(text: string, x: number, bottom: number, most: number = SIDE): { svg: string; side: number } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  // Four pale modules on each side belong to the code: without them older phones do not find it beside the frame.
  const unit = Math.max(1, Math.floor(most / (size + 8)));
  const side = unit * (size + 8);
  const y = bottom - side;
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      if (!data[row * size + from]) continue;
      let to = from;
      while (to < size && data[row * size + to]) to++;
      path += `M${from} ${row}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  const svg =
    `<rect x="${x - 1}" y="${y - 1}" width="${side + 2}" height="${side + 2}" fill="${palette.white}" stroke="${palette.dark}" stroke-width="2"/>` +
    `<path data-qr="${size}" transform="translate(${x + 4 * unit} ${y + 4 * unit}) scale(${unit})" d="${path}" fill="${palette.dark}" shape-rendering="crispEdges"/>`;
  return { svg, side };
}
