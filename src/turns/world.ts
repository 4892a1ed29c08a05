import type { Env } from "../engine/context.ts";
import type { Fill, Text } from "../engine/text.ts";

/** Everything a turn knows beyond its own rows: the flows and what they say. Handed in, so that a test can be a tiny world. */
export type TurnWorld = {
  readonly env: (now: number, capabilities: Env["capabilities"]) => Env;
  /** The words of a text, filled with `args` and with the text's own, which win. Facts are those of `day`. */
  readonly words: (text: Text, language: string, args: Fill, day: string) => string;
  /** What a printed code of the content opens: BAI1, HD2, AT1, CDS1. */
  readonly codeOf: (
    code: string,
  ) => { readonly opens: "lesson" | "guide" | "safety" | "flow"; readonly id: string } | undefined;
};
