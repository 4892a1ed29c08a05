import type { Context } from "../engine/context.ts";
import type { Hearing } from "../engine/hearing.ts";
import { type Age, ages } from "../engine/person.ts";
import { yearOf } from "../kit/vietnam-time.ts";
import { isNumeral, numberOf } from "../kit/vietnamese-number.ts";
import { type Word, wordsOf } from "../kit/vietnamese-words.ts";

/** What a sentence says at a question whose options are a list of the world: the id of the entry, if it is plain which. */
export const readers: Readonly<Record<string, (text: string, ctx: Context) => string | null>> = {
  ages: (text, ctx) => {
    const age = ageIn(text, ctx.env.hearing, yearOf(ctx.env.now));
    return age === null ? null : bandOf(age);
  },
  villages: (text, ctx) => villageIn(text, ctx),
  "pushable-villages": (text, ctx) => villageIn(text, ctx),
};

const upTo: readonly (readonly [Age, number])[] = [
  ["under16", 15],
  ["16-29", 29],
  ["30-49", 49],
  ["50-64", 64],
  ["65plus", 125],
];
const bandOf = (age: number): Age | null =>
  upTo.find(([band, last]) => ages.includes(band) && age <= last)?.[0] ?? null;

/** How old somebody says they are: "sáu tám", "sinh năm 1958", "hơn 60". Null where anything else is said as well. */
const ageIn = (
  text: string,
  { around, isFiller }: Pick<Hearing, "around" | "isFiller">,
  year: number,
): number | null => {
  // "69t" is how phones write it.
  const words = wordsOf(text.replace(/(\d{2})t\b/giu, "$1"));
  if (words.length > 14) return null;
  const numbers: number[] = [];
  let born = false;
  let less = false;
  for (let i = 0; i < words.length; ) {
    const here = words.slice(i, i + 1);
    const run = numeralsAt(words, i);
    const bearing = Math.max(0, ...around.born.from(words, i));
    const step = Math.max(0, ...around.age.from(words, i), ...(here.every(isFiller) ? [1] : []));
    if (run === 0 && bearing + step === 0) return null;
    if (run > 0) numbers.push(numberOf(words.slice(i, i + run).map((w) => w.key)) ?? Number.NaN);
    else {
      born ||= bearing > 0;
      less ||= around.less.from(words, i).length > 0;
    }
    i += run || Math.max(bearing, step);
  }
  const last = numbers.at(-1);
  // A second number makes two answers of it; a day and a month before the year do not.
  const dated = (last ?? 0) >= 1900 && numbers.slice(0, -1).every((n) => n <= 31);
  const [a, b] = numbers;
  // "30-49", as the options are written.
  if (numbers.length === 2 && !dated && a !== undefined && b !== undefined && bandOf(a) === bandOf(b)) return a;
  return last === undefined || (numbers.length > 1 && !dated) ? null : ageOf({ n: last, born, less }, year);
};

const ageOf = ({ n, born, less }: { n: number; born: boolean; less: boolean }, year: number): number | null => {
  const birth = n >= 1900 && n <= year ? n : born && n < 100 ? (n > year % 100 ? 1900 + n : 2000 + n) : null;
  const age = birth === null ? (born ? null : n - (less ? 1 : 0)) : year - birth;
  return age !== null && age >= 3 && age <= 125 ? age : null;
};

/** How many words from here are one number. "Năm" is a year and not a five before "nay", before digits, and after "sinh". */
const numeralsAt = (words: readonly Word[], at: number): number => {
  let n = 0;
  while (
    n < 8 &&
    numeral(words[at + n]) &&
    !(n > 0 && words[at + n]?.key === "nam" && isLong(words[at + n + 1])) &&
    !(n > 0 && [words[at + n], words[at + n - 1]].some(isLong))
  )
    n++;
  const next = words[at + 1];
  const yearWord = words[at]?.key === "nam" && ["sinh", "de", "sn"].includes(words[at - 1]?.key ?? "");
  if (
    words[at]?.key === "nam" &&
    (next?.key === "nay" || /^\d/.test(next?.key ?? "") || (yearWord && n > 1 && !DECADES.has(next?.key ?? "")))
  )
    return 0;
  return n;
};

/** Two digits and more are a number of their own: "2 3 1960". */
const isLong = (word: Word | undefined): boolean => /^\d{2}/.test(word?.key ?? "");
const DECADES: ReadonlySet<string> = new Set(["muoi", "chuc"]);

const numeral = (word: Word | undefined): boolean =>
  word !== undefined && isNumeral(word.key) && (word.tone === "" || TONES.has(`${word.letters}${word.tone}`));

/** Numerals as they are written with their tones, so that "bà" is not three. */
const TONES = new Set(
  "mốt bốn bảy bẩy tám chín mười sáu nghìn ngàn lẻ một chục"
    .split(" ")
    .flatMap((w) => wordsOf(w).map((word) => `${word.letters}${word.tone}`)),
);

/** A village by what tells it from the others: "xóm 2", "tôi ở xom hai". */
const villageIn = (text: string, ctx: Context): string | null => {
  const { units } = ctx.env.hearing.around;
  const told = numbersAsDigits(wordsOf(text).map((w) => w.key)).filter((key) => !units.has(wordsOf(key)));
  const filler = (key: string): boolean => wordsOf(key).every((w) => ctx.env.hearing.isFiller(w));
  const matter = told.filter((key) => !filler(key));
  if (matter.length === 0 || matter.length > 6) return null;
  const found = ctx.facts.commune.villages.filter(({ name }) => {
    const own = numbersAsDigits(wordsOf(name).map((w) => w.key));
    return matter.every((key) => own.includes(key));
  });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
};

const numbersAsDigits = (keys: readonly string[]): readonly string[] => {
  const out: string[] = [];
  for (let i = 0; i < keys.length; i++) {
    let n = 0;
    while (i + n < keys.length && isNumeral(keys[i + n] ?? "")) n++;
    const number = n > 0 ? numberOf(keys.slice(i, i + n)) : null;
    if (number === null) out.push(keys[i] ?? "");
    else {
      out.push(String(number));
      i += n - 1;
    }
  }
  return out;
};
