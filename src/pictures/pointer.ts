import { palette } from "./palette.ts";
import { toHundredths } from "./text.ts";

/** The pointing hand; its fingertip lies some 12 units right of and just under the given point. */
export const pointer = (x: number, y: number): string =>
  `<g transform="translate(${toHundredths(x)} ${toHundredths(y)}) rotate(-14) scale(.92)"><path d="M9 2a4.2 4.2 0 018.4 0v12.5l10 2.7a6 6 0 014.4 6.8l-2.2 10.5H9.5L-.5 23a3.9 3.9 0 015.7-5.3L9 21z" fill="${palette.white}" stroke="${palette.dark}" stroke-width="2.2" stroke-linejoin="round"/></g>`;

/** How much of a tapped row's right end the hand covers: no text goes there. */
export const HAND_ROOM = 42;
