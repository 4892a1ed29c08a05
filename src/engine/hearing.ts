import { isMarked, type Phrases, phrasesOf } from "../kit/phrases.ts";
import { numberOf } from "../kit/vietnamese-number.ts";
import { bareKey, type Word, wordsOf } from "../kit/vietnamese-words.ts";
import type { Command } from "./commands.ts";
import { bagOf } from "./hearing/bag.ts";
import { type NameWords, nameIn } from "./hearing/name-in.ts";
import { stripped } from "./hearing/stripped.ts";

/** What people say besides the matter itself, as data: the engine knows how to listen, and no word of any language. */
export type Spoken = {
  /** Said before an answer, or behind it, and meaning nothing. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What makes the word before it a name one calls by: "em ơi". */
  readonly calling: readonly string[];
  readonly yes: readonly string[];
  /** Of them, those that say only that something was done: they agree to nothing. */
  readonly done: readonly string[];
  /** Behind a yes it takes it back: "có đâu". */
  readonly denying: readonly string[];
  readonly no: readonly string[];
  /** "I would rather not say": leaves a question without an answer. */
  readonly skip: readonly string[];
  /** Of them, those that only do not know: they refuse nothing. */
  readonly unsure: readonly string[];
  /** "Not what I meant": takes back what was just heard. */
  readonly change: readonly string[];
  /** Pictures that answer: a thumb up is a yes. */
  readonly signs: { readonly yes: readonly string[]; readonly no: readonly string[] };
  /** Said before the number of an option: "đáp án", "câu". */
  readonly numbered: readonly string[];
  /** First, second, last … as the place of an option counted from 1, -1 being the last. */
  readonly places: Readonly<Record<string, number>>;
  /** Words that may stand anywhere around small talk or a command and carry no matter of their own. */
  readonly filler: readonly string[];
  /** Words that make a sentence a question, so that it is no name. */
  readonly asking: readonly string[];
  readonly name: NameWords;
  /** What people say for an entry of a list, by the list and the entry. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Around an age; before a year of birth; before a number that is not reached. */
  readonly age: {
    readonly around: readonly string[];
    readonly born: readonly string[];
    readonly less: readonly string[];
  };
  /** Words for a village, said one for another. */
  readonly units: readonly string[];
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  /** Small talk by its kind. */
  readonly talk: Readonly<Record<string, readonly string[]>>;
  /** What this house does not answer, by its kind, and words that tell it. */
  readonly outside: Readonly<Record<string, readonly string[]>>;
  /** What is asked of a page in the middle of it, by its kind: its fee, how long it takes. */
  readonly about: Readonly<Record<string, readonly string[]>>;
};

/** One way to take what was said, without what politeness put around it. */
export type Said = { readonly words: readonly Word[]; readonly key: string };

export type Hearing = {
  /** All ways to take a text, the whole of it first. Nothing when it has no words. */
  readonly said: (text: string) => readonly Said[];
  readonly polarity: (text: string) => "yes" | "no" | null;
  readonly isSkip: (text: string) => boolean;
  /** Neither agrees nor refuses, although it answers many a question: "xong", "không biết". */
  readonly isUndecided: (text: string) => boolean;
  /** A yes that was none: "có đâu". */
  readonly isTakenBack: (text: string) => boolean;
  readonly isChange: (text: string) => boolean;
  readonly isQuestion: (text: string) => boolean;
  /** Whether this part of what was said begins with a no: the rest says to what. */
  readonly refusal: (said: Said) => readonly Word[] | null;
  /** The place of an option that was said alone: "số hai", "b", "cuối cùng" (-1). */
  readonly place: (said: Said) => number | null;
  /** A number that stands first, and the words after it. */
  readonly leading: (said: Said) => { readonly n: number; readonly rest: readonly Word[] } | null;
  readonly command: (text: string) => Command | null;
  /** The command whose very words these are, with nothing around them. */
  readonly commandWord: (text: string) => Command | null;
  /** The command where a name was asked for: Dung and Tiếp are what people are called. */
  readonly commandAtName: (text: string) => Command | null;
  readonly nameIn: (text: string) => string;
  readonly isNoName: (text: string) => boolean;
  /** The one entry of a list that is told in a sentence: "tôi làm ruộng ở nhà mấy chục năm rồi". */
  readonly entryIn: (list: string, text: string) => string | null;
  readonly isFiller: (word: Word) => boolean;
  readonly around: Readonly<Record<"age" | "born" | "less" | "units", Phrases>>;
  readonly talk: (text: string) => string | null;
  readonly outside: (text: string) => string | null;
  /** What of a page a question asks for ("fee"), and its words that are not part of the asking. */
  readonly about: (text: string) => { readonly kind: string; readonly rest: readonly Word[] } | null;
};

export const createHearing = (spoken: Spoken): Hearing => {
  const before = phrasesOf([...spoken.before, ...spoken.numbered]);
  const after = phrasesOf(spoken.after);
  const calling = phrasesOf(spoken.calling);
  const lists = {
    yes: phrasesOf(spoken.yes),
    no: phrasesOf(spoken.no),
    done: phrasesOf(spoken.done),
    denying: phrasesOf(spoken.denying),
    skip: phrasesOf(spoken.skip),
    unsure: phrasesOf(spoken.unsure),
    change: phrasesOf(spoken.change),
    asking: phrasesOf(spoken.asking),
  };
  const commands = Object.entries(spoken.commands).map(
    ([command, words]) => [command as Command, phrasesOf(words)] as const, // keys of `commands`
  );
  const commandBag = bagOf(
    Object.entries(spoken.commands).map(([name, words]) => [name, words.filter((w) => wordsOf(w).length > 1)]),
    [...spoken.filler, ...spoken.before, ...spoken.after],
  );
  const talkBag = bagOf(Object.entries(spoken.talk), [...spoken.filler, ...spoken.before, ...spoken.after]);
  const noNames = phrasesOf(spoken.name.not);
  const outside = Object.entries(spoken.outside).map(([kind, words]) => [kind, phrasesOf(words)] as const);
  const about = Object.entries(spoken.about).map(([kind, words]) => [kind, phrasesOf(words)] as const);
  const places = new Map(
    Object.entries(spoken.places).map(([word, place]) => [bareKey(wordsOf(word)), { word, place }]),
  );

  const filler = phrasesOf(
    [...spoken.numbered, ...spoken.filler, ...spoken.before, ...spoken.after].filter((w) => wordsOf(w).length === 1),
  );
  const entries = Object.entries(spoken.lists).map(
    ([list, of]) => [list, Object.entries(of).map(([id, words]) => [id, phrasesOf(words)] as const)] as const,
  );

  /** A question mark alone is a cry for help; behind words it belongs to them. */
  const asksAlone = (text: string): boolean =>
    /(?:^|[^\p{L}\p{N}])\?/u.test(text) && wordsOf(text).every((word) => filler.has([word]));

  const said = (text: string): readonly Said[] =>
    stripped(wordsOf(text), before, after, calling).map((words) => ({ words, key: bareKey(words) }));
  const heard = (text: string, list: Phrases): boolean => said(text).some(({ words }) => list.has(words));
  const signs = (text: string, of: readonly string[]): boolean =>
    wordsOf(text).length === 0 && of.some((sign) => text.includes(sign));

  return {
    said,
    polarity: (text) => {
      if (signs(text, spoken.signs.yes)) return "yes";
      if (signs(text, spoken.signs.no)) return "no";
      // The first that is one of both, so that "không đồng ý" is not heard as its second half.
      const all = said(text);
      // With the very marks first: "cho lưu" is no "chớ lưu".
      for (const fits of ["exact", "has"] as const) {
        const size = (list: Phrases) => Math.max(0, ...all.map(({ words }) => (list[fits](words) ? words.length : 0)));
        const [yes, no] = [size(lists.yes), size(lists.no)];
        // "Ừ, thôi" is a no: its yes is only polite.
        if (yes + no > 0) return no >= yes ? "no" : "yes";
      }
      return null;
    },
    isSkip: (text) => heard(text, lists.skip),
    isUndecided: (text) => heard(text, lists.done) || heard(text, lists.unsure),
    isTakenBack: (text) => {
      const words = wordsOf(text);
      const agrees = (to: number): boolean =>
        stripped(words.slice(0, to), before, after, calling).some((one) => lists.yes.has(one));
      return words.some((_, i) => i > 0 && lists.denying.has(words.slice(i)) && agrees(i));
    },
    isChange: (text) => heard(text, lists.change),
    isQuestion: (text) => {
      const words = wordsOf(text);
      return text.includes("?") || words.some((_, i) => lists.asking.from(words, i).length > 0);
    },
    refusal: ({ words }) => {
      const taken = Math.max(0, ...lists.no.from(words, 0));
      return taken > 0 && taken < words.length ? words.slice(taken) : null;
    },
    place: ({ words, key }) => {
      const named = places.get(key);
      if (named && phrasesOf([named.word]).has(words)) return named.place;
      const letter =
        words.length === 1 && words[0]?.letters === key && words[0].tone === "" ? LETTERS.indexOf(key) : -1;
      if (letter >= 0) return letter + 1;
      return spells(words) ? numberOf(words.map((w) => w.key)) : null;
    },
    leading: ({ words }) => {
      const [first, ...rest] = words;
      const n = first && spells([first]) ? numberOf([first.key]) : null;
      return n === null || rest.length === 0 ? null : { n, rest };
    },
    command: (text) => {
      if (asksAlone(text)) return "help";
      const whole = wordsOf(text);
      for (const one of said(text)) {
        // "Nghe" is what people say behind anything: it is the command only where it comes first or hardly anything else is said.
        const behind = one.words.length === 1 && whole.length > 2 && one.key !== whole[0]?.key;
        if (behind && after.has(one.words)) continue;
        for (const [command, list] of commands) if (list.has(one.words)) return command;
      }
      return (commandBag(wordsOf(text)) as Command | null) ?? null; // the bag's kinds are the commands
    },
    commandWord: (text) => commands.find(([, list]) => list.has(wordsOf(text)))?.[0] ?? null,
    commandAtName: (text) => {
      const words = wordsOf(text);
      if (asksAlone(text)) return "help";
      const whole = commands.find(([, list]) => list.has(words))?.[0] ?? commandBag(words);
      if (whole === null || whole === undefined) return fully(said(text), commands);
      return words.length > 1 || /\d/.test(text) ? (whole as Command) : fully([{ words, key: "" }], commands); // as above
    },
    nameIn: nameIn(spoken.name),
    isNoName: (text) => noNames.exact(wordsOf(text)),
    entryIn: (list, text) => {
      const words = wordsOf(text);
      const scored = (entries.find(([name]) => name === list)?.[1] ?? []).map(([id, of]) => ({
        id,
        most: Math.max(0, ...words.flatMap((_, i) => of.from(words, i))),
      }));
      const best = Math.max(0, ...scored.map((s) => s.most));
      const found = scored.filter((s) => best > 0 && s.most === best);
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    },
    isFiller: (word) => filler.has([word]),
    around: {
      age: phrasesOf(spoken.age.around),
      born: phrasesOf(spoken.age.born),
      less: phrasesOf(spoken.age.less),
      units: phrasesOf(spoken.units),
    },
    about: (text) => {
      const words = wordsOf(text);
      const found = about.flatMap(([kind, list]) =>
        words.flatMap((_, at) => list.from(words, at).map((n) => ({ kind, at, n }))),
      );
      const best = found.sort((a, b) => b.n - a.n || a.at - b.at)[0];
      if (!best) return null;
      const said = new Set(found.filter((f) => f.kind === best.kind).flatMap(({ at, n }) => words.slice(at, at + n)));
      return { kind: best.kind, rest: words.filter((word) => !said.has(word)) };
    },
    talk: (text) => talkBag(wordsOf(text)),
    outside: (text) => {
      const words = wordsOf(text);
      const marked = isMarked(words);
      // Without marks a single word may be any other: "cay" is máy cày as well as cấy lúa.
      const sizes = (list: Phrases, at: number) => list.from(words, at, marked).filter((n) => marked || n > 1);
      const scored = outside.map(([kind, list]) => ({
        kind,
        score: words.reduce((sum, _, i) => sum + Math.max(0, ...sizes(list, i)), 0),
      }));
      const best = scored.sort((a, b) => b.score - a.score)[0];
      return best && best.score > 0 ? best.kind : null;
    },
  };
};

/** A single word is a command at a name only with all its marks, and nothing lies open that "tiếp" could go on with. */
const fully = (said: readonly Said[], commands: readonly (readonly [Command, Phrases])[]): Command | null => {
  for (const { words } of said) {
    const found = commands.find(([, list]) => list.exact(words))?.[0];
    if (found !== undefined) return found === "resume" && words.length === 1 ? null : found;
  }
  return null;
};

const LETTERS = "abcde";

/** A number word with marks is that word: "bà" is not three, "làm" not five, "nằm" neither. */
const spells = (words: readonly Word[]): boolean => words.every((w) => NUMERALS.has([w]) || /^\d+$/.test(w.key));

const NUMERALS = phrasesOf(
  "không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn hăm linh lẻ".split(" "),
);
