/**
 * Text laid bare for looking at its characters one by one: no diacritics, lower case, plain digits in whatever script
 * they were typed, nothing invisible. Unlike `fold` it keeps punctuation, and zero-width marks vanish without a gap.
 */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Cc}/gu, " ")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[đĐ]/g, "d")
    .replace(/\p{Nd}/gu, plainDigit)
    .toLowerCase();

/** Decimal digits stand in runs of ten, zero first, in every script Unicode knows. */
export const plainDigit = (digit: string): string => {
  if (digit >= "0" && digit <= "9") return digit;
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
};
