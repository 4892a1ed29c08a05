import { z } from "zod";
import type { Text } from "./text.ts";

export const Tone = z.enum(["safe", "info", "warn", "danger"]);
export type Tone = z.infer<typeof Tone>;

/**
 * What is shown, channel-neutral. `T` is `Text` inside the engine and `string` once a language was chosen.
 * A channel that cannot show a kind writes it as lines of text, in the same order.
 */
export type Block<T = Text> =
  | { readonly kind: "title"; readonly text: T }
  | { readonly kind: "text"; readonly text: T }
  | { readonly kind: "question"; readonly text: T }
  /** Points, never numbered: the numbers of a message are those of its choices. `mark` is a letter on the picture. */
  | {
      readonly kind: "keys";
      readonly items: readonly {
        readonly text: T;
        readonly tap?: boolean | undefined;
        readonly mark?: string | undefined;
      }[];
    }
  | { readonly kind: "note"; readonly tone: Tone; readonly text: T }
  | { readonly kind: "picture"; readonly card: string; readonly alt: T }
  | { readonly kind: "feedback"; readonly right: boolean; readonly text: T }
  | { readonly kind: "certificate"; readonly code: string; readonly alt: T };

/** Where the person stands in a lesson, guide or quiz: "Bước 3/7". */
export type Progress<T = Text> = {
  readonly title: T;
  readonly unit: "step" | "question";
  readonly at: number;
  readonly of: number;
  /** Which of how many messages of this step. */
  readonly part?: { readonly at: number; readonly of: number } | undefined;
};

export type ChoiceStyle = "main" | "plain" | "quiet" | "alarm" | "resume";

/** A choice as shown. `n` is its number on every channel; `key` is what a button carries back. */
export type Choice<T = Text> = {
  readonly key: string;
  readonly n?: number | undefined;
  readonly label: T;
  readonly small?: T | undefined;
  readonly style?: ChoiceStyle | undefined;
  readonly icon?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
};
