import type { Capabilities } from "../capabilities.ts";

/** The web page shows everything as it is; nothing needs to be degraded for it. */
export const capabilities: Capabilities = {
  name: "web",
  textCharacters: 4000,
  captionCharacters: 4000,
  buttons: 12,
  buttonCharacters: 200,
  pictures: true,
  listen: true,
  bar: true,
  bold: "html",
};
