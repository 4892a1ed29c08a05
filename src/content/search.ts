import type { CatalogueEntry, Found, Searched } from "../engine/env.ts";
import type { Phrase } from "../engine/facts.ts";
import { bounded, fold } from "../kit/text.ts";
import { isSyllable } from "./respell.ts";
import { type Attached, attached } from "./search/attached.ts";
import { features } from "./search/features.ts";
import { type Lexicon, noLexicon } from "./search/lexicon.ts";
import { createReader } from "./search/reader.ts";
import { createRepair } from "./search/repair.ts";
import { createIndex, type Indexed } from "./search/search-index.ts";
import { weights as tuned, type Weights } from "./search/weights.ts";

/** What the search reads of one topic: `phrases` ask for it, `asides` are what people say when they are stuck in it. */
export type Document = {
  readonly entry: CatalogueEntry;
  readonly titles: readonly string[];
  readonly phrases: readonly string[];
  readonly asides: readonly string[];
  readonly summary: string;
  readonly body: string;
};

/** A topic with the reasons for its place: the words it shares with the question, and its phrase that is most like it. */
export type Explained = Found & { readonly words: readonly string[]; readonly phrase: string };

export type Search = {
  /** Best first, scores 0–1; nothing when the question is about something else or not understood. */
  readonly search: (text: string) => readonly Found[];
  /** The same with what else the conversation must know; `phrases` are those a commune attached. */
  readonly answer: (text: string, phrases?: readonly Phrase[]) => Searched;
  /** The search with its reasons, and what kept it silent: `found` then holds what is nearest all the same. */
  readonly explain: (
    text: string,
    phrases?: readonly Phrase[],
  ) => { readonly found: readonly Explained[]; readonly silent: string | null };
  /** Whether a sentence asks for a human being, by more than the commands' own words. */
  readonly wantsPerson: (text: string) => boolean;
};

type Topic = Indexed & { readonly entry: CatalogueEntry | null; readonly name: string; readonly weight: number };

/**
 * The search over everything that can be opened. No model: BM25 over words and pairs of words by field, and the best
 * single phrase of each topic. What people ask elsewhere (weather, football) is indexed as topics of nobody's: when
 * one of those is nearest, nothing is offered.
 */
export const createSearch = (
  documents: readonly Document[],
  lexicon: Lexicon = noLexicon,
  w: Weights = tuned,
): Search => {
  const topics = [
    ...documents.map((d) => own(d, w)),
    ...Object.entries(lexicon.foreign).map(([name, phrases]) => foreign(name, phrases, w)),
    ...(lexicon.person.length > 0 ? [{ ...foreign(person, lexicon.person, w), weight: 1 }] : []),
  ];
  const read = createReader(lexicon);
  const repair = createRepair(vocabulary(topics, lexicon));
  const index = createIndex(topics, (text, pairs) => features(read(text), w, pairs), w);

  const placeOf = new Map(topics.flatMap(({ entry, name }, i) => (entry ? [[name, i] as const] : [])));
  // Staff attach a phrase now and then, and the list is then a new one: each is made once and goes with its list.
  const made = new WeakMap<readonly Phrase[], Attached>();
  const attachedOf = (phrases: readonly Phrase[]): Attached => {
    const known =
      made.get(phrases) ??
      attached(
        phrases,
        (t) => placeOf.get(t),
        (text) => features(read(text, repair), w),
        index.rarity,
        w,
      );
    made.set(phrases, known);
    return known;
  };

  const judge = (text: string, phrases: readonly Phrase[] = none) => {
    const asked = features(read(text, repair), w);
    const together = index.together(asked);
    const { likeness, phrase } = index.nearest(asked);
    const own = phrases.length > 0 ? attachedOf(phrases)(asked) : nothingAttached;
    const scoreOf = (i: number, weight: number): number => {
      const like = own.get(i) ?? 0;
      const score = ((together[i] ?? 0) * (1 - w.likeness) + Math.max(likeness[i] ?? 0, like) * w.likeness) * weight;
      return Math.min(1, like >= w.attached ? Math.max(score, like) : score);
    };
    const ranked = topics
      .map((topic, i) => ({ topic, i, phrase: phrase[i] ?? -1, score: scoreOf(i, topic.weight) }))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    const silent =
      !best || best.score === 0
        ? "no word of it is known"
        : best.topic.name === person && best.score >= w.confident
          ? person
          : best.topic.entry === null
            ? `about something else: ${best.topic.name}`
            : best.score < w.confident
              ? `not sure enough: ${best.topic.name} at ${best.score.toFixed(2)}`
              : null;
    const near = ranked.flatMap(({ topic: { entry }, ...r }) =>
      entry && r.score >= w.confident / 2
        ? [{ ...r, found: { kind: entry.kind, id: entry.id, title: entry.title, score: r.score } }]
        : [],
    );
    return { asked, near, silent, best: best?.topic ?? null, known: (best?.score ?? 0) > 0 };
  };
  return {
    wantsPerson: (text) => judge(text).silent === person,
    search: (text) => {
      const { near, silent } = judge(text);
      return silent ? [] : near.map((r) => r.found);
    },
    answer: (text, phrases) => {
      const { near, silent, best, known } = judge(text, phrases);
      return {
        // What is about something else is not guessed at: three wrong topics help nobody who asks for the weather.
        found: silent === null || best?.entry ? near.map((r) => r.found) : [],
        sure: silent === null,
        person: silent === person,
        outside: best !== null && best.entry === null && silent !== null && silent !== person,
        readable: known || inWords(text),
      };
    },
    explain: (text, phrases) => {
      const { asked, near, silent } = judge(text, phrases);
      return {
        silent,
        found: near.map((r) => ({ ...r.found, words: index.shared(asked, r.i), phrase: index.phraseAt(r.phrase) })),
      };
    },
  };
};

const none: readonly Phrase[] = [];
const nothingAttached: ReadonlyMap<number, number> = new Map();

/** A sentence no word of which the content knows, and still no rubbish: two words that could be Vietnamese. */
const inWords = (text: string): boolean =>
  fold(bounded(text, 600))
    .split(" ")
    .filter((word) => word.length > 1 && isSyllable(word)).length >= 2;

const person = "asks for a person";

const own = (d: Document, w: Weights): Topic => ({
  entry: d.entry,
  name: `${d.entry.kind}:${d.entry.id}`,
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

const foreign = (name: string, phrases: readonly string[], w: Weights): Topic => ({
  entry: null,
  name,
  weight: w.foreign,
  fields: [[], phrases, [], [], []].map((texts) => ({ texts, weight: w.phrases, names: true, pairs: true })),
  likenesses: phrases.map((text) => ({ text, weight: 1 })),
});

/** Every word that is written somewhere, with the number of topics that write it. */
const vocabulary = (topics: readonly Topic[], lexicon: Lexicon): ReadonlyMap<string, number> => {
  const bare = createReader({ ...lexicon, same: [] });
  const known = new Map<string, number>();
  for (const texts of [...topics.map((t) => t.fields.flatMap((f) => f.texts)), lexicon.same.flat()])
    for (const word of new Set(bare(texts.join(" . ")).map((token) => token.term)))
      known.set(word, (known.get(word) ?? 0) + 1);
  return known;
};
