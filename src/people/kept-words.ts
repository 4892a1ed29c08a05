import type { Env } from "../engine/context.ts";
import type { Kept } from "../engine/env.ts";
import { cleaned } from "./clean.ts";

/** What a session may hold of somebody's words. The engine knows no rule of privacy; it is handed this one. */
export const keptWords: Env["kept"] = (text, asked) => {
  const clean: string = cleaned(text, asked ? [asked] : []);
  // The engine's own name for the same promise.
  return clean as Kept;
};
