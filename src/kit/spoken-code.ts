const letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
const digits = "23456789";

/**
 * A code of twelve signs, made to be said over a telephone and typed by somebody without glasses: a letter and a digit in
 * turn, none that is confused aloud (no 0/O, 1/I/L). Never four digits in a row, or it would be taken for an OTP and
 * refused; never letters first and digits last, or it would be taken for a poster's code. 184^6 of them, more than 2^45.
 */
export const spokenCode = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, (_, i) =>
    i % 2 === 0 ? letters[pick(letters.length)] : digits[pick(digits.length)],
  ).join("");

/** A code as it is printed and shown: groups of four, which is as much as an eye carries over to a keyboard. */
export const grouped = (code: string): string => code.match(/.{1,4}/gu)?.join(" ") ?? code;

/** A letter and a digit in turn, as all of them were made: twelve signs, and eight before them. */
export const isSpokenCode = (code: string): boolean =>
  /^(?:[A-HJKMNP-Z][2-9]){4}(?:(?:[A-HJKMNP-Z][2-9]){2})?$/.test(code);

const LENGTH = 12;
