import { z } from "zod";
import type { WordsOfRecord } from "../content/recorded-words.ts";
import type { Bilingual, Language } from "../kit/bilingual.ts";
import type { DataSection, PersonalData, PersonalRow } from "../store/ports/downloads.ts";
import { audienceName } from "../ui/audiences.ts";
import { moment } from "../ui/format.ts";
import { myDataWords } from "./my-data-words.ts";

/** A section in words: its title, and of each row what is kept beside what it is. */
export type Spelled = {
  readonly section: DataSection;
  readonly title: string;
  readonly rows: readonly (readonly (readonly [string, string])[])[];
};
export type SectionWords = {
  readonly titleOf: (id: string, language: Language) => string | null;
  readonly recorded: WordsOfRecord;
  readonly channelWords: (channel: string) => { readonly name: Bilingual };
};

/**
 * Everything kept about somebody, as they can read it: no id of a question, a step or a button without its words. Both
 * the page and the file hold it. Every row of every section is there, also a kind without words of its own.
 */
export const spelled = (
  personal: PersonalData,
  language: Language,
  { titleOf, recorded, channelWords }: SectionWords,
): readonly Spelled[] => {
  const w = myDataWords(language);
  const [fields, values, data]: readonly Readonly<Record<string, string>>[] = [w.fields, w.values, w.data];
  const value = (key: string, given: string | number | boolean): string => {
    if (typeof given === "boolean") return given ? w.yes : w.no;
    if (typeof given === "number")
      return isTime(key) ? moment(given) : flags.has(key) ? (given ? w.yes : w.no) : String(given);
    if (key === "channel") return values?.[given] ?? channelWords(given).name[language];
    if (key === "audience") return audienceName(given, language);
    // A question of a lesson is `lesson/question`: its words stand beside it.
    const id = given.replace(/^[a-z]+:/, "").replace(/^([\w-]+)\/[\w-]+$/, "$1");
    return values?.[given] ?? titleOf(id, language) ?? given;
  };
  const details = (text: string): readonly (readonly [string, string])[] =>
    Object.entries(detailsOf(text)).flatMap(([key, given]) =>
      typeof given === "object" ? [] : [[data?.[key] ?? key, value(key, given)] as const],
    );
  const row = (section: DataSection, r: PersonalRow): readonly (readonly [string, string])[] => {
    const said = sayable(section, r);
    const { asked, chosen } = said ? recorded(said, language) : nothing;
    const answered = chosen !== null && section === "answers" ? new Set(["question", "answer"]) : none;
    return [
      ...Object.entries(r).flatMap(([key, given]) =>
        given === null || key === "data" || answered.has(key)
          ? []
          : [[fields?.[key] ?? key, value(key, given)] as const],
      ),
      ...(asked === null ? [] : [[w.asked, asked] as const]),
      ...(chosen === null ? [] : [[w.chosen, chosen] as const]),
      ...(chosen === null && typeof r.data === "string" ? details(r.data) : []),
    ];
  };
  // In the order of the words; the compiler has compared their keys with the sections.
  return (Object.keys(w.sections) as DataSection[]).map((section) => ({
    section,
    title: w.sections[section],
    rows: personal[section].map((r) => row(section, r)),
  }));
};

/** Rows that stand for something that was asked. */
const sayable = (section: DataSection, { what, ref, data, question, answer, item }: PersonalRow) =>
  section === "facts"
    ? { what: String(what), ref: ref === null ? null : String(ref), data: detailsOf(data) }
    : section === "answers"
      ? { what: "self-assessed", ref: String(question), data: { answer } }
      : section === "review"
        ? { what: "quiz-answered", ref: String(item), data: { right: true } }
        : null;

const isTime = (key: string): boolean => key === "at" || key === "since" || key.endsWith("At");
const flags = new Set(["optedOut", "byLink", "passed", "done", "urgent"]);
const nothing = { asked: null, chosen: null };
const none: ReadonlySet<string> = new Set();

/** What a row holds besides; nothing where it cannot be read. */
const detailsOf = (text: unknown): z.infer<typeof Details> => {
  try {
    return Details.parse(JSON.parse(String(text)));
  } catch {
    return {};
  }
};
const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.object({})]));
