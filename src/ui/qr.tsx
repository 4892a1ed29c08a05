import QRCode from "qrcode";

/** A QR code as one path, its quiet zone included: older phones do not find it without. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { side, path } = drawn(text);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#14201C" d={path} />
    </svg>
  );
};

type Drawn = { readonly side: number; readonly path: string };

/** Some milliseconds each, on the thread that answers people, and the same few on every page: those last wanted are kept. */
const drawn = (text: string): Drawn => {
  const made = kept.get(text) ?? draw(text);
  kept.delete(text);
  kept.set(text, made);
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return made;
};
const kept = new Map<string, Drawn>();
/** Some 2 MB: every door poster of a commune with its villages. */
const mostKept = 100;

const draw = (text: string): Drawn => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  return { side: size + 8, path };
};
