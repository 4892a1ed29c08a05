import { type Link, linksIn } from "./links.ts";
import { plainView } from "./plain.ts";
import type { View } from "./view.ts";
import { scamWords } from "./words.ts";

/** A message as the signs look at it. */
export type Message = { readonly plain: View; readonly words: View; readonly links: readonly Link[] };

export const messageOf = (text: string): Message => {
  const bare = plainView(text);
  const links = linksIn(bare, text);
  return { plain: bare, words: scamWords(bare, links), links };
};
