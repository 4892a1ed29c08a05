import QRCode from "qrcode";

/** A QR code as one path in a square of `side` units, its quiet zone included: older phones do not find it without. */
export type QrPath = { readonly side: number; readonly path: string };

/** Takes some milliseconds, the first time ten times as long, so it belongs into a worker (app/pool), never on a thread that answers people. */
export const qrPath = (text: string): QrPath => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  return { side: size + 8, path };
};
