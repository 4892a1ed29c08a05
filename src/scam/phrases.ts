import type { Sign, SignWeight } from "./sign.ts";
import { placeOf } from "./view.ts";

/**
 * A sign made of phrases. In a pattern `…` is up to six words of the same sentence, `~` up to twelve of the next; a space parts
 * words. A phrase that a warning forbids ("không đọc mã OTP cho ai") is not seen.
 */
export const scamPhrases = (table: readonly (readonly [SignWeight, string])[]): Sign => {
  const patterns = table.map(([weight, source]) => [weight, patternOf(source)] as const);
  return ({ words }) => {
    if (warns(words.text)) return [];
    const bans = bansIn(words.text);
    return patterns.flatMap(([weight, pattern]) => {
      const meant = firstMeant(words.text.matchAll(pattern), bans);
      return meant ? [{ weight, at: placeOf(words, ...meant) }] : [];
    });
  };
};

const patternOf = (source: string): RegExp => {
  const gaps = source.replace(/ … /g, "(?: [^. ]+){0,6} ").replace(/ ~ /g, "(?: [^ ]+){0,12} ");
  return new RegExp(`(?<= )(?:${gaps})(?= )`, "g");
};

/** A warning's "do not …": from where on it holds, and the end of its sentence. */
type Ban = { readonly from: number; until: number };

/**
 * "Không bấm link, cài app, đọc mã": the ban reaches to the end of its sentence. "Nếu không … sẽ khóa" bans nothing. All
 * of them are found in one pass: looked for again before each phrase, a message of nothing but bans would cost its square.
 */
const bansIn = (text: string): readonly Ban[] => {
  const bans: Ban[] = [];
  let ended = 0;
  for (const { 0: found, index } of text.matchAll(banOrEnd))
    if (found === " .")
      for (const ban of bans.slice(ended)) {
        ban.until = index;
        ended += 1;
      }
    else bans.push({ from: index + found.length, until: Number.POSITIVE_INFINITY });
  return bans;
};

const banOrEnd =
  /(?<! neu) (?:(?:khong|ko|chua|chang) (?:bao gio |duoc |nen |he |co |thuc hien )?|(?<! su | ap )dung (?:co |bao gio )?|tuyet doi (?:khong )?|tranh |never |not |don t )(?:cung cap|chia se|tiet lo|bam|truy cap|lam theo|gui|doc|cai|tai|chuyen|yeu cau|lam viec|nhap|nghe theo|dua|tra loi|ket ban|hoi|tin|share|click|install|transfer|ask|send|give)\b| \.(?= )/g;

/** The first phrase that no ban reaches. Both come in order, so that one walk through them is enough. */
const firstMeant = (matches: Iterable<RegExpExecArray>, bans: readonly Ban[]): readonly [number, number] | null => {
  let passed = 0;
  for (const { 0: found, index: from } of matches) {
    const to = from + found.length;
    while ((bans[passed]?.from ?? Number.POSITIVE_INFINITY) <= to) passed += 1;
    const ban = bans[passed - 1];
    if (!ban || ban.until + sentenceEnd.length <= from) return [from, to];
  }
  return null;
};
const sentenceEnd = " . ";

/** Police and banks tell how scammers write; then their words stand in the message without being meant. A link still counts. */
const warns = (text: string): boolean =>
  / (gia danh|gia mao|mao danh|thu doan|ke gian|ke xau|lua dao|chieu tro) /.test(text) &&
  / (canh giac|khong lam theo|khong nghe theo|khong cung cap|khong chuyen|khong bam|khong cai|tuyet doi khong|dung bam|dung chuyen|bao ngay (cho )?(co quan )?cong an|khong truy cap|khong tra loi|can trong) /.test(
    text,
  ) &&
  !/ (lay lai|hoan lai|thu hoi) (duoc )?(tien|von|so tien) /.test(text);
