import { randomInt } from "node:crypto";

/** Signs nobody confuses aloud or on paper: no 0/O, 1/I/L. */
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code of eight signs, made to be said over a telephone and typed by somebody without glasses. About 2^39 of them. */
export const spokenCode = (pick: (below: number) => number = (below) => randomInt(below)): string =>
  Array.from({ length: 8 }, () => signs[pick(signs.length)]).join("");
