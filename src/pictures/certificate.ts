import { body } from "./certificate/body.ts";
import { foot } from "./certificate/foot.ts";
import { head } from "./certificate/head.ts";
import type { Certificate } from "./certificate/words.ts";
import { certificateWords } from "./certificate/words.ts";
import { FAMILY } from "./fonts.ts";
import { palette } from "./palette.ts";

export const CERTIFICATE = { width: 1200, height: 850 } as const;

/** A certificate as SVG, 1200 × 850 units: a chalkboard frame, a white sheet, the name on ruled lines. */
export function certificateSvg(c: Certificate): string {
  const said = certificateWords[c.language](c);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CERTIFICATE.width}" height="${CERTIFICATE.height}" viewBox="0 0 ${CERTIFICATE.width} ${CERTIFICATE.height}" font-family="${FAMILY}">`,
    board,
    head(c, said),
    body(c, said),
    foot(c, said),
    "</svg>",
  ].join("");
}

const board = [
  `<rect width="1200" height="850" fill="${palette.brandDark}"/>`,
  `<rect x="24" y="24" width="1152" height="768" fill="${palette.white}"/>`,
  `<rect x="35.5" y="35.5" width="1129" height="745" fill="none" stroke="${palette.bubbleEdge}"/>`,
  `<rect y="824" width="1200" height="26" fill="${palette.brandDeep}"/>`,
  `<rect x="60" y="809" width="64" height="12" rx="6" fill="${palette.white}"/>`,
  `<rect x="138" y="809" width="38" height="12" rx="6" fill="${palette.tap}" transform="rotate(-3 157 815)"/>`,
].join("");
