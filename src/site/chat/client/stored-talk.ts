import type { Message } from "../../../channels/message.ts";
import type { Talk } from "../talk.ts";
import { forgetHere, recall, rememberHere } from "./remember.ts";

type Stored = readonly { readonly id: number; readonly message: Message }[];

/** How many messages stay readable without a network; the server says of as many whether they are still there (`webLimits.kept`). */
const MANY = 10;

/**
 * Keeps the end of the lesson or guide in this browser. Steps and questions are the same for everybody; whatever else is
 * said may name somebody, so it is not kept, and neither is what the person did. `oldest`: the first message the server
 * still has; what was erased there goes here too.
 */
export const storeTalk = (commune: string, talk: Talk, oldest: number): void => {
  const steps = talk.flatMap((item) =>
    item.kind === "arrived" && item.id >= oldest && item.message.progress
      ? [{ id: item.id, message: plain(item.message) }]
      : [],
  );
  if (steps.length === 0) forgetHere(nameOf(commune));
  else rememberHere(nameOf(commune), JSON.stringify(steps.slice(-MANY)));
};

export const storedTalk = (commune: string): Stored => {
  try {
    // Written above, by this page.
    return JSON.parse(recall(nameOf(commune)) ?? "[]") as Stored;
  } catch {
    return [];
  }
};

const nameOf = (commune: string): string => `kept-${commune}`;

/** The words alone: pictures are not in the browser, and an echo is what the person did. */
const plain = ({ echo: _, ...message }: Message): Message => ({
  ...message,
  blocks: message.blocks.filter(({ kind }) => kind !== "picture" && kind !== "certificate"),
});
