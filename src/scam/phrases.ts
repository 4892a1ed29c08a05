import type { Sign, Weight } from "./sign.ts";
import { placeOf } from "./view.ts";

/**
 * A sign made of phrases. In a pattern `…` is up to six words of the same sentence, `~` up to twelve of the next; a space parts
 * words. A phrase that a warning forbids ("không đọc mã OTP cho ai") is not seen.
 */
export const phrases = (table: readonly (readonly [Weight, string])[]): Sign => {
  const patterns = table.map(([weight, source]) => [weight, patternOf(source)] as const);
  return ({ words }) => {
    if (warns(words.text)) return [];
    return patterns.flatMap(([weight, pattern]) => {
      for (const match of words.text.matchAll(pattern)) {
        const from = match.index;
        if (!forbidden(words.text.slice(0, from), match[0]))
          return [{ weight, at: placeOf(words, from, from + match[0].length) }];
      }
      return [];
    });
  };
};

const patternOf = (source: string): RegExp => {
  const gaps = source.replace(/ … /g, "(?: [^. ]+){0,6} ").replace(/ ~ /g, "(?: [^ ]+){0,12} ");
  return new RegExp(`(?<= )(?:${gaps})(?= )`, "g");
};

const ban =
  /(?<! neu) (?:(?:khong|ko|chua|chang) (?:bao gio |duoc |nen |he |co |thuc hien )?|(?<! su | ap )dung (?:co |bao gio )?|tuyet doi (?:khong )?|tranh |never |not |don t )(?:cung cap|chia se|tiet lo|bam|truy cap|lam theo|gui|doc|cai|tai|chuyen|yeu cau|lam viec|nhap|nghe theo|dua|tra loi|ket ban|hoi|tin|share|click|install|transfer|ask|send|give)\b/;

/** "Không bấm link, cài app, đọc mã": the ban reaches to the end of its sentence. "Nếu không … sẽ khóa" bans nothing. */
const forbidden = (before: string, match: string): boolean => {
  const sentence = before.slice(before.lastIndexOf(" . ") + 1);
  return ban.test(` ${sentence}${match} `);
};

/** Police and banks tell how scammers write; then their words stand in the message without being meant. A link still counts. */
const warns = (text: string): boolean =>
  / (gia danh|gia mao|mao danh|thu doan|ke gian|ke xau|lua dao|chieu tro) /.test(text) &&
  / (canh giac|khong lam theo|khong nghe theo|khong cung cap|khong chuyen|khong bam|khong cai|tuyet doi khong|dung bam|dung chuyen|bao ngay (cho )?(co quan )?cong an|khong truy cap|khong tra loi|can trong) /.test(
    text,
  ) &&
  !/ (lay lai|hoan lai|thu hoi) (duoc )?(tien|von|so tien) /.test(text);
