import type { SignId } from "./signs.ts";
import type { Range } from "./view.ts";

/** What was seen in a message. "safe" does not exist: rules know some tricks, never all. */
export type Verdict = {
  readonly level: "dangerous" | "suspicious" | "no-sign";
  readonly signs: readonly { readonly id: SignId; readonly at: Range }[];
};
