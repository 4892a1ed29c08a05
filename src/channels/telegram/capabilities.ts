import type { Capabilities } from "../capabilities.ts";

/**
 * Bot API limits: text 1–4,096 and caption 0–1,024 UTF-16 units after the markup is taken off; an inline keyboard takes
 * 100 buttons. Labels have no limit, but beyond some 36 letters a 360 px phone cuts them, so they are then written out too.
 */
export const telegramCapabilities: Capabilities = {
  name: "telegram",
  textCharacters: 4096,
  captionCharacters: 1024,
  buttons: 20,
  buttonCharacters: 36,
  pictures: true,
  listen: false,
  bar: false,
  bold: "html",
};
