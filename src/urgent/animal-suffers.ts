import { isMarked, phrasesOf } from "../kit/phrases.ts";
import { wordsOf } from "../kit/vietnamese-words.ts";
import type { Concepts } from "./features.ts";

/**
 * Whether a part of the sentence begins with an animal, which then does nothing to anybody: "con trâu té xuống mương". Names
 * of animals that mean something else without marks ("bo", "meo", "ga") count where marks are typed. Whoever of the family is
 * named besides its owner may be the one in danger.
 */
export const animalSuffersIn = (concepts: Concepts, meant: (text: string) => string): ((text: string) => boolean) => {
  const listed = (...names: readonly string[]) => phrasesOf(names.flatMap((name) => concepts[name] ?? []).map(meant));
  const surely = listed("animal");
  const withMarks = listed("animal", "beast");
  const attack = listed("attack");
  const family = listed("family");
  const owner = phrasesOf(["nhà", "của"]);
  return (written) => {
    const text = meant(written.slice(0, 2_000));
    const marked = isMarked(wordsOf(text).slice(0, 160));
    const animals = marked ? withMarks : surely;
    return text.split(/[.,!?;\n]+/u).some((clause) => {
      const words = wordsOf(clause).slice(0, 160);
      const named = Math.max(0, ...animals.from(words, 0, marked));
      if (named === 0) return false;
      const others = words.map((_, at) => at).slice(named);
      const attacks = others.some(
        (at) => attack.from(words, at, marked).length > 0 && ![1, 2].some((n) => words[at - n]?.key === "bi"),
      );
      const relatives = others.slice(1).some((at) => {
        const owns = owner.from(words, at - 1, marked).length > 0;
        return marked && !owns && family.from(words, at, marked).length > 0;
      });
      return !attacks && !relatives;
    });
  };
};
