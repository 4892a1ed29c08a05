import type { LaidBare } from "./laid-bare.ts";

/** `surely` whatever is said beside it; `sums` and `years` unless the words say that it is something private; short numbers in `links`. */
export type Harmless = Readonly<Record<"surely" | "sums" | "years" | "links", Places>>;

/** 1 for each place of the text that is taken. */
export type Places = Uint8Array;

/** Whether all of a stretch is taken in one of these. */
export const taken = (
  places: readonly Places[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean => places.some((one) => one.subarray(from, to).every((place) => place === 1));

/** Dates, documents, codes of offices, numbers everybody may know, sums and years. */
export const harmless = ({ plain, original }: LaidBare): Harmless => ({
  surely: all(surely, plain),
  // "172 345 987 Đồng Hỷ" is followed by a place.
  sums: all(sums, plain, (to) => !place.test(original(to, to + 9))),
  years: all(years, plain),
  links: all([/https?:\/\/[^\s]{1,500}/g], plain),
});

const place = /^ ?[Đđ]\S* [\p{Lu}]/u;

const all = (patterns: readonly RegExp[], plain: string, holds: (to: number) => boolean = () => true): Places => {
  const places = new Uint8Array(plain.length);
  for (const pattern of patterns)
    for (const { 0: text, index } of plain.matchAll(pattern))
      if (holds(index + text.length)) places.fill(1, index, index + text.length);
  return places;
};

/** "ngày 5 tháng 9 năm 2013" and "5/9/2013"; a day that cannot be is no date. */
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = "(?:0?[1-9]|1[0-2])";
const named = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}";
const year = String.raw`(?:19\d|20[0-4])\d`;
export const wholeDate = new RegExp(
  String.raw`(?<![\d/.-])(?:${day} ?([/.-]) ?${month} ?\1 ?${year}|${day} ${month} ${year}|(?:ngay )?${day} thang ${month} nam ${year}|nam ${year},? ngay ${day} thang ${month}|${day} ${named} ${year}|${named} ${day},? ${year})(?![\d/-])`,
  "g",
);

/** A name of money right after a figure, with nothing that makes it a place ("Đồng Hỷ") or an abbreviation ("đ/c", "Đ."). */
const unit = String.raw` ?(?:vnd|dong|ngan|nghin|trieu|tr|ty|ti|cu|k|d)(?![\p{L}])(?! ?/ ?c\b)(?!\. ?\p{L})`;

const surely: readonly RegExp[] = [
  wholeDate,
  new RegExp(String.raw`(?<![\d/.-])${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])`, "g"),
  new RegExp(String.raw`(?<![\d/.-])${day}/${month}/\d{2}(?![\d/])`, "g"),
  new RegExp(String.raw`(?<![\d/.])${day}[/.]${month}(?![\d/.])`, "g"),
  new RegExp(String.raw`(?<![\d/])${month}[/.-]${year}(?![\d/])`, "g"),
  /(?<!\d)(?:[01]?\d|2[0-4]) ?[:hg] ?[0-5]\d(?!\d)/g,
  // Numbers everybody may know; three more figures behind one make it half of a code.
  /(?<![\d.])1[89]00(?:[ .-]?\d){4,6}(?![\d]|[ .-]\d)/g,
  /(?<![\d.])(?<!(?<!11|15)\d[ -])(?:11[1-9]|156|1022|5656)(?!\d|[.]\d|[ -](?!11[1-9]|156)\d{3}(?!\d))/g,
  /[*][\d*]{1,20}#/g,
  // Codes of dossiers and procedures, numbers of documents.
  /(?<![\da-z])(?:[a-z]\d{2}|\d{3})(?:\.[a-z]?\d{1,3}){0,6}-\d{6}-\d{3,6}(?!\d)/g,
  /(?<![\d.])\d\.\d{6}(?:\.\d{3}){0,2}(?:\.\d{2}\.\d{2}\.[a-z]\d{2})?(?!\d)/g,
  /(?<!\d)\d{1,6}\/(?:\d{4}\/)?[a-z]{2}/g,
  // Standards: "TCVN 6909:2001".
  /(?<![\p{L}])(?:tcvn|qcvn|tccs|iso|iec) ?\d{1,5}(?:[:-]\d{1,4}){0,2}(?!\d)/gu,
  // Places on the map of Viet Nam.
  /(?<![\d.])(?:[89]|1\d|2[0-3])\.\d{4,8} ?, ?1[01]\d\.\d{4,8}(?!\d)/g,
];

const years: readonly RegExp[] = [
  /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20[0-4]\d(?!\d)/g,
  /(?<!\d)20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  new RegExp(String.raw`(?<![\d.,])${year}(?![\d]|[.,]\d)`, "g"),
];

const sums: readonly RegExp[] = [
  // Sums: by thousands, with round ends, or with the name of money behind. A sum does not begin with a nought.
  /(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}){1,5}(?<=000)(?!\d|[.,]\d{3})/g,
  /(?<![\d.,])[1-9]\d{0,2}(?: \d{3}){1,5}(?<=000)(?!\d| \d{3}|[.,]\d)/g,
  /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?:[.,]\d{1,2})?(?!\d|[.,]\d)/g,
  /(?<![\d.,])[1-9]\d?(?:[.,]\d{3}){2}(?!\d|[.,]\d)/g,
  /(?<![\d.,])[1-9]\d{1,7}000(?!\d)/g,
  /(?<!\d)[1-9]\d{0,2}0{5,9}(?!\d)/g,
  new RegExp(String.raw`(?<![\d.,])[1-9]\d{0,2}(?:[., ]\d{3}){1,4}(?=${unit})`, "gu"),
  new RegExp(String.raw`(?<![\d.,])[1-9]\d{0,7}(?:[.,]\d{1,3})?(?=${unit})`, "gu"),
  new RegExp(String.raw`(?<![\d.,])[1-9]\d{0,10}00(?=${unit})`, "gu"),
  /\bvnd ?[1-9]\d{3,10}(?!\d)/g,
];
