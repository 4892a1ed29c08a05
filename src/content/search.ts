import type { Found, Searched } from "../engine/env.ts";
import type { Phrase } from "../engine/facts.ts";
import { bounded, fold } from "../kit/text.ts";
import { isSyllable } from "./respell.ts";
import { type Attached, attached } from "./search/attached.ts";
import { builtPages } from "./search/built-pages.ts";
import { type Calibration, likelihood, type Signs } from "./search/calibration.ts";
import { classesOf } from "./search/classes.ts";
import { type Classifier, classify } from "./search/classifier.ts";
import { features } from "./search/features.ts";
import { halvesOf } from "./search/halves.ts";
import { type Lexicon, noLexicon } from "./search/lexicon.ts";
import { makePages } from "./search/make-pages.ts";
import { type Pages, searchIn } from "./search/pages.ts";
import { createReader } from "./search/reader.ts";
import { createRepair } from "./search/repair.ts";
import { asksForPerson, type Document, type SearchedTopic, searchedTopics } from "./search/searched-topics.ts";
import { traits } from "./search/traits.ts";
import { weights as tuned, type Weights } from "./search/weights.ts";

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
  ) => { readonly found: readonly Explained[]; readonly silent: string | null } & Pick<Weighed, "likely" | "certain">;
  /** What is measured to learn how often the best page is the right one. */
  readonly weigh: (text: string) => Weighed;
  /** Whether a sentence asks for a human being, by more than the commands' own words. */
  readonly wantsPerson: (text: string) => boolean;
};

/** The best page of a question, what speaks for it, and how likely it is right; `certain`: so likely that it is opened at once. */
export type Weighed = Signs & { readonly best: Found | null; readonly likely: number; readonly certain: boolean };

/** A house without sample questions searches by the words of its pages alone. */
type Given = {
  readonly lexicon?: Lexicon;
  readonly classifier?: Classifier | null;
  /** How often that is right in what it says. */
  readonly calibration?: Calibration | null;
  /** The topic that a page stands for, by the page's id, where they differ. */
  readonly teaches?: ReadonlyMap<string, string>;
  readonly w?: Weights;
  /** Where the build kept what it read of the pages. */
  readonly built?: string;
};

/**
 * The search over everything that can be opened. No model: BM25 over words and pairs of words by field, and the best
 * single phrase of each topic. What people ask elsewhere (weather, football) is indexed as topics of nobody's: when
 * one of those is nearest, nothing is offered.
 */
export const createSearch = (
  documents: readonly Document[],
  { lexicon = noLexicon, classifier = null, calibration = null, teaches = new Map(), w = tuned, built }: Given = {},
): Search => {
  const { topics, pages: known } = readPages(documents, lexicon, w, built);
  const { tokens: read, parts } = createReader(lexicon);
  const repair = createRepair(known.spellings);
  const index = searchIn(known, topics, w);

  const placeOf = new Map(topics.flatMap(({ entry, name }, i) => (entry ? [[name, i] as const] : [])));
  // Staff attach a phrase now and then, and the list is then a new one: each is made once and goes with its list.
  const made = new WeakMap<readonly Phrase[], Attached>();
  const readAsked = (text: string) => features(read(text, repair), w);
  const attachedOf = (phrases: readonly Phrase[]): Attached => {
    const known = made.get(phrases) ?? attached(phrases, (t) => placeOf.get(t), readAsked, index.rarity, w);
    made.set(phrases, known);
    return known;
  };

  const classes = classifier ? classesOf(topics, classifier, teaches) : null;

  const judge = (text: string, phrases: readonly Phrase[] = none) => {
    const asked = readAsked(text);
    const together = index.together(asked);
    const { likeness, phrase } = index.nearest(asked);
    const own = phrases.length > 0 ? attachedOf(phrases)(asked) : nothingAttached;
    const likeOf = (i: number): number => Math.max(likeness[i] ?? 0, own.get(i) ?? 0);
    const pages = topics.map((_, i) => (together[i] ?? 0) * (1 - w.likeness) + likeOf(i) * w.likeness);
    const { words, concepts } = parts(text);
    const seen = traits(words, concepts);
    const shares = classes?.shares(classify(classes.learnt, seen), pages, w);
    const ranked = topics
      .map((topic, i) => {
        const like = own.get(i) ?? 0;
        const score = shares ? (shares[i] ?? 0) : (pages[i] ?? 0) * topic.weight;
        return {
          topic,
          i,
          phrase: phrase[i] ?? -1,
          score: Math.min(1, like >= w.attached ? Math.max(score, like) : score),
        };
      })
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    const known = pages.some((p) => p > 0);
    const silent =
      best && best.score > 0 && (known || inWords(text)) ? whySilent(ranked, best) : "no word of it is known";
    const near = ranked.flatMap(({ topic: { entry }, ...r }) =>
      entry && r.score >= (shares ? w.worthNaming : w.confident / 2)
        ? [{ ...r, found: { kind: entry.kind, id: entry.id, title: entry.title, score: r.score } }]
        : [],
    );
    const sure = silent === null && best?.topic.entry != null && best.score >= (classes ? w.sure : w.confident);
    return {
      asked,
      seen,
      near,
      silent,
      sure,
      best: best?.topic ?? null,
      known,
      ...certainty(ranked, words.length, pages, silent, own.get(best?.i ?? -1) ?? 0),
    };
  };
  /** Whether the best page may be opened at once. Without a measure only what is named word for word may. */
  const certainty = (
    ranked: readonly Ranked[],
    said: number,
    pages: readonly number[],
    silent: string | null,
    attached: number,
  ) => {
    const [best, next] = ranked;
    const page = pages[best?.i ?? -1] ?? 0;
    const words = Math.log(1 + said);
    const ahead = Math.log(((best?.score ?? 0) + nearNothing) / ((next?.score ?? 0) + nearNothing));
    const likely = calibration ? likelihood(calibration, { ahead, words }) : page;
    const measured = calibration !== null && likely >= calibration.certain;
    const opens = silent === null && best?.topic.entry != null;
    // Its name was typed, or staff said of these very words where they belong.
    const named = (page >= w.named && ahead >= w.ahead) || attached >= w.same;
    return { ahead, words, likely, certain: opens && (measured || named) };
  };
  const halves = halvesOf(lexicon.joins);
  /** Two matters in one message: of the ways to take it apart the one whose halves are likeliest, if they are of two pages. */
  const both = (text: string, phrases?: readonly Phrase[]): readonly Found[] => {
    let best = { likely: w.need, pair: noPair };
    for (const [said, rest] of halves(text)) {
      const one = needIn(said, phrases);
      const other = one && one.likely >= best.likely ? needIn(rest, phrases) : null;
      if (!one || !other || topicOf(one.found) === topicOf(other.found)) continue;
      const likely = Math.min(one.likely, other.likely);
      if (likely >= best.likely) best = { likely, pair: [one.found, other.found] };
    }
    return best.pair;
  };
  const needIn = (part: string, phrases?: readonly Phrase[]) => {
    const { near, silent, likely } = judge(part, phrases);
    const found = silent === null ? near[0]?.found : undefined;
    return found ? { found, likely } : null;
  };
  const topicOf = ({ id }: Found): string => teaches.get(id) ?? id;
  /** What is offered, best first: of two matters in one message both come before anything else. */
  const offered = (text: string, near: readonly { readonly found: Found }[], phrases?: readonly Phrase[]) => {
    const found = near.map((r) => r.found);
    const two = both(text, phrases);
    const first = two.find((t) => t.id === found[0]?.id) ?? two[0];
    const leading = first ? [first, ...two.filter((t) => t !== first)] : [];
    return {
      both: leading.length > 0,
      found: [...leading, ...found.filter((f) => !leading.some((l) => l.kind === f.kind && l.id === f.id))],
    };
  };
  /** What keeps the search from naming anything, or null. */
  const whySilent = (ranked: readonly Ranked[], best: Ranked): string | null => {
    const line = classes ? w.likely : w.confident;
    if (best.topic.asksForPerson && best.score >= line) return asksForPerson;
    const elsewhere = ranked.find(({ topic }) => topic.entry === null && !topic.asksForPerson);
    const ours = ranked.find(({ topic }) => topic.entry !== null || topic.asksForPerson);
    // Pages alone cannot tell how much likelier: whatever is nearest decides.
    const foreign = classes
      ? elsewhere && elsewhere.score >= w.elsewhere * (ours?.score ?? 0)
      : best.topic.entry === null;
    if (foreign) return `about something else: ${(elsewhere ?? best).topic.name}`;
    return best.score < line ? `not sure enough: ${best.topic.name} at ${best.score.toFixed(2)}` : null;
  };

  return {
    wantsPerson: (text) => judge(text).silent === asksForPerson,
    search: (text) => {
      const { near, silent } = judge(text);
      return silent ? [] : offered(text, near).found;
    },
    weigh: (text) => {
      const { near, silent, ahead, words, likely, certain } = judge(text);
      const best = silent === null ? (near[0]?.found ?? null) : null;
      return { best, ahead, words, likely, certain };
    },
    answer: (text, phrases) => {
      const { near, silent, sure, certain, best, known } = judge(text, phrases);
      const { found, both: two } = offered(text, silent === null ? near : [], phrases);
      return {
        // What is about something else is not guessed at: three wrong topics help nobody who asks for the weather.
        found: silent === null ? found : best?.entry && !silent.startsWith("about") ? near.map((r) => r.found) : [],
        certain: certain && !two,
        both: two,
        sure,
        person: silent === asksForPerson,
        outside: silent?.startsWith("about") ?? false,
        readable: known || inWords(text),
      };
    },
    explain: (text, phrases) => {
      const { asked, seen, near, silent, likely, certain } = judge(text, phrases);
      return {
        silent,
        likely,
        certain,
        found: near.map((r) => ({
          ...r.found,
          words: classes ? classes.decisive(seen, r.i) : index.shared(asked, r.i),
          phrase: index.phraseAt(r.phrase),
        })),
      };
    },
  };
};

/** Apart, so that what was only read for this is not kept by whoever searches. */
const readPages = (
  documents: readonly Document[],
  lexicon: Lexicon,
  w: Weights,
  built: string | undefined,
): { readonly topics: readonly Topic[]; readonly pages: Pages } => {
  const all = searchedTopics(documents, lexicon, w);
  return {
    topics: all.map(({ fields, ...topic }) => topic),
    pages: built === undefined ? makePages(all, lexicon, w) : builtPages(built, all, lexicon, w),
  };
};

type Topic = Omit<SearchedTopic, "fields">;
type Ranked = { readonly topic: Topic; readonly i: number; readonly score: number };

const noPair: readonly Found[] = [];

/** Shares below this are all the same: nothing. */
const nearNothing = 1e-4;

const none: readonly Phrase[] = [];
const nothingAttached: ReadonlyMap<number, number> = new Map();

/** A sentence no word of which the content knows, and still no rubbish: two words that could be Vietnamese. */
const inWords = (text: string): boolean =>
  fold(bounded(text, 600))
    .split(" ")
    .filter((word) => word.length > 1 && isSyllable(word)).length >= 2;
