import type { CatalogueEntry } from "../../engine/env.ts";
import { Bilingual } from "../../kit/bilingual.ts";
import type { Content, Track } from "../schema.ts";
import type { Lines } from "./learnt.ts";
import type { Lexicon } from "./lexicon.ts";
import { outOfScope, type SampleQuestions, wantsPerson } from "./sample-questions.ts";
import type { Document } from "./searched-topics.ts";

type Item = Exclude<Content, Track>;

/** What the search reads of an item: titles, phrases and the words people get stuck with above all, then every sentence in it. */
export const documentOf = (item: Item, entry: CatalogueEntry): Document => ({
  entry,
  titles: [item.title.vi, item.title.en],
  phrases: item.search,
  asides:
    item.kind === "guide"
      ? item.steps.flatMap((s) => s.stuck.map((k) => k.label.vi))
      : item.kind === "safety"
        ? item.recognise.map((r) => r.vi)
        : [],
  summary: `${item.summary.vi} ${item.summary.en} ${item.code}`,
  body: sentences(item).join(" "),
});

/**
 * What the search learns from: the sample questions, and of every page that has a class its names, its phrases and what
 * people say who are stuck in it, which count a little less. What is out of scope
 * counts half: it has ten times the lines of a topic, and every odd question would be taken for it. Where nobody wrote sample questions nothing is learnt.
 */
export const searchLines = (
  items: readonly Item[],
  questions: readonly SampleQuestions[],
  lexicon: Lexicon,
  taughtBy: ReadonlyMap<string, string>,
): Lines => {
  if (questions.length === 0) return [];
  const asked = new Set(questions.map((q) => q.topic));
  const classOf = (item: Item): string | undefined => {
    const taught = taughtBy.get(item.id);
    if (asked.has(item.id)) return item.id;
    return taught !== undefined && asked.has(taught) ? taught : item.kind === "lesson" ? undefined : item.id;
  };
  const page = (topic: string, texts: readonly string[]) =>
    texts.map((text) => ({ text, topic, weight: 0.6, page: true as const }));
  return [
    ...questions.flatMap(({ topic, lines }) =>
      lines.map(({ text }) => ({ text, topic, weight: topic === outOfScope ? 0.5 : 1 })),
    ),
    ...items.flatMap((item) => {
      const topic = classOf(item);
      if (topic === undefined) return [];
      const steps =
        item.kind === "guide" ? item.steps.flatMap((s) => [s.title.vi, ...s.stuck.map((k) => k.label.vi)]) : [];
      return page(topic, [item.title.vi, ...item.search, ...steps]);
    }),
    ...page(outOfScope, Object.values(lexicon.foreign).flat()),
    ...page(wantsPerson, lexicon.person),
  ];
};

const sentences = (node: unknown): string[] => {
  const bilingual = Bilingual.safeParse(node);
  if (bilingual.success) return [bilingual.data.vi, bilingual.data.en];
  if (Array.isArray(node)) return node.flatMap(sentences);
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(sentences) : [];
};
