import type { Guide, Lesson, Safety } from "../content/schema.ts";
import type { Bilingual } from "../kit/bilingual.ts";

/** A piece of content that may state facts: a screen, a question, an answer to somebody who is stuck. */
export type Stated = {
  readonly id: string;
  readonly kind: "screen" | "question" | "answer";
  readonly path: readonly PropertyKey[];
  readonly sources: readonly string[];
  readonly says: readonly Bilingual[];
};

/** Everything in an item that stands on sources, with its path in the file. */
export const screensOf = (item: Lesson | Guide | Safety): readonly Stated[] => {
  if (item.kind === "safety") return item.do_now.map((s, i) => screen(s, ["do_now", i]));
  const screens = item.steps.map((s, i) => screen(s, ["steps", i]));
  if (item.kind === "lesson") {
    const questions = item.quiz.items.map(
      (q, i): Stated => ({
        id: q.id,
        kind: "question",
        path: ["quiz", "items", i],
        sources: q.sources,
        says: [q.why, ...(q.remember ? [q.remember] : [])],
      }),
    );
    return [...screens, ...questions];
  }
  const answers = item.steps.flatMap((step, i) =>
    step.stuck.map(
      (s, k): Stated => ({
        id: s.id,
        kind: "answer",
        path: ["steps", i, "stuck", k],
        sources: s.sources,
        says: [s.answer],
      }),
    ),
  );
  return [...screens, ...answers];
};

type Screen = Lesson["steps"][number];

const screen = (s: Screen, path: readonly PropertyKey[]): Stated => ({
  id: s.id,
  kind: "screen",
  path,
  sources: s.sources,
  says: [s.title, ...(s.say ? [s.say] : []), ...s.keys.map((k) => k.text), ...(s.note ? [s.note.text] : [])],
});
