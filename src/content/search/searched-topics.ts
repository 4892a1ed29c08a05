import type { CatalogueEntry } from "../../engine/env.ts";
import type { Lexicon } from "./lexicon.ts";
import type { TopicTexts } from "./make-pages.ts";
import type { Weights } from "./weights.ts";

/** Everything the search tells apart: what can be opened, and topics of nobody's. */
export const searchedTopics = (documents: readonly Document[], lexicon: Lexicon, w: Weights): SearchedTopic[] => [
  ...documents.map((d) => own(d, w)),
  ...Object.entries(lexicon.foreign).map(([name, phrases]) => foreign(name, phrases, w)),
  ...(lexicon.person.length > 0
    ? [{ ...foreign(asksForPerson, lexicon.person, w), weight: 1, asksForPerson: true }]
    : []),
];

export type SearchedTopic = TopicTexts & {
  readonly entry: CatalogueEntry | null;
  readonly name: string;
  readonly weight: number;
  readonly asksForPerson: boolean;
};

/** What the search reads of one topic: `phrases` ask for it, `asides` are what people say when they are stuck in it. */
export type Document = {
  readonly entry: CatalogueEntry;
  readonly titles: readonly string[];
  readonly phrases: readonly string[];
  readonly asides: readonly string[];
  readonly summary: string;
  readonly body: string;
};

/** The topic of nobody's that asks for a human being. */
export const asksForPerson = "asks for a person";

const own = (d: Document, w: Weights): SearchedTopic => ({
  entry: d.entry,
  name: `${d.entry.kind}:${d.entry.id}`,
  asksForPerson: false,
  // For a how-to question the guide comes before the lesson on the same matter.
  weight: d.entry.kind === "lesson" ? w.lesson : 1,
  fields: [
    { texts: d.titles, weight: w.title, names: true, pairs: true },
    { texts: d.phrases, weight: w.phrases, names: true, pairs: true },
    { texts: [d.summary], weight: w.summary, names: true, pairs: true },
    { texts: d.asides, weight: w.phrases * w.aside, names: false, pairs: true },
    { texts: [d.body], weight: w.body, names: false, pairs: false },
  ],
  likenesses: [
    ...[...d.titles, ...d.phrases].map((text) => ({ text, weight: 1 })),
    ...d.asides.map((text) => ({ text, weight: w.aside })),
  ],
});

const foreign = (name: string, phrases: readonly string[], w: Weights): SearchedTopic => ({
  entry: null,
  name,
  asksForPerson: false,
  weight: w.foreign,
  fields: [[], phrases, [], [], []].map((texts) => ({ texts, weight: w.phrases, names: true, pairs: true })),
  likenesses: phrases.map((text) => ({ text, weight: 1 })),
});
