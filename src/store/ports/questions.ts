import type { Message } from "../../channels/message.ts";
import type { Address } from "../../engine/person.ts";
import type { By } from "./by.ts";

/** Questions nobody answered. */
export type QuestionStore = {
  /** Those most people asked first, then the oldest; at most `most`. */
  questions(commune: string, most: number): Promise<QuestionRow[]>;
  questionCount(commune: string): Promise<number>;
  /** How many questions of people who are not remembered went unanswered since a month (`2026-11`): their words are not kept. */
  questionsOfOthers(commune: string, month: string): Promise<number>;
  /** An open question with whom an answer goes to: everybody who asked and has not blocked us. */
  question(commune: string, id: string): Promise<{ readonly text: string; readonly askers: readonly Asker[] } | null>;
  /** Takes a question out of the queue and sends what is said to its askers. False when it is gone. */
  closeQuestion(
    commune: string,
    question: string,
    how: { readonly what: "answered" | "attached" | "dismissed"; readonly said: readonly AnswerMessage[] },
    by: By,
  ): Promise<boolean>;
};

/** A question nobody answered, with everybody who asked it in the same words. */
export type QuestionRow = {
  readonly id: string;
  readonly text: string;
  readonly askers: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly villages: readonly string[];
  readonly channels: readonly string[];
};

/** A message to somebody who asked, as it stands in the outbox. */
export type AnswerMessage = { readonly to: Asker; readonly message: Message };

/** Somebody who waits for an answer: where they asked, and how they are spoken to. */
export type Asker = {
  readonly account: string;
  readonly connection: string;
  readonly chat: string;
  readonly name: string | null;
  readonly you: Address;
  readonly language: string;
};
