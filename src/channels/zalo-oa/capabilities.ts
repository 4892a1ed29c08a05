import type { Capabilities } from "../capabilities.ts";

/**
 * Consultation messages: text of 2,000 characters after NFC (whether letters or UTF-16 units is not documented, so the
 * larger count is used), five buttons of 100 letters of which a phone shows some 35. Whether the text beside a picture
 * has the same limit is not documented either; a refusal is answered by sending the words alone.
 */
export const zaloOaCapabilities: Capabilities = {
  name: "zalo-oa",
  textCharacters: 2000,
  captionCharacters: 2000,
  buttons: 5,
  buttonCharacters: 35,
  pictures: true,
  listen: false,
  bar: false,
  bold: "none",
};
