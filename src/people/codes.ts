import { bare } from "./bare.ts";

/**
 * The short code a text may be, in bare form: `xóm 3` → XOM3, `bai 1` → BAI1, `Mã 7k2p 9xy4` → 7K2P9XY4. Null where it
 * looks like none. Whether it opens anything is for the turn to find out: "câu 2" looks like a code and is an answer.
 */
export const codeIn = (text: string): string | null => {
  if (text.length > 40) return null;
  const words = bare(text)
    .trim()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const tight = words.replace(/ /g, "").toUpperCase();
  if (/^[A-Z]{2,12}\d{1,3}$/.test(tight)) return tight;
  const named = /^(?:ma (?:moi|lien ket|so|chuyen may)|ma|moi|code|link) (.+)$/
    .exec(words)?.[1]
    ?.replace(/ /g, "")
    .toUpperCase();
  if (named !== undefined && spoken.test(named)) return named;
  // Without its word in front a code must hold a letter and a digit, or every eight-letter word would be one.
  return spoken.test(tight) && /\d/.test(tight) && /[A-Z]/.test(tight) ? tight : null;
};

/** The eight signs of link and invitation codes: none that is confused aloud (no 0/O, 1/I/L). */
const spoken = /^[2-9A-HJKMNP-Z]{8}$/;
