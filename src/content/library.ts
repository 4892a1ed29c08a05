import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Env } from "../engine/context.ts";
import type { Definition } from "../engine/definition.ts";
import type { CatalogueEntry, Found } from "../engine/env.ts";
import { createHearing, type Hearing, type Spoken } from "../engine/hearing.ts";
import type { Text } from "../engine/text.ts";
import { type KnownYaml, nothingKnown } from "../kit/known-yaml.ts";
import type { Card } from "./card.ts";
import { compileFlow } from "./compile-flow.ts";
import { compileGuide, onlyIn } from "./compile-guide.ts";
import { compileLesson } from "./compile-lesson.ts";
import { compileReview } from "./compile-review.ts";
import { compileSafety } from "./compile-safety.ts";
import type { Around, Compiled } from "./compiled.ts";
import { extractTexts, type Texts } from "./extract-texts.ts";
import { halfTexts } from "./half-texts.ts";
import { FACT_NS, factTexts } from "./ledger/fact-words.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { readLedger } from "./ledger/read-ledger.ts";
import { readTyped, type Typed } from "./ledger/typed.ts";
import { withEveryFact } from "./ledger/with-facts.ts";
import { measureWith } from "./measure.ts";
import type { Problem } from "./problem.ts";
import { Content, type Track } from "./schema.ts";
import { schemaFaults } from "./schema-faults.ts";
import { writePages } from "./search/built-pages.ts";
import type { Learnt } from "./search/classifier-file.ts";
import { documentOf, searchLines } from "./search/documents.ts";
import { type HeldOut, heldOut } from "./search/held-out.ts";
import { type Judge, type Lines, learnt } from "./search/learnt.ts";
import { Lexicon, noLexicon } from "./search/lexicon.ts";
import { type NearLine, nearestLines } from "./search/nearest-lines.ts";
import { readSampleQuestions, type SampleQuestions } from "./search/sample-questions.ts";
import { type Document, searchedTopics } from "./search/searched-topics.ts";
import { weights } from "./search/weights.ts";
import { createSearch, type Search } from "./search.ts";
import { readSpoken } from "./spoken.ts";
import { languagesOf, type OfferedLanguage } from "./translations/languages.ts";
import { readTranslation, type TranslationFile } from "./translations/read.ts";
import { sourceTexts } from "./translations/source-texts.ts";
import { spokenOf, type Translation } from "./translations/translation.ts";
import { readUrgent } from "./urgent.ts";
import { createWithin } from "./within.ts";
import { createWords, type Words } from "./words.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

type Item = Exclude<Content, Track>;
type CodeOpens = { readonly opens: Item["kind"] | "flow"; readonly id: string };

/** Everything that can be said and taught, compiled once at the start. */
export type Library = {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Words of each definition by its version's name, to be kept with it. */
  readonly texts: ReadonlyMap<string, Texts>;
  readonly words: Words;
  /** What is asserted to people, each thing once, with its days. */
  readonly ledger: Ledger;
  /** What is typed in texts all the same, with the reason. */
  readonly typed: Typed;
  /** Further languages, as far as translators have come; they change no version of a flow. */
  readonly translations: readonly Translation[];
  readonly languages: readonly OfferedLanguage[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly catalogue: readonly CatalogueEntry[];
  readonly tracks: Env["tracks"];
  readonly search: (text: string, language: string) => readonly Found[];
  /** What the conversation is given of it. */
  readonly answer: Search["answer"];
  /** The same search with its reasons. */
  readonly explain: Search["explain"];
  readonly wantsPerson: Search["wantsPerson"];
  /** The sample questions most like a text. */
  readonly nearest: (text: string, most: number) => readonly NearLine[];
  /** How people say what they mean besides the matter itself. */
  readonly hearing: Hearing;
  /** The words it knows them by. */
  readonly spoken: Spoken;
  /** Asks a page itself what somebody wants to know in the middle of it. */
  readonly within: Env["within"];
  /** Whether somebody cries for help. */
  readonly urgent: Env["urgent"];
  /** Works out into a folder what the search would else do when first asked: half a minute, most of it learning. */
  readonly prepareSearch: (folder: string) => void;
  /** What a folder holds that was learnt from the sample questions, else learnt now. */
  readonly learn: (folder: string) => Learnt | null;
  /** How much better or worse it would find with some lines more. Learns twice: a minute. */
  readonly tried: (proposed: Lines) => HeldOut;
  /** The topic a lesson teaches where no guide does, or a finer topic belongs to, by the id of either. */
  readonly taughtBy: ReadonlyMap<string, string>;
  /** What a typed short code opens: BAI1 → lesson:dien-thoai. */
  readonly codes: ReadonlyMap<string, CodeOpens>;
  /** What people ask, by topic: what the search learns from. Read when asked for: a running house has learnt already. */
  readonly questions: () => readonly SampleQuestions[];
  readonly items: readonly Item[];
  readonly trackItems: readonly Track[];
  /** Where each definition was written, for the checker; also `track:<id>`, `translation:<language>` and `app`, the words of the product. */
  readonly files: ReadonlyMap<string, YamlFile>;
};

/** `sound` is what could be read all the same, so that one fault does not hide those of other files; `unread` are the ids of the rest. */
export type LoadedLibrary =
  | { readonly ok: true; readonly library: Library }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly sound: () => Library;
      readonly unread: ReadonlySet<string>;
    };

/** Reads `flows/` and `content/` under a root. Anything that does not hold comes back as problems, all of them at once. `learns` false: the search knows the pages alone. */
export const loadLibrary = (root: string, known: KnownYaml = nothingKnown, { learns = true } = {}): LoadedLibrary => {
  const problems: Problem[] = [];
  const read = (dir: string): YamlFile[] =>
    yamlFiles(join(root, dir)).flatMap((file) => {
      const name = `${dir}/${file}`;
      const result = readYaml(name, readFileSync(join(root, name), "utf8"), known);
      if (!result.ok) problems.push(...result.problems);
      return result.ok ? [result.yaml] : [];
    });
  const contents = ["content/lessons", "content/guides", "content/safety", "content/tracks"]
    .flatMap(read)
    .flatMap((yaml) => parse(yaml, problems));
  const items = contents.flatMap(({ yaml, content }) => (content.kind === "track" ? [] : [{ yaml, item: content }]));
  const tracks = contents.flatMap(({ yaml, content }) => (content.kind === "track" ? [{ yaml, track: content }] : []));
  const factFiles = existsSync(join(root, "content/facts")) ? read("content/facts") : [];
  const ledger = readLedger(factFiles, problems);
  const around = aroundOf(
    items.map(({ item }) => item),
    ledger,
  );
  const compiled = [
    ...items.map(({ yaml, item }) => ({ yaml, compiled: compile(item, around) })),
    ...items.flatMap(({ yaml, item }) =>
      item.kind === "lesson" ? compileReview(item).map((compiled) => ({ yaml, compiled })) : [],
    ),
    ...read("flows").flatMap((yaml) => {
      const result = compileFlow(yaml);
      if (!result.ok) problems.push(...result.problems);
      return result.ok ? [{ yaml, compiled: result.compiled }] : [];
    }),
  ];
  const product = read("content/locales");
  const lexicon = readLexicon(root, read, problems);
  const spoken = readSpoken(root, read, problems);
  // A house without them speaks Vietnamese and English.
  const translations = (existsSync(join(root, "content/translations")) ? read("content/translations") : []).flatMap(
    (yaml) => readTranslation(yaml, problems),
  );
  const questions = (): readonly SampleQuestions[] => (learns ? readSampleQuestions(root) : []);
  const typedFile = existsSync(join(root, "content/typed.yaml"))
    ? read("content").find((y) => y.file === "content/typed.yaml")
    : undefined;
  const typed = readTyped(typedFile, problems);
  const library = (): Library =>
    assemble(
      root,
      items.map((i) => i.item),
      tracks,
      compiled,
      product,
      lexicon,
      spoken,
      readUrgent(root),
      questions,
      translations,
      { ledger, files: factFiles, typed, typedFile },
    );
  if (problems.length > 0)
    return { ok: false, problems, sound: library, unread: new Set(problems.flatMap((p) => idsOf(p.file))) };
  return { ok: true, library: library() };
};

/** A file is named after its id: that of a flow is the name alone, that of content has its kind before it as well. */
const idsOf = (file: string): readonly string[] => {
  const name = basename(file, ".yaml");
  return [name, `lesson:${name}`, `guide:${name}`, `safety:${name}`];
};

/** The words of the search; a house without them searches all the same. */
const readLexicon = (root: string, read: (dir: string) => YamlFile[], problems: Problem[]): Lexicon => {
  const yaml = existsSync(join(root, "content/search"))
    ? read("content/search").find((y) => y.file.endsWith("/lexicon.yaml"))
    : undefined;
  if (!yaml) return noLexicon;
  const result = Lexicon.safeParse(yaml.value);
  if (result.success) return result.data;
  problems.push(...schemaFaults(yaml, Lexicon, yaml.value, result.error.issues));
  return noLexicon;
};

const compile = (item: Item, around: Around): Compiled =>
  item.kind === "lesson"
    ? compileLesson(item, around)
    : item.kind === "guide"
      ? compileGuide(item, around)
      : compileSafety(item, around);

/** What every item is compiled with: the pages short codes open, and how long a text is once its facts stand in it. */
const aroundOf = (items: readonly Item[], ledger: Ledger): Around => ({
  // What serves one province alone is no way on for the others.
  pages: new Map(
    items
      .filter((item) => item.kind !== "guide" || item.only_in === undefined)
      .map((item) => [item.code, { flow: `${item.kind}:${item.id}`, title: item.title }]),
  ),
  measure: measureWith(ledger),
});

const parse = (yaml: YamlFile, problems: Problem[]): { yaml: YamlFile; content: Content }[] => {
  const { value, problems: half } = halfTexts(yaml);
  const result = Content.safeParse(value);
  problems.push(...half, ...(result.success ? [] : schemaFaults(yaml, Content, value, result.error.issues)));
  return result.success && half.length === 0 ? [{ yaml, content: result.data }] : [];
};

/** What is asserted, and the files it stands in. */
type Facts = {
  readonly ledger: Ledger;
  readonly files: readonly YamlFile[];
  readonly typed: Typed;
  readonly typedFile: YamlFile | undefined;
};

const assemble = (
  root: string,
  items: readonly Item[],
  trackFiles: readonly { readonly yaml: YamlFile; readonly track: Track }[],
  compiled: readonly { readonly yaml: YamlFile; readonly compiled: Compiled }[],
  product: readonly YamlFile[],
  lexicon: Lexicon,
  spoken: Spoken,
  urgent: Library["urgent"],
  questions: Library["questions"],
  translationFiles: readonly TranslationFile[],
  { ledger, files: factFiles, typed, typedFile }: Facts,
): Library => {
  const words = createWords(ledger);
  const translations = translationFiles.map((t) => t.translation);
  const trackItems = trackFiles.map((t) => t.track);
  const texts = new Map<string, Texts>();
  const add = (ns: string, t: Texts): void => {
    words.add(ns, { ...t, ...spokenOf(translations, ns, t) });
    texts.set(ns, t);
  };
  for (const yaml of product) add("app", extractTexts(yaml.value, "app").texts);
  if (ledger.facts.size > 0) add(FACT_NS, factTexts(ledger));
  for (const { compiled: c } of compiled) add(`${c.definition.id}@${c.definition.version}`, c.texts);
  const definitions = new Map(compiled.map(({ compiled: c }) => [c.definition.id, c.definition]));
  const catalogue = items.toSorted(byOrder).map((item) => entryOf(item, definitions));
  // The basic track first: its lessons have the lowest orders.
  const orderOf = (t: Track): number =>
    Math.min(...items.flatMap((i) => (i.kind === "lesson" && t.lessons.includes(i.id) ? [i.order] : [])));
  const tracks = trackItems
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map((t) => ({ id: t.id, title: trackTitle(t, add), lessons: t.lessons, audiences: t.audiences }));
  const taughtBy = new Map(
    Object.entries(lexicon.taught).flatMap(([topic, lessons]) => lessons.map((lesson) => [lesson, topic] as const)),
  );
  const documents = (): readonly Document[] =>
    items.map((item) =>
      documentOf(
        withEveryFact(item, ledger),
        catalogue.find((e) => e.id === item.id && e.kind === item.kind) ?? entryOf(item, definitions),
      ),
    );
  const pagesIn = (folder: string): string => join(folder, "pages.bin");
  const searchOf = (known: Partial<Learnt>): Search =>
    createSearch(documents(), { lexicon, teaches: taughtBy, built: pagesIn(join(root, "dist")), ...known });
  const judge: Judge = (classifier) => {
    const { weigh } = searchOf({ classifier });
    return (text, topic) => {
      const { best, ahead, words } = weigh(text);
      const right = best !== null && [best.id, taughtBy.get(best.id)].includes(topic);
      return { ahead, words, opens: best !== null, right };
    };
  };
  const lines = (): Lines => searchLines(items, questions(), lexicon, taughtBy);
  const learn = (folder: string): Learnt | null => learnt(join(folder, "search.bin"), lines(), lexicon, judge);
  // Made when first asked: most who load the library (the checker, the tools) never search.
  let made: Search | undefined;
  const search = (): Search => (made ??= searchOf(learn(join(root, "dist")) ?? {}));
  const hearing = createHearing(spoken);
  const namesOf = new Map(items.map((i) => [`${i.kind}:${i.id}`, [i.title.vi, i.title.en, ...i.search]]));
  const pages = new Map(
    compiled.flatMap(({ compiled: { definition, within } }) =>
      within ? [[definition.id, { names: namesOf.get(definition.id) ?? [], answers: within }] as const] : [],
    ),
  );
  return {
    definitions,
    texts,
    words,
    ledger,
    typed,
    translations,
    languages: languagesOf(translations, () => sourceTexts({ texts, definitions })),
    cards: new Map(compiled.flatMap(({ compiled: c }) => [...c.cards])),
    catalogue,
    tracks,
    learn,
    tried: (proposed) => heldOut(lines(), proposed, lexicon, judge),
    prepareSearch: (folder) => {
      learn(folder);
      writePages(pagesIn(folder), searchedTopics(documents(), lexicon, weights), lexicon, weights);
    },
    search: (text) => search().search(text),
    answer: (text, phrases) => search().answer(text, phrases),
    explain: (text, phrases) => search().explain(text, phrases),
    wantsPerson: (text) => search().wantsPerson(text),
    nearest: (text, most) => nearestLines(questions(), lexicon, text, most),
    hearing,
    within: createWithin(pages, hearing),
    spoken,
    urgent,
    taughtBy,
    codes: new Map<string, CodeOpens>([
      ...items.map((i) => [i.code, { opens: i.kind, id: i.id }] as const),
      ...compiled.flatMap(({ compiled: { code, definition } }) =>
        code === undefined ? [] : [[code, { opens: "flow", id: definition.id }] as const],
      ),
    ]),
    questions,
    items,
    trackItems,
    files: new Map([
      ...compiled
        .filter(({ compiled: c }) => !c.definition.id.startsWith("review:"))
        .map(({ yaml, compiled: c }) => [c.definition.id, yaml] as const),
      ...trackFiles.map(({ yaml, track }) => [`track:${track.id}`, yaml] as const),
      ...product.map((yaml) => ["app", yaml] as const),
      ...(typedFile ? [["typed", typedFile] as const] : []),
      ...factFiles.map((yaml) => [`facts:${basename(yaml.file, ".yaml")}`, yaml] as const),
      ...translationFiles.map(({ yaml, translation: t }) => [`translation:${t.language}`, yaml] as const),
    ]),
  };
};

const byOrder = (a: Item, b: Item): number =>
  a.kind.localeCompare(b.kind) ||
  (a.kind === "lesson" && b.kind === "lesson"
    ? a.order - b.order
    : a.code.localeCompare(b.code, "en", { numeric: true }));

const trackTitle = (track: Track, add: (ns: string, t: Texts) => void): Text => {
  const ns = `track:${track.id}`;
  add(ns, { vi: { title: track.title.vi }, en: { title: track.title.en } });
  return { ns, key: "title" };
};

const entryOf = (item: Item, definitions: ReadonlyMap<string, Definition>): CatalogueEntry => {
  const definition = definitions.get(`${item.kind}:${item.id}`);
  const ns = `${item.kind}:${item.id}@${definition?.version ?? ""}`;
  return {
    id: item.id,
    kind: item.kind,
    title: { ns, key: "title" },
    summary: { ns, key: "summary" },
    minutes: item.kind === "safety" ? 3 : item.minutes,
    track: item.kind === "lesson" ? item.track : null,
    urgent: item.kind === "safety" && item.urgent,
    group: item.kind === "guide" ? item.group : item.kind,
    ...(item.kind === "guide" && onlyIn(item)),
  };
};

const yamlFiles = (dir: string): string[] =>
  readdirSync(dir)
    .filter((f) => f.endsWith(".yaml") && !f.endsWith(".test.yaml"))
    .sort();
