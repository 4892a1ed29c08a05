import { type Json, object } from "../zalo-oa/fields.ts";

/** Why a call is refused: the code and a sentence. */
export type BotRefusal = { readonly code: number; readonly why: string };

export const wrong = (why: string, code = 400): BotRefusal => ({ code, why });

/** Judges the fields of one call; the chat itself is judged elsewhere. */
export const refusalOf = (method: string, p: Json): BotRefusal | null => {
  switch (method) {
    case "sendMessage":
      return (
        refusalOfText(p.text, "text") ??
        refusalOfMode(p.parse_mode) ??
        (p.parse_mode === undefined ? refusalOfStyles(p) : null)
      );
    case "sendPhoto":
      return refusalOfUrl(p.photo, "photo") ?? (p.caption === undefined ? null : refusalOfText(p.caption, "caption"));
    case "sendVoice":
      return (
        refusalOfUrl(p.voice_url, "voice_url") ??
        (String(p.voice_url).endsWith(".aac") ? null : wrong("voice_url must end with .aac"))
      );
    case "sendSticker":
      return typeof p.sticker === "string" && p.sticker !== "" ? null : wrong("sticker is invalid");
    case "sendChatAction":
      return p.action === "typing" ? null : wrong("action is invalid");
    default:
      return null;
  }
};

/** `setWebhook`: both fields, a secret of 8 to 256, and a public https address. */
export const refusalOfHook = (p: Json): BotRefusal | null => {
  const secret = p.secret_token;
  if (typeof secret !== "string" || secret.length < 8 || secret.length > 256) return wrong("secret_token is invalid");
  const url = typeof p.url === "string" && URL.canParse(p.url) ? new URL(p.url) : null;
  if (url?.protocol !== "https:") return wrong("url is invalid");
  return isPrivate(url.hostname) ? wrong("url is not public") : null;
};

export const isPrivate = (host: string): boolean =>
  host === "localhost" || /^(127\.|10\.|192\.168\.)/.test(host) || host === "[::1]";

/** 1 to 2,000 as UTF-16 counts, as it came; a lone half of a surrogate pair is no text. */
const refusalOfText = (text: unknown, name: string): BotRefusal | null => {
  if (typeof text !== "string" || text.trim() === "") return wrong(`${name} is empty`);
  if (Buffer.from(text).toString() !== text) return wrong(`${name} is not UTF-8`);
  return text.length > 2000 ? wrong(`${name} is too long`) : null;
};

const refusalOfUrl = (value: unknown, name: string): BotRefusal | null =>
  typeof value === "string" && URL.canParse(value) && /^https?:/.test(value) ? null : wrong(`${name} is not a URL`);

const refusalOfMode = (mode: unknown): BotRefusal | null =>
  mode === undefined || mode === "markdown" || mode === "html" ? null : wrong("parse_mode is invalid");

const STYLES = new Set(
  "b i u s f_13 f_15 f_18 f_20 c_050a19 c_15a85f c_f7b503 c_f27806 c_db342e lst_1 lst_2 ind_1 ind_2 ind_3 ind_4 ind_5".split(
    " ",
  ),
);

const refusalOfStyles = (p: Json): BotRefusal | null => {
  if (p.text_styles === undefined) return null;
  if (!Array.isArray(p.text_styles)) return wrong("text_styles is invalid");
  const end = String(p.text).length;
  const fits = p.text_styles.every((style: unknown) => {
    const { start, len, st } = object(style) ?? {};
    return (
      typeof start === "number" &&
      typeof len === "number" &&
      start >= 0 &&
      len > 0 &&
      start + len <= end &&
      Array.isArray(st) &&
      st.every((s) => STYLES.has(s))
    );
  });
  return fits ? null : wrong("text_styles is invalid");
};
