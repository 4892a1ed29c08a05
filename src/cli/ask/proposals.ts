import type { SearchChoice } from "../../store/ports/search-choices.ts";

/** A line for the sample questions, and on how many days it was picked so. */
export type Proposal = { readonly question: string; readonly topic: string; readonly days: number };

/** Two of three who said it must have meant the same: words that are picked for several topics teach none. */
const agreed = 2 / 3;

/** What choices teach that the sample questions do not say yet: one topic for one wording, those there are agreed on. */
export const proposals = (
  choices: readonly SearchChoice[],
  least: number,
  topicOf: (topic: string) => string | null,
  known: ReadonlySet<string>,
): readonly Proposal[] => {
  const bySaid = new Map<string, Map<string, number>>();
  for (const { said, topic, days } of choices) {
    const of = topicOf(topic);
    if (of === null || known.has(said)) continue;
    const topics = bySaid.get(said) ?? new Map<string, number>();
    topics.set(of, (topics.get(of) ?? 0) + days);
    bySaid.set(said, topics);
  }
  return [...bySaid]
    .flatMap(([question, topics]) => {
      const all = [...topics.values()].reduce((sum, n) => sum + n, 0);
      return [...topics].flatMap(([topic, days]) =>
        days >= least && days >= all * agreed ? [{ question, topic, days }] : [],
      );
    })
    .sort((a, b) => b.days - a.days || a.question.localeCompare(b.question));
};
