import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** Words that staff attached to topics. */
export type PhraseStore = {
  /** Words attached to topics, the newest first. */
  phrases(commune: string): Promise<PhraseRow[]>;
  /** False when the same words are attached already. */
  addPhrase(
    commune: string,
    phrase: { id: string; text: Clean; topic: string },
    by: By & { name: string },
  ): Promise<boolean>;
  removePhrase(commune: string, id: string, by: By): Promise<boolean>;
};

export type PhraseRow = {
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly by: string;
  readonly at: number;
};
