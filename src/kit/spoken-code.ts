const letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
const digits = "23456789";

/**
 * A code of eight signs, made to be said over a telephone and typed by somebody without glasses: a letter and a digit in
 * turn, none that is confused aloud (no 0/O, 1/I/L). Never four digits in a row, or it would be taken for an OTP and
 * refused; never letters first and digits last, or it would be taken for a poster's code. About 2^30 of them.
 */
export const spokenCode = (pick: (below: number) => number): string =>
  Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? letters[pick(letters.length)] : digits[pick(digits.length)])).join(
    "",
  );
