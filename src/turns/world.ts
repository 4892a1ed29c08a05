import type { Env } from "../engine/env.ts";
import type { Text } from "../engine/text.ts";

type Args = Readonly<Record<string, string | number>>;
/** Where they differ by language (forms of address), the one a sentence is really said in is told: it may have fallen back. */
export type Fill = Args | ((spoken: string) => Args);

/** Everything a turn knows beyond its own rows: the flows and what they say. Handed in, so that a test can be a tiny world. */
export type World = {
  readonly env: (now: number, capabilities: Env["capabilities"]) => Env;
  /** The words of a text, filled with `args` and with the text's own, which win. */
  readonly words: (text: Text, language: string, args: Fill) => string;
  /** What a printed code of the content opens: BAI1, HD2, AT1, CDS1. */
  readonly codeOf: (
    code: string,
  ) => { readonly opens: "lesson" | "guide" | "safety" | "flow"; readonly id: string } | undefined;
};
