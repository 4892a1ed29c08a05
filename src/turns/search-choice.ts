import { foldQuestion } from "../kit/text.ts";
import { clean } from "../people/clean.ts";
import type { Write } from "../store/turn-store.ts";

/** Longer ones are stories: nobody tells the same twice, and they say more of a person than of a topic. */
const mostWords = 12;

/** What is kept of a choice: the words without marks, if nothing private stands in them, with their marks or without. */
export const searchChoice = (text: string, topic: string): Write | null => {
  const words = clean(text);
  const said = words === null ? null : clean(foldQuestion(words));
  return said && said.split(" ").length <= mostWords ? { write: "search-choice", said, topic } : null;
};
