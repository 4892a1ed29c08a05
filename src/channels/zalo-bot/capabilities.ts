import type { Capabilities } from "../capabilities.ts";

/**
 * Bot Platform limits: text and caption 1–2,000 characters, measured after NFC and, since the unit is not documented, as
 * UTF-16 units, of which there are never fewer. No buttons at all: people answer with a number.
 */
export const zaloBotCapabilities: Capabilities = {
  name: "zalo-bot",
  textCharacters: 2000,
  captionCharacters: 2000,
  buttons: 0,
  buttonCharacters: 0,
  pictures: true,
  listen: false,
  bar: false,
  bold: "none",
};
