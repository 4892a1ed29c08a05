import type { Shown as Part } from "../channels/degrade.ts";
import type { Library } from "../content/library.ts";
import type { Problem } from "../content/problem.ts";
import type { ShownScreen } from "./render.ts";
import type { LineFinder } from "./source-lines.ts";
import type { Scene } from "./walk.ts";
import type { AuthoredText } from "./written.ts";

/** What rules look at: the library, the texts with their lines, and every message a person can come to. */
export type Examined = {
  readonly library: Library;
  /** ISO date; handed in, so that a check can be repeated to the letter. */
  readonly today: string;
  readonly place: LineFinder;
  /** Ids of files that could not be read: what points to them is not called missing. */
  readonly unread: ReadonlySet<string>;
  /** Whether problems of this file are asked for: a rule that costs much leaves out the others. */
  readonly concerns: (file: string) => boolean;
  /** Everything people can read in the files that are checked, and in all. */
  readonly texts: () => readonly AuthoredText[];
  readonly allTexts: () => readonly AuthoredText[];
  readonly scenes: () => readonly Scene[];
  /** Every scene as the message a person gets, in every language. */
  readonly shown: () => readonly ShownScreen[];
  /** And as each channel sends it. */
  readonly sent: () => readonly (ShownScreen & {
    readonly on: readonly { readonly channel: string; readonly parts: readonly Part[] }[];
  })[];
};

/** One thing that must hold before anything is published. `id` stands in front of each of its problems. */
export type Rule = { readonly id: string; readonly find: (seen: Examined) => readonly Problem[] };
