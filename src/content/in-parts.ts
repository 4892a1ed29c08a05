import type { Choose, Say, Step } from "../engine/definition/steps.ts";
import { app, type Text } from "../engine/text.ts";
import { type Draft, onward } from "./compiled.ts";
import { intoMessages, type Piece } from "./into-messages.ts";

/** A piece with what it says: a point of the list, or steps of its own. */
export type Saying = Piece & ({ readonly key: Text } | { readonly says: readonly Say[] });

type Standing = {
  readonly title: Text;
  /** Said above the points, in every message that has some. */
  readonly text?: Text;
  /** Done with the first message. */
  readonly first?: readonly Step[];
  /** What leads on from the last one. */
  readonly last: Choose["options"];
};

/** Sayings as states, as few as a small phone shows whole; the first is named `id`, and each leads on to the next. */
export const inParts = (
  id: string,
  sayings: readonly Saying[],
  { title, text, first, last }: Standing,
): readonly Draft[] => {
  const groups = intoMessages(sayings, HEAD);
  const stateOf = (i: number): string => (i === 0 ? id : `${id}/${i + 1}`);
  return groups.map((group, i): Draft => {
    const keys = group.flatMap((saying) => ("key" in saying ? [{ text: saying.key }] : []));
    return {
      id: stateOf(i),
      checkpoint: true,
      steps: [
        ...(i === 0 ? (first ?? []) : []),
        { kind: "say", title, ...(keys.length > 0 && { ...(text && { text }), keys }) },
        ...group.flatMap((saying) => ("says" in saying ? saying.says : [])),
        {
          kind: "choose",
          options: i + 1 < groups.length ? [onward(app("step.more"), stateOf(i + 1))] : last,
          person: true,
        },
      ],
    };
  });
};

/** A heading of two lines and the line above a list, less the bar of progress that such a message does not have. */
const HEAD = 1.9;
