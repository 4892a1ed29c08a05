import { type Link, linksIn } from "./links.ts";
import { plainView } from "./plain.ts";
import type { PlainView } from "./view.ts";
import { scamWords } from "./words.ts";

/** A message as the signs look at it. */
export type InspectedMessage = {
  readonly plain: PlainView;
  readonly words: PlainView;
  readonly links: readonly Link[];
};

export const messageOf = (text: string): InspectedMessage => {
  const bare = plainView(text);
  const links = linksIn(bare, text);
  return { plain: bare, words: scamWords(bare, links), links };
};
