import type { House } from "../app.ts";
import type { DeskDeps } from "../desk/deps.ts";
import { answered } from "../turns/answered.ts";

/** What the desk asks about questions nobody answered: what the search finds now, and the words of an answer. */
export const questionDeps = (
  house: Pick<House, "taught" | "store" | "speak" | "id" | "said" | "now">,
): Pick<DeskDeps, "searched" | "answerTo" | "said"> => {
  const { library } = house.taught;
  return {
    searched: (commune, text) => {
      const { found, sure } = library.answer(text, house.store.facts(commune).phrases);
      return { sure, found: found.map(({ kind, id, score }) => ({ topic: `${kind}:${id}`, score })) };
    },
    answerTo: (commune, to, question, answer) =>
      answered(
        house.speak,
        house.store.facts(commune),
        to,
        question,
        "words" in answer ? answer : placeOf(library, answer.topic),
        house.id(),
        house.now(),
      ),
    said: house.said,
  };
};

/** Where a topic is opened from any chat. The desk offers only topics that are there. */
const placeOf = ({ items, catalogue }: House["taught"]["library"], topic: string) => {
  const item = items.find((i) => `${i.kind}:${i.id}` === topic);
  const entry = catalogue.find((e) => `${e.kind}:${e.id}` === topic);
  if (!item || !entry) throw new Error(`no topic ${topic}`);
  return { title: entry.title, code: item.code };
};
