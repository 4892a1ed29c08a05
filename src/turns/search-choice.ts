import { foldQuestion } from "../kit/text.ts";
import { cleaned } from "../people/clean.ts";
import type { Write } from "../store/turn-store.ts";

/** Longer ones are stories: nobody tells the same twice, and they say more of a person than of a topic. */
const mostWords = 12;

/** What is kept of a choice: the words without marks, if nothing private had to be cut out of them. */
export const searchChoice = (text: string, topic: string): Write | null => {
  const clean = cleaned(text);
  const said = foldQuestion(clean);
  const tells = said !== "" && said.split(" ").length <= mostWords;
  return tells && !clean.includes("…") ? { write: "search-choice", said, topic } : null;
};
