import type { Capabilities } from "./capabilities.ts";
import { degrade } from "./degrade.ts";
import type { Message } from "./message.ts";

/** The least a channel can do: words alone, no buttons, no pictures, under 2,000 characters a message. */
export const textOnly: Capabilities = {
  name: "words-alone",
  textCharacters: 2000,
  captionCharacters: 0,
  buttons: 0,
  buttonCharacters: 0,
  pictures: false,
  listen: false,
  bar: false,
  bold: "none",
};

/** A message exactly as a text-only channel shows it; messages of one turn are parted by an empty line. */
export const plain = (message: Message): string =>
  degrade(message, textOnly)
    .map((shown) => shown.text)
    .join("\n\n");
