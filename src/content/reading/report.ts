import type { Bilingual } from "../../kit/bilingual.ts";
import { FACT_NS } from "../ledger/fact-words.ts";
import type { Library } from "../library.ts";
import { explains, type Term, usesOf } from "./jargon.ts";
import { sentencesOf, wordsIn } from "./measure.ts";

/** The line nothing may be over. The voice asks for sentences under 20 words, one idea a sentence; measured in docs/decisions/0033-reading.md. */
export const readingLimits = { longest: 19, mean: 11, sentencesInMessage: 12 } as const;

export type Reading = {
  /** Flow, `lesson:<id>` …, `track:<id>` or `app`. */
  readonly of: string;
  readonly sentences: number;
  /** Words a sentence. */
  readonly mean: number;
  readonly longest: number;
  /** Sentences on the fullest screen. */
  readonly message: number;
  readonly jargon: readonly {
    readonly term: string;
    readonly uses: number;
    readonly plain: string;
    readonly explained: boolean;
  }[];
  /** What is over the line, a sentence each; empty when it reads well. */
  readonly over: readonly Bilingual[];
};

/** A choice that opens another page carries its title, which is read where that page is written. */
export const isTitleOfOther = (key: string): boolean => key.startsWith("opens.");

/** How every Vietnamese text reads, one line a flow, lesson, guide or safety topic. */
export const readingOf = (
  library: Pick<Library, "texts" | "definitions">,
  terms: readonly Term[],
): readonly Reading[] => {
  const facts = library.texts.get(FACT_NS)?.vi ?? {};
  // A sentence that points to a fact is read as it is spoken first.
  const spoken = (text: string): string =>
    text.replace(/\{\{\s*fact:([\w/-]+)\s*\}\}/g, (whole, name: string) => facts[`${name}.0`] ?? whole);
  const whole = new Map(
    [...library.texts].map(([ns, t]) => [
      ns.split("@")[0] ?? ns,
      Object.fromEntries(
        Object.entries(t.vi ?? {}).flatMap(([key, text]) => (isTitleOfOther(key) ? [] : [[key, spoken(text)]])),
      ),
    ]),
  );
  return [...whole].map(([of, texts]) => {
    const words = Object.values(texts);
    const found = Object.entries(texts).flatMap(([key, text]) =>
      sentencesOf(text).map((s) => ({ key, s, n: wordsIn(s) })),
    );
    const mean = found.length === 0 ? 0 : Math.round((10 * found.reduce((sum, f) => sum + f.n, 0)) / found.length) / 10;
    const { message, state } = fullest(library, of, texts);
    const jargon = terms.flatMap((t) => {
      const uses = words.reduce((n, text) => n + usesOf(t, text), 0);
      // A review asks what a lesson taught, and is only asked of those who went through it.
      const lesson = /^review:([^/]+)/.exec(of)?.[1];
      const teachers = [t.taught_in ?? of, ...(lesson === undefined ? [] : [`lesson:${lesson}`])];
      const there = teachers.flatMap((teacher) => Object.values(whole.get(teacher) ?? {}));
      return uses === 0
        ? []
        : [{ term: t.term, uses, plain: t.plain.vi, explained: there.some((text) => explains(t, text)) }];
    });
    return {
      of,
      sentences: found.length,
      mean,
      longest: Math.max(0, ...found.map((f) => f.n)),
      message,
      jargon,
      over: [
        ...found
          .filter((f) => f.n > readingLimits.longest)
          .map((f) => ({
            vi: `${f.key}: một câu có ${f.n} chữ: ${f.s}`,
            en: `${f.key}: ${f.n} words in one sentence: ${f.s}`,
          })),
        // Facts are read inside the topics that say them.
        ...(mean > readingLimits.mean && of !== FACT_NS
          ? [{ vi: `trung bình ${mean} chữ một câu`, en: `${mean} words a sentence on average` }]
          : []),
        ...(message > readingLimits.sentencesInMessage
          ? [{ vi: `màn hình “${state}” có ${message} câu`, en: `${message} sentences on the screen “${state}”` }]
          : []),
        ...jargon
          .filter((j) => !j.explained && of !== FACT_NS)
          .map((j) => ({
            vi: `“${j.term}” chưa chỗ nào nói bằng lời dễ hiểu: ${j.plain}`,
            en: `“${j.term}” is never said in plain words: ${j.plain}`,
          })),
      ],
    };
  });
};

/** The state that says most at once. Labels of buttons are not sentences. */
const fullest = (
  { definitions }: Pick<Library, "definitions">,
  of: string,
  texts: Readonly<Record<string, string>>,
): { readonly message: number; readonly state: string } => {
  let most = { message: 0, state: "" };
  for (const { id, steps } of Object.values(definitions.get(of)?.states ?? {})) {
    const said = steps.flatMap((s) =>
      s.kind === "say" ? [s.text, s.question, ...(s.keys ?? []).map((k) => k.text), s.note?.text] : [],
    );
    const message = said.reduce((n, t) => n + (t ? sentencesOf(texts[t.key] ?? "").length : 0), 0);
    if (message > most.message) most = { message, state: id };
  }
  return most;
};
