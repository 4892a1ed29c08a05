import type { Taught } from "../app/content.ts";
import type { House } from "../app.ts";
import type { Config } from "../config.ts";

export type Input = {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly taught: Taught;
  readonly config: Config;
  /** Opens the database; verbs that need none do not. */
  readonly house: () => Promise<House>;
  /** Where content/ lies. */
  readonly root: string;
};
/** `failed`: it ran, and what it found means exit 1. */
export type Output =
  | { readonly value: unknown; readonly lines: readonly string[]; readonly failed?: boolean }
  | { readonly fault: string };

/** One verb of the command line: `value` is printed with `--json`, `lines` without. */
export type Verb = {
  readonly usage: string;
  readonly says: string;
  /** Not beside a running server. */
  readonly alone?: true;
  readonly run: (input: Input) => Promise<Output>;
};
