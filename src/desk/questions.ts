import { z } from "zod";
import { asksForSecret } from "../content/asks-for-secret.ts";
import { foldQuestion } from "../kit/text.ts";
import type { AnswerMessage } from "../store/ports/questions.ts";
import type { Action, FormOutcome } from "./action.ts";
import { fault } from "./faults.ts";
import { line, ticked } from "./fields.ts";
import { parsed } from "./parsed.ts";
import { byOf, type View } from "./view.ts";

/** What staff may do with questions nobody answered, and with the words they attached. */
export const questionActions: readonly Action[] = [
  {
    path: "/cau-hoi/:id/tra-loi",
    may: "answer-questions",
    back: "/cau-hoi",
    // An answer may name an office: its telephone, its mail, the number of a paper.
    run: parsed(z.object({ words: line(500, "phone", "mail", "number") }), async (view, { words }, { id = "" }) =>
      // Whoever reads it learnt from us that the commune never asks for these.
      asksForSecret(words) === null ? close(view, id, "answered", { words }) : fault("words", "secret"),
    ),
  },
  {
    path: "/cau-hoi/:id/gan",
    may: "answer-questions",
    back: "/cau-hoi",
    run: parsed(
      z.object({ text: line(200), topic: z.string("choice"), tell: ticked() }),
      async (view, { text, topic, tell }, { id = "" }) => {
        if (foldQuestion(text) === "") return fault("text", "phrase");
        if (!view.deps.topics.some((t) => t.name === topic)) return fault("topic", "choice");
        const phrase = { id: view.deps.id(), text, topic };
        await view.deps.store.addPhrase(view.row.commune.code, phrase, { ...byOf(view), name: view.staff.name });
        return close(view, id, "attached", tell ? { topic } : null);
      },
    ),
  },
  {
    path: "/cau-hoi/:id/bo",
    may: "answer-questions",
    back: "/cau-hoi",
    run: (view, _, { id = "" }) => close(view, id, "dismissed", null),
  },
  {
    path: "/cau-hoi/cum-tu/:id/go",
    may: "answer-questions",
    back: "/cau-hoi",
    run: async (view, _, { id = "" }) => ({
      go: "/cau-hoi",
      flash: (await view.deps.store.removePhrase(view.row.commune.code, id, byOf(view)))
        ? "phrase-removed"
        : "bad-late",
    }),
  },
];

const close = async (
  { deps, row, ...view }: View,
  id: string,
  what: "answered" | "attached" | "dismissed",
  answer: Parameters<View["deps"]["answerTo"]>[3] | null,
): Promise<FormOutcome> => {
  const { code } = row.commune;
  const question = await deps.store.question(code, id);
  if (!question) return { go: "/cau-hoi", flash: "bad-late" };
  const said: readonly AnswerMessage[] =
    answer === null
      ? []
      : question.askers.map((to) => ({ to, message: deps.answerTo(code, to, question.text, answer) }));
  const closed = await deps.store.closeQuestion(code, id, { what, said }, byOf(view));
  if (!closed) return { go: "/cau-hoi", flash: "bad-late" };
  deps.said(said.map(({ to }) => to));
  return { go: "/cau-hoi", flash: `question-${what}` };
};
