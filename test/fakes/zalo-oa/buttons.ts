import { type Refusal, refusal } from "./codes.ts";
import { type Json, object, refusalOfText } from "./fields.ts";

/** At most five; a title of at most 100; a payload as its type wants it. */
export const refusalOfButtons = (buttons: unknown): Refusal | null => {
  if (!Array.isArray(buttons)) return refusal(-201, "buttons is invalid");
  if (buttons.length > 5) return refusal(-210, "buttons exceeds 5");
  for (const button of buttons) {
    const bad = refusalOfButton(object(button));
    if (bad) return bad;
  }
  return null;
};

const refusalOfButton = (button: Json | null): Refusal | null => {
  const badTitle = refusalOfText(button?.title, "title", 100);
  if (badTitle || !button) return badTitle;
  const payload = object(button.payload);
  switch (button.type) {
    case "oa.query.show":
    case "oa.query.hide":
      return refusalOfText(button.payload, "payload", 1000);
    case "oa.open.url":
      return typeof payload?.url === "string" && /^https?:\/\/[^/\s]+/.test(payload.url)
        ? null
        : refusal(-201, "url is invalid");
    case "oa.open.phone":
      return isPhone(payload?.phone_code) ? null : refusal(-201, "phone_code is invalid");
    case "oa.open.sms":
      return isPhone(payload?.phone_code)
        ? refusalOfText(payload?.content, "content", 160)
        : refusal(-201, "phone_code is invalid");
    default:
      return refusal(-201, "type is invalid");
  }
};

const isPhone = (value: unknown) => typeof value === "string" && /^\+?\d{3,15}$/.test(value);
