import QRCode from "qrcode";

/** A QR code as one path, its quiet zone included: older phones do not find it without. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  return (
    <svg class="qr" viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size + 8}v${size + 8}H0z`} />
      <path fill="#14201C" d={path} />
    </svg>
  );
};
