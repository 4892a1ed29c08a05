import type { Choose, Say } from "../engine/definition/steps.ts";
import type { Text } from "../engine/text.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import type { Draft, Named } from "./compiled.ts";
import type { Texts } from "./extract-texts.ts";

/** The short codes a piece of content names, besides its own, with what each is called on a button. */
export const pagesNamed = (
  content: { readonly code: string },
  pages: ReadonlyMap<string, Named>,
): Readonly<Record<string, Bilingual>> =>
  Object.fromEntries(
    codesIn(JSON.stringify(content), pages)
      .filter((code) => code !== content.code)
      .map((code) => {
        const { title } = pages.get(code) ?? { title: { vi: code, en: code } };
        return [code, { vi: `${code}: ${title.vi}`, en: `${code}: ${title.en}` }];
      }),
  );

/**
 * Every page that a message names by its code ("Quên thì mở **HD4**") is a choice of that message: on a phone nobody
 * should have to type a code, and behind it the same question comes again.
 */
export const openPages = (
  drafts: readonly Draft[],
  words: Texts,
  opens: Readonly<Record<string, Text>>,
  pages: ReadonlyMap<string, Named>,
): readonly Draft[] =>
  drafts.map((draft) => {
    const said = draft.steps.flatMap((step) => (step.kind === "say" ? textsOf(step) : []));
    const named = codesIn(said.map(({ key }) => words.vi?.[key] ?? "").join("\n"), pages);
    const options = named.flatMap((code): Choose["options"] => {
      const [label, page] = [opens[code], pages.get(code)];
      return label && page ? [{ id: `open-${code.toLowerCase()}`, label, style: "quiet", visit: page.flow }] : [];
    });
    return options.length === 0
      ? draft
      : {
          ...draft,
          steps: draft.steps.map((step) =>
            step.kind === "choose" ? { ...step, options: [...step.options, ...options] } : step,
          ),
        };
  });

/** Codes that open a page, in the order they are named, each once. */
export const codesIn = (text: string, pages: ReadonlyMap<string, unknown>): readonly string[] =>
  [...new Set([...text.matchAll(/(?<![\p{L}\p{N}])[A-Z]{2,6}\d{1,3}(?![\p{L}\p{N}])/gu)].map(([code]) => code))].filter(
    (code) => pages.has(code),
  );

const textsOf = (say: Say): readonly Text[] =>
  [
    say.title,
    say.text,
    say.question,
    say.feedback?.text,
    say.note?.text,
    ...(say.keys ?? []).map((k) => k.text),
  ].filter((text) => text !== undefined);
