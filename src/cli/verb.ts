import type { Taught } from "../app/content.ts";
import type { House } from "../app.ts";
import type { Config } from "../config.ts";
import type { Bilingual, Language } from "../kit/bilingual.ts";
import type { Progress } from "./progress.ts";
import type { Said } from "./said.ts";
import type { Table } from "./table.ts";

export type Flags = Readonly<Record<string, string | boolean | undefined>>;

export type Input = {
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly language: Language;
  /** Flows, content and seeds; read when first asked for, so that a verb that needs none starts at once. */
  readonly taught: Taught;
  /** The settings; checked when first asked for. */
  readonly config: Config;
  /** Opens the database; verbs that need none do not. */
  readonly house: () => Promise<House>;
  /** Where content/ lies. */
  readonly root: string;
  /** Tells somebody who sits at the terminal how far a long work is. */
  readonly progress: Progress;
};

/** `lines` are printed before the `table`, `after` behind it. `failed`: it ran, and what it found means exit 1. */
export type Done = {
  readonly value: unknown;
  readonly lines: readonly Said[];
  readonly table?: Table;
  readonly after?: readonly Said[];
  readonly failed?: boolean;
};

/** `fault`: it could not be done (exit 1). `misused`: what was typed makes no sense to the verb (exit 2). */
export type Output = Done | { readonly fault: Bilingual } | { readonly misused: Bilingual };

/** An option of a verb; without `value` it is a switch. */
export type Option = { readonly value?: string; readonly says: Bilingual };

/** One verb of the command line: `value` is printed with `--json`, `lines` and `table` without. What its help says follows from what it declares. */
export type Verb = {
  /** What may stand after the verb; without it nothing may. */
  readonly words?: string;
  readonly says: Bilingual;
  readonly options?: Readonly<Record<string, Option>>;
  /** Not beside a running server. */
  readonly alone?: true;
  readonly run: (input: Input) => Promise<Output>;
};
