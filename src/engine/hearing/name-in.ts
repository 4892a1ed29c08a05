import { type Phrases, phrasesOf } from "../../kit/phrases.ts";
import { composed } from "../../kit/text.ts";
import { wordsOf } from "../../kit/vietnamese-words.ts";

/** Words around a name. `titles` are taken off only where a name is left; a word of a name that is also one is kept. */
export type NameWords = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Names that begin with a polite word: Dạ Lan, Dạ Thảo. */
  readonly whole: readonly string[];
  /** Taken off only in small letters before a large one: "anh Tuấn", but not "Anh Tuấn", who may be called so. */
  readonly titles: readonly string[];
  /** Nobody's name, although one or two words were all that was asked for. */
  readonly not: readonly string[];
};

/** The name in "dạ tôi tên là Lan ạ", as it was written: of a name nothing is folded. */
export const nameIn = ({ before, after, whole, titles }: NameWords) => {
  const lead = phrasesOf(before);
  const tail = phrasesOf(after);
  const names = phrasesOf(whole);
  const called = phrasesOf(titles);
  return (text: string): string => {
    const parts = composed(text)
      .replace(/[.,!;:](?=[.,!;:\s]|$)/gu, " ")
      .split(/\s+/u)
      .filter((part) => wordsOf(part).length > 0);
    const firstName = (from: number): boolean => {
      const here = parts.slice(from).join(" ");
      return names.has(wordsOf(here)) && /^\p{Lu}/u.test(here);
    };
    let from = 0;
    let to = parts.length;
    for (let n = most(parts.slice(from, to), lead); n > 0 && !firstName(from); n = most(parts.slice(from, to), lead))
      from += n;
    const [title = "", name = ""] = parts.slice(from);
    if (called.has(wordsOf(title)) && /^\p{Ll}/u.test(title) && /^\p{Lu}/u.test(name)) from += 1;
    for (let n = last(parts.slice(from, to), tail); n > 0; n = last(parts.slice(from, to), tail)) to -= n;
    return parts.slice(from, to).join(" ").trim();
  };
};

const longest = 5;

/** How many parts at the beginning are said before a name; never all of them. */
const most = (parts: readonly string[], lead: Phrases): number => {
  for (let n = Math.min(longest, parts.length - 1); n > 0; n--) {
    const words = wordsOf(parts.slice(0, n).join(" "));
    // One word alone is a title only with its marks: Ba Hoa is a name, "bà Hoa" is Hoa.
    if (n === 1 ? lead.exact(words) : lead.has(words)) return n;
  }
  return 0;
};

const last = (parts: readonly string[], tail: Phrases): number => {
  for (let n = Math.min(longest, parts.length - 1); n > 0; n--)
    if (tail.has(wordsOf(parts.slice(-n).join(" ")))) return n;
  return 0;
};
