import type { Sign } from "../sign.ts";
import { placeOf } from "../view.ts";

/** A number of another country, or a home number dressed as one (+0…, 084…): such calls about fines were reported in 2025. */
const pattern =
  /(?<![\w.])(?:\+(?!84\s?\d)|00(?!84)(?=[1-9]))\s?\d{1,4}[\d\s.()-]{6,14}\d|(?<![\w.+])\+?084[\d\s.-]{7,12}\d/g;

export const foreignNumber: Sign = ({ plain }) =>
  [...plain.text.matchAll(pattern)].map((m) => ({ at: placeOf(plain, m.index, m.index + m[0].length), weight: 2 }));
