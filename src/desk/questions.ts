import { z } from "zod";
import { asksForSecret } from "../content/asks-for-secret.ts";
import { foldQuestion } from "../kit/fold.ts";
import { sensitive } from "../people/sensitive.ts";
import type { Said } from "../store/ports/questions.ts";
import type { Action, Outcome } from "./action.ts";
import { byOf, type View } from "./view.ts";

/** What staff may do with questions nobody answered, and with the words they attached. */
export const questionActions: readonly Action[] = [
  {
    path: "/cau-hoi/:id/tra-loi",
    role: "officer",
    back: "/cau-hoi",
    run: async (view, body, { id = "" }) => {
      const form = Words.safeParse(body);
      if (!form.success) return null;
      const { words } = form.data;
      // Whoever reads it learnt from us that the commune never asks for these.
      if (asksForSecret(words) !== null || sensitive(words) !== null) return { go: "/cau-hoi", flash: "bad-secret" };
      return close(view, id, "answered", { words });
    },
  },
  {
    path: "/cau-hoi/:id/gan",
    role: "officer",
    back: "/cau-hoi",
    run: async (view, body, { id = "" }) => {
      const form = Phrase.safeParse(body);
      const folded = form.success ? foldQuestion(form.data.text) : "";
      if (!form.success || folded === "" || !view.deps.topics.some((t) => t.name === form.data.topic)) return null;
      const { text, topic, tell } = form.data;
      if (sensitive(text) !== null) return { go: "/cau-hoi", flash: "bad-secret" };
      const phrase = { id: view.deps.id(), folded, text, topic };
      await view.deps.store.addPhrase(view.row.commune.code, phrase, { ...byOf(view), name: view.staff.name });
      return close(view, id, "attached", tell ? { topic } : null);
    },
  },
  {
    path: "/cau-hoi/:id/bo",
    role: "officer",
    back: "/cau-hoi",
    run: (view, _, { id = "" }) => close(view, id, "dismissed", null),
  },
  {
    path: "/cau-hoi/cum-tu/:id/go",
    role: "officer",
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
  answer: { readonly words: string } | { readonly topic: string } | null,
): Promise<Outcome> => {
  const { code } = row.commune;
  const question = await deps.store.question(code, id);
  if (!question) return { go: "/cau-hoi", flash: "bad-late" };
  const said: readonly Said[] =
    answer === null
      ? []
      : question.askers.map((to) => ({ to, message: deps.answerTo(code, to, question.text, answer) }));
  const closed = await deps.store.closeQuestion(code, id, { what, said }, byOf(view));
  if (!closed) return { go: "/cau-hoi", flash: "bad-late" };
  deps.said(said.map(({ to }) => to));
  return { go: "/cau-hoi", flash: `question-${what}` };
};

const Words = z.object({ words: z.string().trim().min(1).max(500) });
const Phrase = z.object({
  text: z.string().trim().min(2).max(200),
  topic: z.string(),
  tell: z.literal("yes").optional(),
});
