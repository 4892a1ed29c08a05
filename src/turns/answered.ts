import type { Message } from "../channels/message.ts";
import type { CommuneFacts } from "../engine/facts.ts";
import { stranger } from "../engine/person.ts";
import { app, literal, type Text } from "../engine/text.ts";
import type { Asker } from "../store/ports/questions.ts";
import type { Speak } from "./speak.ts";

/** What staff say to a question: their own words, or the topic that answers it, which a short code opens. */
export type StaffAnswer = { readonly words: string } | { readonly title: Text; readonly code: string };

/**
 * The answer as the person who asked reads it, days later: who speaks, what was asked, what is said. It asks nothing, so
 * the question they are standing at stays what it was.
 */
export const answered = (
  speak: Speak,
  commune: CommuneFacts,
  { name, you, language }: Asker,
  question: string,
  answer: StaffAnswer,
  token: string,
  now: number,
): Message =>
  speak(
    {
      type: "message",
      blocks: [
        { kind: "title", text: app("answer.title") },
        { kind: "text", text: app("answer.asked", { question }) },
        { kind: "text", text: "words" in answer ? literal(answer.words) : app("answer.topic", answer) },
        { kind: "note", tone: "safe", text: app("answer.safe") },
      ],
      choices: [],
      expects: "nothing",
    },
    { ...stranger("", language), name, you },
    commune,
    token,
    "reply",
    now,
  );
