import type { Library } from "../content/library.ts";
import type { LineFinder, SourceLine } from "./source-lines.ts";

/** A text as an author wrote it: which words, where, in which language. */
export type AuthoredText = {
  /** Flow, `lesson:<id>` …, `track:<id>` or `app`. */
  readonly of: string;
  readonly ns: string;
  /** Its place in the file, list items by their id: `quiz.items.chu-nho.options.0.text`. */
  readonly key: string;
  readonly language: string;
  readonly words: string;
  readonly where: SourceLine;
};

/** Everything people can read, in every language, with the line it stands on. */
export const writtenTexts = (library: Library, place: LineFinder): readonly AuthoredText[] =>
  [...library.texts].flatMap(([ns, texts]) =>
    Object.entries(texts).flatMap(([language, words]) =>
      Object.entries(words).map(([key, text]) => ({
        of: ns.split("@")[0] ?? ns,
        ns,
        key,
        language,
        words: text,
        where: place.text({ ns, key }),
      })),
    ),
  );
