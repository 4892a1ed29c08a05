import type { Say, Step } from "../engine/definition/steps.ts";
import type { Definition } from "../engine/definition.ts";
import { app, type Text } from "../engine/text.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import type { Card } from "./card.ts";
import type { Texts } from "./extract-texts.ts";
import type { Measure } from "./measure.ts";

/** A piece of content ready to run: what the engine walks, the words it says, the pictures it shows. */
export type Compiled = {
  readonly definition: Definition;
  readonly texts: Texts;
  readonly cards: ReadonlyMap<string, Card>;
  /** What the page answers of itself in the middle of it. */
  readonly within?: readonly Answerable[];
  /** The short code of a flow that has one; lessons, guides and safety topics bring their own. */
  readonly code?: string | undefined;
};

/** One thing that can be asked in the middle of a page: by its kind ("fee") or by what people say, and what is said then. */
export type Answerable = {
  readonly about: string | null;
  readonly sayings: readonly string[];
  /** The state it belongs to, where it is of one step. */
  readonly state?: string;
  readonly says: readonly Say[];
};

/** A page as another one names it by its short code. */
export type Named = { readonly flow: string; readonly title: Bilingual };

/** What a piece of content is compiled with besides itself. */
export type Around = {
  /** The pages short codes open. */
  readonly pages: ReadonlyMap<string, Named>;
  readonly measure: Measure;
};

/** A state under construction; `checkpoint` where a person may be set down again. */
export type Draft = { readonly id: string; readonly steps: readonly Step[]; readonly checkpoint?: boolean };

export const states = (drafts: readonly Draft[]): Definition["states"] =>
  Object.fromEntries(drafts.map((d) => [d.id, { id: d.id, steps: [...d.steps], checkpoint: d.checkpoint ?? false }]));

/** The one choice that leads on. */
export const onward = (label: Text, goto: string) => ({ id: "next", label, style: "main" as const, goto });
/** Nothing is left to come back to: without it "Học tiếp" would offer a lesson that is over. */
export const finish = { kind: "set" as const, var: "finished", to: true };
/** Whoever came here from another page goes back to it; the menu is still a tap away. */
export const toPageBelow = {
  id: "back-to-page",
  label: app("page.back"),
  style: "main" as const,
  when: "page-below" as const,
  return: "page-below",
};
export const toMenu = { id: "menu", label: app("choose.menu"), style: "plain" as const, return: "menu" };
