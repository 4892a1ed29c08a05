import { decomposed } from "../../kit/text.ts";
/**
 * A password as it would read with every mark left out, however it was typed: `mậtkhẩu`, `maatjkhaaur`, `ma65tkha63u` and
 * `matkhau` are one and the same to whoever guesses. What is no Vietnamese syllable stays as it is.
 */
export const plainVietnamese = (password: string, typing: Typing): string => {
  const text = withoutMarks(password.toLowerCase());
  // The cheapest way to read the text up to each place: a sign that stays costs more than a syllable.
  const best: { cost: number; plain: string }[] = [{ cost: 0, plain: "" }];
  for (let end = 1; end <= text.length; end += 1) {
    const before = best[end - 1] ?? { cost: 0, plain: "" };
    let found = { cost: before.cost + 3, plain: before.plain + (text[end - 1] ?? "") };
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const syllable = syllableOf(text.slice(start, end), typing);
      const head = best[start];
      if (syllable === null || !head || head.cost + 2 >= found.cost) continue;
      found = { cost: head.cost + 2, plain: head.plain + syllable };
    }
    best.push(found);
  }
  return best[text.length]?.plain ?? text;
};

/** How marks were typed. One password is typed in one way: mixing them would read a year as tones. */
export type Typing = "telex" | "vni";

/** Without marks and with d for đ. */
export const withoutMarks = (text: string): string =>
  decomposed(text).replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** The syllable a piece spells, its marks typed or left out; null when it is none. */
const syllableOf = (piece: string, typing: Typing): string | null => {
  if (syllables.has(piece)) return piece;
  const { onset, rhyme, tone } = ways[typing];
  const [, head = "", rest = ""] = /^([^aeiouy]*)(.*)/s.exec(piece) ?? [];
  const first = onset(head);
  const letters = rhyme(rest);
  for (const plain of [letters, letters.replace(tone.within, "$1"), letters.replace(tone.last, "")])
    if (syllables.has(first + plain)) return first + plain;
  return null;
};

/** The tone stands right behind a vowel or at the end. */
const ways = {
  telex: {
    onset: (text: string) => text.replace("dd", "d"),
    rhyme: (text: string) =>
      text
        .replace("aa", "a")
        .replace("ee", "e")
        .replace("oo", "o")
        .replace("uow", "uo")
        .replace(/([aou])w/, "$1"),
    tone: { within: /([aeiouy])[sfrxj]/, last: /[sfrxj]$/ },
  },
  vni: {
    onset: (text: string) => text.replace("d9", "d"),
    rhyme: (text: string) => text.replace(/[678]/, ""),
    tone: { within: /([aeiouy])[1-5]/, last: /[1-5]$/ },
  },
} as const;

const onsets = "- b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");
const rhymes =
  "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu ech enh i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oat oay oc oe oen oeo oet oi om on ong op ot u ua uan uang uat uay uc ue ui uoc uoi uom uon uong uop uot uou um un ung uoi uo up uy uya uych uyen uyet uynh uyt ut uu uenh y yen yeu yem yet".split(
    " ",
  );
/** Whether a word without marks is no more than so many syllables in a row. */
export const isSyllables = (word: string, most: number): boolean => {
  let ends = new Set([0]);
  for (let n = 0; n < most && !ends.has(word.length); n += 1)
    ends = new Set(
      [...ends].flatMap((from) =>
        [1, 2, 3, 4, 5, 6]
          .map((size) => from + size)
          .filter((to) => to <= word.length && syllable(word.slice(from, to))),
      ),
    );
  return word !== "" && ends.has(word.length);
};
const syllable = (piece: string): boolean => syllables.has(piece) || piece === "a" || piece === "o" || piece === "e";

/** Every syllable the language allows, without its marks: about two thousand. */
export const syllables: ReadonlySet<string> = new Set(
  onsets.flatMap((onset) => rhymes.map((rhyme) => (onset === "-" ? "" : onset) + rhyme)).filter((s) => s.length > 1),
);
/** `nghieengf` with a digit or two. */
const longestSyllable = 10;
