import type { Capabilities } from "./capabilities.ts";
import { body, picturesOf } from "./degrade/body.ts";
import { choicesOf } from "./degrade/choices.ts";
import { markedUp, withoutBold } from "./degrade/markup.ts";
import type { Picture, Shown } from "./degrade/shown.ts";
import { split } from "./degrade/split.ts";
import { wordsOf } from "./degrade/words.ts";
import type { Message } from "./message.ts";

export type { Button, Picture, Shown } from "./degrade/shown.ts";

/**
 * A message as a channel can show it: usually one, more only over its limits (characters, one picture each). Buttons and
 * choices are on the last, because people answer what they read last. Empty only for an empty message.
 */
export const degrade = (message: Message, can: Capabilities): Shown[] => {
  const pictures = can.pictures ? picturesOf(message) : [];
  const said = body(message, can);
  const { tail, buttons } = answers(message, can, said === "" && pictures.length === 0);
  const texts = joined(split(said, can.textCharacters), tail, can.textCharacters);
  const main = pictures.at(-1);
  const before = pictures.slice(0, -1).map((picture) => alone(picture, can));
  return [...before, ...withPicture(texts, main, can)].map((shown, i, all) =>
    i === all.length - 1 ? { ...shown, buttons } : shown,
  );
};

/** The lines a person chooses from, as one block of text, and the buttons. Small print goes first when there is no room for it. */
const answers = (message: Message, can: Capabilities, silent: boolean) => {
  const full = choicesOf(message, can, true);
  const { lines, buttons } =
    full.lines.join("\n").length <= can.textCharacters / 2 ? full : choicesOf(message, can, false);
  const words = wordsOf(message.language);
  const asked = message.blocks.at(-1)?.kind === "question";
  const numbers = can.buttons === 0 && message.choices.some((c) => c.n !== undefined);
  if (lines.length > 0) return { tail: [...(numbers && !asked ? [words.choose] : []), ...lines].join("\n"), buttons };
  // Buttons must hang on some text, or the channel refuses them.
  return { tail: silent && buttons.length > 0 ? words.press : "", buttons };
};

/** Puts the choices under the last part if they fit there, else by themselves: a list of numbers is never torn in two. */
const joined = (parts: string[], tail: string, limit: number): string[] => {
  if (tail === "") return parts;
  const last = parts.at(-1);
  const together = last === undefined ? tail : `${last}\n\n${tail}`;
  if (withoutBold(together).length <= limit) return [...parts.slice(0, -1), together];
  return [...parts, ...split(tail, limit)];
};

const withPicture = (texts: string[], picture: Picture | undefined, can: Capabilities): Shown[] => {
  const shown = texts.map((text) => ({ text: markedUp(text, can.bold), buttons: [] }));
  const [only] = texts;
  if (!picture) return shown;
  if (texts.length === 1 && only !== undefined && withoutBold(only).length <= can.captionCharacters) {
    return [{ text: markedUp(only, can.bold), picture, buttons: [] }];
  }
  return texts.length === 0 ? [alone(picture, can)] : [{ text: "", picture, buttons: [] }, ...shown];
};

/** A picture with no text of its own is captioned with its words, for those who cannot see it. */
const alone = (picture: Picture, can: Capabilities): Shown => ({
  text: markedUp(split(picture.alt, can.captionCharacters)[0] ?? "", can.bold),
  picture,
  buttons: [],
});
