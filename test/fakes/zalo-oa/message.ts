import { refusalOfButtons } from "./buttons.ts";
import { type Refusal, refusal } from "./codes.ts";
import { type Json, object, refusalOfText, type Unit } from "./fields.ts";

/** What the reference could not prove, settable: whether v3 takes buttons and lists, and what one character is. */
export type Accepts = {
  readonly buttons: "shown" | "dropped" | "refused";
  readonly list: boolean;
  readonly unit: Unit;
};

/** A message as the resident sees it. */
export type Seen = {
  readonly text: string | null;
  readonly picture: string | null;
  readonly buttons: readonly { readonly title: string; readonly type: string; readonly payload: unknown }[];
};

/** Judges `message` of a consultation. `pictureOf` says why an uploaded attachment cannot be used, or null. */
export const judge = (
  message: Json,
  accepts: Accepts,
  attachmentRefusal: (id: string) => Refusal | null,
): Seen | Refusal => {
  const text = message.text;
  if (text !== undefined) {
    const bad = refusalOfText(text, "text", 2000, accepts.unit);
    if (bad) return bad;
  }
  const seen: Seen = { text: typeof text === "string" ? text : null, picture: null, buttons: [] };
  const attachment = object(message.attachment);
  if (!attachment)
    return message.attachment === undefined && seen.text !== null ? seen : refusal(-201, "message is invalid");
  const payload = object(attachment.payload);
  if (!payload) return refusal(-201, "payload is invalid");
  if (attachment.type === "file")
    return typeof payload.token === "string" ? refusal(-201, "token is invalid") : refusal(-233);
  if (attachment.type !== "template") return refusal(-233);

  const rows = payload.buttons === undefined ? [] : payload.buttons;
  const badButtons = refusalOfButtons(rows);
  if (badButtons) return badButtons;
  const buttons = rows as Seen["buttons"]; // every button was checked on the line above
  if (buttons.length > 0 && accepts.buttons === "refused") return refusal(-233);
  const shown = accepts.buttons === "dropped" ? [] : buttons;
  switch (payload.template_type) {
    case undefined:
      return seen.text === null || buttons.length === 0
        ? refusal(-201, "payload is invalid")
        : { ...seen, buttons: shown };
    case "media":
      return judgeMedia(payload.elements, { ...seen, buttons: shown }, attachmentRefusal);
    case "list":
      return accepts.list ? judgeList(payload.elements, { ...seen, buttons: shown }) : refusal(-233);
    case "request_user_info":
      return judgeRequest(payload.elements, seen);
    default:
      return refusal(-233);
  }
};

const judgeMedia = (
  elements: unknown,
  seen: Seen,
  attachmentRefusal: (id: string) => Refusal | null,
): Seen | Refusal => {
  const one = Array.isArray(elements) && elements.length === 1 ? object(elements[0]) : null;
  if (!one) return refusal(-201, "elements is invalid");
  if (one.media_type !== "image" && one.media_type !== "gif" && one.media_type !== "sticker")
    return refusal(-201, "media_type is invalid");
  if (typeof one.attachment_id === "string" && one.url === undefined) {
    return attachmentRefusal(one.attachment_id) ?? { ...seen, picture: one.attachment_id };
  }
  return typeof one.url === "string" && one.attachment_id === undefined && /^https?:\/\//.test(one.url)
    ? { ...seen, picture: one.url }
    : refusal(-201, "url is invalid");
};

const judgeList = (elements: unknown, seen: Seen): Seen | Refusal => {
  const rows = Array.isArray(elements) ? elements.map(object) : [];
  if (rows.length === 0) return refusal(-201, "elements is invalid");
  if (rows.length > 5) return refusal(-210, "elements exceeds 5");
  const bad = rows
    .map(
      (row, i) =>
        refusalOfText(row?.title, "title", 100) ?? (i === 0 ? refusalOfText(row?.subtitle, "subtitle", 500) : null),
    )
    .find((r) => r !== null);
  return bad ?? { ...seen, text: rows.map((row) => String(row?.title)).join("\n") };
};

const judgeRequest = (elements: unknown, seen: Seen): Seen | Refusal => {
  const one = Array.isArray(elements) && elements.length === 1 ? object(elements[0]) : null;
  if (!one) return refusal(-201, "elements is invalid");
  const bad = refusalOfText(one.title, "title", 100) ?? refusalOfText(one.subtitle, "subtitle", 500);
  if (bad) return bad;
  return typeof one.image_url === "string"
    ? { ...seen, text: String(one.title), picture: one.image_url }
    : refusal(-201, "image_url is invalid");
};
