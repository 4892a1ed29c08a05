import { leavable, placeholdersIn } from "../content/placeholder-names.ts";
import type { SourceText } from "../content/translations/source-texts.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { linksIn } from "../scam/links.ts";
import { plainView } from "../scam/plain.ts";

/**
 * What is wrong with a translation, a sentence each; nothing when it may be kept. Nobody here can read it, so what is
 * checked is what a mistake or a stranger's hand would show: braces, length, and numbers or addresses out of nowhere.
 */
export const unfit = (source: Pick<SourceText, "vi" | "en" | "max">, text: string): readonly Bilingual[] => [
  ...braces(source, text),
  ...(text.length > source.max
    ? [
        {
          vi: `dài ${text.length} chữ cái, nhiều nhất ${source.max}`,
          en: `${text.length} characters, at most ${source.max} fit`,
        },
      ]
    : []),
  ...added(addressesIn, source, text).map((a) => ({
    vi: `có địa chỉ "${a}" mà bản gốc không có`,
    en: `has the address "${a}", which the original has not`,
  })),
  ...added(numbersIn, source, text).map((n) => ({
    vi: `có số ${n} mà bản gốc không có`,
    en: `has the number ${n}, which the original has not`,
  })),
  ...((text.match(/\*\*/g) ?? []).length % 2 === 1
    ? [{ vi: "dấu ** phải đi thành cặp", en: "the ** around bold words must come in pairs" }]
    : []),
  ...(/[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(text.replace(/\n/g, ""))
    ? [{ vi: "có ký tự không nhìn thấy", en: "has characters that cannot be seen" }]
    : []),
];

const braces = ({ vi, en }: Pick<SourceText, "vi" | "en">, text: string): readonly Bilingual[] => {
  const theirs = placeholdersIn(text);
  const known = new Set([...placeholdersIn(vi), ...placeholdersIn(en)]);
  const missing = placeholdersIn(vi).filter((name) => !leavable.has(name) && !theirs.includes(name));
  const left = /\{\{|\}\}/.test(text.replace(/\{\{\s*\w+\s*\}\}/g, ""));
  return [
    ...unique(missing).map((n) => ({ vi: `thiếu {{${n}}}`, en: `{{${n}}} is missing` })),
    ...unique(theirs.filter((n) => !known.has(n))).map((n) => ({
      vi: `có {{${n}}} mà bản gốc không có`,
      en: `has {{${n}}}, which the original has not`,
    })),
    ...(left ? [{ vi: "dấu {{ }} không đủ cặp", en: "a {{ or }} stands alone" }] : []),
  ];
};

const added = (
  find: (text: string) => readonly string[],
  { vi, en }: Pick<SourceText, "vi" | "en">,
  text: string,
): readonly string[] => {
  const known = new Set([...find(vi), ...find(en)]);
  return unique(find(text)).filter((one) => !known.has(one));
};

const addressesIn = (text: string): readonly string[] => [
  ...linksIn(plainView(text), text).map((l) => l.host),
  ...(text.match(/(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+/g) ?? []),
];

/** Digits only, also those of other scripts: "30.000 đồng" and "30,000" are one number. What stands in braces is no number. */
const numbersIn = (text: string): readonly string[] =>
  (text.replace(/\{\{[^{}]*\}\}/g, "").match(/\p{Nd}+(?:[.,\s]\p{Nd}{3})*/gu) ?? []).map((n) =>
    n.replace(/\P{Nd}/gu, ""),
  );

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
