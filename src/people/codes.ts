import { isSpokenCode } from "../kit/spoken-code.ts";
import { bare } from "../kit/text.ts";

/**
 * The short code a text may be, in bare form: `xóm 3` → XOM3, `bai 1` → BAI1, `Mã y8u7 q6k4-a2b3 ạ` → Y8U7Q6K4A2B3. Null
 * where it looks like none. Whether it opens anything is for the turn to find out: "câu 2" looks like a code and is an
 * answer. Everything that takes a code reads it here: the chat, addresses, the certificate page.
 */
export const codeIn = (text: string): string | null => {
  const all = wordsOf(text);
  const tight = all.join("");
  if (/^[A-Z]{2,12}\d{1,3}$/.test(tight)) return tight;
  const from = all.findIndex((word) => !before.has(word));
  const to = all.findLastIndex((word) => !after.has(word)) + 1;
  const named = from < 0 ? "" : all.slice(from, to).join("");
  if (named !== tight && said.test(named) && from > 0) return named;
  // Without its word in front a code must hold a letter and a digit, or every eight-letter word would be one.
  return [named, tight].find((code) => said.test(code) && mixed(code)) ?? null;
};

/** A code as somebody typed it into an address or a field that asks for nothing else. */
export const codeTyped = (text: string): string => codeIn(text) ?? wordsOf(text).join("");

/** It could open a person, a role or a certificate: who tries such ones out is slowed down (misses.ts). */
export const opensSomebody = (code: string): boolean => said.test(code) && mixed(code) && !/^[A-Z]+\d+$/.test(code);

/** Words that were meant as such a code, so that "not found" is the answer and not a search. Others of eight signs may be a number plate. */
export const meantAsCode = (text: string, code: string): boolean =>
  opensSomebody(code) && (isSpokenCode(code) || before.has(wordsOf(text)[0] ?? ""));

const mixed = (code: string): boolean => /\d/.test(code) && /[A-Z]/.test(code);

const wordsOf = (text: string): readonly string[] => {
  // Marks written apart make a text longer than it is read; a code with its words is never as long as this.
  if (text.length > 160) return [];
  const words = bare(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return words.length > 40 ? [] : words.toUpperCase().split(" ");
};

/** Twelve signs, a letter and a digit in turn; those of eight, given out before, in any order. None that is confused aloud (no 0/O, 1/I/L). */
const said = /^(?:[2-9A-HJKMNP-Z]{8}|(?:[A-HJKMNP-Z][2-9]){6})$/;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
/** What people say before a code: "mã giấy của tôi là …", "kiểm tra mã …". */
const before = words(
  "MA MOI SO LIEN KET CHUYEN MAY GIAY GHI NHAN KIEM TRA XEM HO GIUP LA CUA TOI MINH BAC ONG BA CO CHU ANH CHI EM CON CHAU CODE LINK CERTIFICATE CHECK MY IS THE",
);
/** And behind it. */
const after = words("A AH NHE NHA NHI VOI DAY NE THAT HAY GIA CO DUNG KHONG BAC OI GIUP");
