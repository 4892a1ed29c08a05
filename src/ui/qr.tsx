import type { QrPath } from "./qr-path.ts";

/** A QR code on a page; drawn elsewhere (`qr-path.ts`). */
export const Qr = ({ drawn: { side, path }, label }: { drawn: QrPath; label: string }) => (
  <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
    <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
    <path fill="#14201C" d={path} />
  </svg>
);
