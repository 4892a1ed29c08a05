import type { Within } from "../engine/env.ts";
import type { Hearing } from "../engine/hearing.ts";
import { canBe, type Word, wordsOf } from "../kit/vietnamese-words.ts";
import type { Answerable } from "./compiled.ts";

/** A page as it is asked in the middle of it: what it is called, so that its own name adds nothing, and what it can answer. */
export type AskedPage = { readonly names: readonly string[]; readonly answers: readonly Answerable[] };

/**
 * Asks a page itself what somebody wants to know in the middle of it: "mất bao lâu vậy" is about this guide, and no
 * search can know that. By kind where a follow-up is said, else by where people get stuck and what its steps are; of
 * two places with the same trouble it is the one where they stand.
 */
export const createWithin = (pages: ReadonlyMap<string, AskedPage>, hearing: Hearing) => {
  const made = new Map<string, ReturnType<typeof readPage>>();
  const readPage = ({ names, answers }: AskedPage) => {
    const sayings = answers.flatMap((answer) => answer.sayings.map((text) => ({ answer, words: wordsOf(text) })));
    const seen = new Map<string, number>();
    for (const { words } of sayings)
      for (const key of new Set(words.map((w) => w.key))) seen.set(key, (seen.get(key) ?? 0) + 1);
    return {
      sayings,
      own: new Set(names.flatMap((name) => wordsOf(name).map((word) => word.key))),
      rarity: ({ key }: Word): number => Math.log(1 + sayings.length / (seen.get(key) ?? 0.5)),
    };
  };
  return (flow: string, text: string, state: string): Within | null => {
    const page = pages.get(flow);
    const words = wordsOf(text);
    if (!page || words.length === 0 || words.length > longest) return null;
    const known = made.get(flow) ?? readPage(page);
    made.set(flow, known);
    const nearest = known.sayings
      .map(({ answer, words: said }) => ({ answer, likeness: likenessOf(words, said, known.rarity) }))
      .sort((a, b) => b.likeness - a.likeness || here(b.answer, state) - here(a.answer, state))[0];
    if (nearest && nearest.likeness >= same) return { says: nearest.answer.says, alone: true };
    const about = hearing.about(text);
    const asked = about && page.answers.find((answer) => answer.about === about.kind);
    if (about && asked) {
      const rest = about.rest.filter((word) => !hearing.isFiller(word) && !known.own.has(word.key));
      return { says: asked.says, alone: rest.length <= few };
    }
    return nearest && nearest.likeness >= alike ? { says: nearest.answer.says, alone: false } : null;
  };
};

const here = (answer: Answerable, state: string): number => (answer.state === state.split("/")[0] ? 1 : 0);

/** How much two sayings share, 0–1, by how rare their words are on this page; a mark left out is no difference. */
const likenessOf = (asked: readonly Word[], said: readonly Word[], rarity: (word: Word) => number): number => {
  const part = (of: readonly Word[], found: (word: Word) => boolean): number => {
    const whole = of.reduce((sum, word) => sum + rarity(word), 0);
    return of.reduce((sum, word) => sum + (found(word) ? rarity(word) : 0), 0) / (whole || 1);
  };
  const there = part(asked, (word) => said.some((other) => canBe(word, other)));
  const back = part(said, (word) => asked.some((other) => canBe(other, word)));
  // All of it was said, and the rest is how it was asked: "cháu ơi … thì làm sao ạ".
  const whole = back === 1 && said.length >= telling;
  return whole ? same + (1 - same) * there : Math.sqrt(there * back);
};

/** A follow-up is short; a story has a matter of its own. */
const longest = 20;
/** So like what is said there a question must be. */
const alike = 0.6;
/** From so like on they are those very words, whatever else they might mean. */
const same = 0.85;
/** Two words stand in many questions that are about something else. */
const telling = 3;
/** One odd word is how it is said, two are another matter. */
const few = 1;
