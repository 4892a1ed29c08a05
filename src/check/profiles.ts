import type { Capabilities } from "../channels/capabilities.ts";

/**
 * What the channels can show, as the checker assumes it. Web and Telegram repeat their own capabilities (a test compares
 * them: the walls keep this room from importing a channel); the two of Zalo are the documented limits: 2,000 characters
 * for text and for the text beside a picture, five buttons on an OA whose title may have 100, no button at all on a Bot.
 */
export const profiles: readonly Capabilities[] = [
  {
    name: "web",
    textCharacters: 4000,
    captionCharacters: 4000,
    buttons: 12,
    buttonCharacters: 200,
    pictures: true,
    listen: true,
    bar: true,
    bold: "html",
  },
  {
    name: "telegram",
    textCharacters: 4096,
    captionCharacters: 1024,
    buttons: 20,
    buttonCharacters: 36,
    pictures: true,
    listen: false,
    bar: false,
    bold: "html",
  },
  {
    name: "zalo-oa",
    textCharacters: 2000,
    captionCharacters: 2000,
    buttons: 5,
    buttonCharacters: 100,
    pictures: true,
    listen: false,
    bar: false,
    bold: "none",
  },
  {
    name: "zalo-bot",
    textCharacters: 2000,
    captionCharacters: 2000,
    buttons: 0,
    buttonCharacters: 0,
    pictures: true,
    listen: false,
    bar: false,
    bold: "none",
  },
];
