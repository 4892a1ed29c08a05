import type { Env } from "../engine/context.ts";
import type { Definition } from "../engine/definition.ts";
import { app, type Fill, type Text } from "../engine/text.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import { cleaned } from "../people/clean.ts";
import { vocabulary } from "../product/vocabulary.ts";
import { pasted } from "../scam/pasted.ts";
import type { Texts } from "./extract-texts.ts";
import type { Library } from "./library.ts";
import { spokenOf } from "./translations/translation.ts";

/** A version somebody still stands on, as it was kept. */
export type StoredVersion = {
  readonly flow: string;
  readonly version: string;
  readonly definition: Definition;
  readonly texts: Texts;
};

/** The library as turns see it: the present flows, and the old versions somebody still stands on, with their words. */
export const createWorld = (
  library: Library,
  stored: readonly StoredVersion[],
  given: Pick<Env, "id" | "random" | "inspect">,
  /** Languages offered although they are not finished, so that they can be tried. */
  tried: readonly string[] = [],
) => {
  const languages = library.languages.filter((l) => l.offered || tried.includes(l.id));
  const old = new Map<string, Definition>();
  for (const k of stored) {
    if (library.definitions.get(k.flow)?.version === k.version) continue;
    old.set(`${k.flow}@${k.version}`, k.definition);
    // An old version speaks the other languages too, wherever its Vietnamese is still the one that was translated.
    const ns = `${k.flow}@${k.version}`;
    library.words.add(ns, { ...k.texts, ...spokenOf(library.translations, ns, k.texts) });
  }
  const flow = (id: string, version?: string): Definition | undefined => {
    const present = library.definitions.get(id);
    return version === undefined || present?.version === version ? present : old.get(`${id}@${version}`);
  };
  const words = (text: Text, language: string, args: Fill = {}, day?: string): string =>
    library.words.say(text, language, args, day);
  const { catalogue, tracks } = library;
  const sentences = wordsOfLibrary(library);
  const search: Env["search"] = (text, { phrases }) => library.answer(text, phrases);
  return {
    env: (now: number, capabilities: Env["capabilities"]): Env => ({
      now,
      ...given,
      pasted,
      vocabulary,
      flow,
      search,
      within: library.within,
      urgent: library.urgent,
      hearing: library.hearing,
      sentences,
      cleaned,
      catalogue,
      tracks,
      languages,
      words: (text: Text, language: string) => words(text, language, {}, dayOf(now)),
      capabilities,
    }),
    words,
    codeOf: (code: string) => library.codes.get(code),
  };
};

/** How many sentences stand under a name of the product's words, as `talk.thanks.1`, `talk.thanks.2` … */
export const wordsOfLibrary = ({ words }: Pick<Library, "words">): Env["sentences"] => {
  const known = new Map<string, number>();
  return (key) => {
    let n = known.get(key);
    if (n === undefined) {
      n = 0;
      while (words.has(app(`${key}.${n + 1}`), "vi")) n++;
      known.set(key, n);
    }
    return n;
  };
};

/** What is current, to be kept in the database before anybody stands on it. */
export const currentVersions = (library: Library): readonly StoredVersion[] =>
  [...library.definitions.values()].map((definition) => ({
    flow: definition.id,
    version: definition.version,
    definition,
    texts: library.texts.get(`${definition.id}@${definition.version}`) ?? {},
  }));
