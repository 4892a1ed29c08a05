import type { Faults } from "./faults.ts";
import type { Capability } from "./may.ts";
import type { ShownOnce } from "./page.ts";
import type { FlashKey } from "./parts/flash.tsx";
import type { View } from "./view.ts";

/** What a form led to. */
export type FormOutcome =
  /** Back to a page, with a word on what happened; `keys` go into its address. */
  | { readonly go: string; readonly flash: FlashKey; readonly keys?: Readonly<Record<string, string>> }
  | { readonly show: ShownOnce }
  /**
   * The fields that do not hold, each with why: the page comes back with everything that was typed. `form`: they stand in
   * another form of the page than the one that was sent, with these words in it.
   */
  | {
      readonly faults: Faults;
      readonly form?: { readonly path: string; readonly typed: Readonly<Record<string, string>> };
    }
  /** What the form is about is not there, or is none of theirs. */
  | "missing";

/** A form of the desk that is posted. */
export type Action = {
  readonly path: string;
  readonly may: Capability;
  /** The page it stands on. */
  readonly back: string;
  /** What its fields may hold, where that is more than a body otherwise may. */
  readonly bodyBytes?: number;
  readonly run: (view: View, form: unknown, params: Readonly<Record<string, string>>) => Promise<FormOutcome>;
};
