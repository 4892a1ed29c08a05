import type { Definition } from "../../engine/definition.ts";
import { limits } from "../../engine/limits.ts";
import type { Text } from "../../engine/text.ts";
import { entryFlows } from "../../product/entry-flows.ts";
import type { Texts } from "../extract-texts.ts";
import { textKey } from "./translation.ts";

export const areas = ["app", "safety", "lessons", "guides"] as const;
export type Area = (typeof areas)[number];

/** A text to be translated, as a translator must see it. */
export type SourceText = {
  readonly key: string;
  readonly area: Area;
  /** Part of what everybody passes through: the product's own words, the onboarding, the choice of language. */
  readonly doorway: boolean;
  readonly file: string;
  readonly kind: "label" | "text";
  /** Characters the tightest channel shows of it. */
  readonly max: number;
  readonly vi: string;
  readonly en: string;
};

/** Everything people can read, in the order of the areas and of the files. */
export const sourceTexts = (library: Taught): readonly SourceText[] => {
  const labels = labelsOf(library);
  const all = [...library.texts].flatMap(([ns, texts]) => {
    const of = ns.split("@")[0] ?? ns;
    return Object.entries(texts.vi ?? {}).flatMap(([key, vi]): SourceText[] => {
      // `{{text}}` holds a name: there is nothing to translate.
      if (!/\p{L}/u.test(vi.replace(/\{\{[^{}]*\}\}/g, ""))) return [];
      const en = texts.en?.[key] ?? "";
      const name = textKey(ns, key);
      const label = labels.has(name) || (of === "app" ? shownAsLabel.test(key) : key === "title");
      return [
        {
          key: name,
          area: areaOf(of),
          doorway: ["app", entryFlows.onboarding, entryFlows.language].includes(of),
          file: fileOf(of),
          kind: label ? "label" : "text",
          max: label ? limits.labelCharacters : roomFor(vi, en),
          vi,
          en,
        },
      ];
    });
  });
  return areas.flatMap((area) => all.filter((t) => t.area === area));
};

/** Twice the longer original: many languages need more letters, and a screen has to fit beside its picture. */
const roomFor = (vi: string, en: string): number =>
  Math.min(limits.textCharacters, Math.max(80, 2 * Math.max(vi.length, en.length)));

/** Words of the product that the lists of the engine put on buttons. */
const shownAsLabel = /^(you|address|audience|age|choose|reserved|group|menu)\./;

const areaOf = (of: string): Area =>
  /^(lesson|track):/.test(of)
    ? "lessons"
    : of.startsWith("guide:")
      ? "guides"
      : of.startsWith("safety:")
        ? "safety"
        : "app";

const folders: Readonly<Record<string, string>> = {
  lesson: "content/lessons",
  track: "content/tracks",
  guide: "content/guides",
  safety: "content/safety",
};

const fileOf = (of: string): string => {
  const [kind = "", id] = of.split(":");
  return of === "app"
    ? "content/locales/app.yaml"
    : id === undefined
      ? `flows/${of}.yaml`
      : `${folders[kind] ?? "content"}/${id}.yaml`;
};

const labelsOf = ({ definitions }: Pick<Taught, "definitions">): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (text: Text | undefined): void => {
    if (text) found.add(textKey(text.ns, text.key));
  };
  for (const { states } of definitions.values())
    for (const { steps } of Object.values(states))
      for (const step of steps) {
        if (step.kind === "choose") for (const option of step.options ?? []) add(option.label);
        if (step.kind === "ask") add(step.skip?.label);
      }
  return found;
};

/** Of a library: its definitions, and their words by the name of their version. */
type Taught = { readonly texts: ReadonlyMap<string, Texts>; readonly definitions: ReadonlyMap<string, Definition> };
