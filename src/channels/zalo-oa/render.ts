import { degrade, type Picture, type Shown } from "../degrade.ts";
import type { Message } from "../message.ts";
import { zaloOaCapabilities as can } from "./capabilities.ts";
import { PREFIX } from "./payload.ts";

/** A button as it goes over the wire. */
export type WireButton = {
  readonly title: string;
  readonly type: string;
  readonly payload: string | { readonly url: string } | { readonly phone_code: string };
};

/** One message of Zalo's. `plain` says the same in words alone, for when the picture or the buttons are refused. */
export type Part = {
  readonly text: string;
  readonly picture?: Picture;
  readonly buttons: readonly WireButton[];
  readonly plain: string;
};

/**
 * What one turn says, usually one part: each may be billed. `both` writes the numbers out beside the buttons. Under a
 * picture stand the numbers alone, because no message with a picture and buttons is documented.
 */
export const render = (message: Message, buttons: "both" | "only" | "none"): Part[] => {
  const numbered = degrade(message, { ...can, buttons: 0 });
  const last = numbered.at(-1);
  if (buttons === "none" || !last || last.picture) return numbered.map(plainly);
  const pressed = degrade(message, can);
  const keys = (pressed.at(-1)?.buttons ?? []).flat().map((b, i) => wire(b, message, i));
  const shown = buttons === "both" ? numbered : pressed;
  return shown.map((s, i) => (i < shown.length - 1 ? plainly(s) : { ...plainly(s), buttons: keys, plain: last.text }));
};

/** The message of a part, as the API takes it. `attachment` is the id of the uploaded picture. */
export const bodyOf = (part: Part, attachment: string | null, simple: boolean): object => {
  if (simple) return { text: part.plain };
  if (attachment !== null)
    return {
      ...(part.text && { text: part.text }),
      attachment: {
        type: "template",
        payload: { template_type: "media", elements: [{ media_type: "image", attachment_id: attachment }] },
      },
    };
  if (part.picture || part.buttons.length === 0) return { text: part.text || part.plain };
  return { text: part.text, attachment: { type: "template", payload: { buttons: part.buttons } } };
};

const plainly = ({ text, picture }: Shown): Part => ({
  text,
  buttons: [],
  plain: text || (picture?.alt ?? ""),
  ...(picture && { picture }),
});

/** The choices come first among the buttons, in their order, so a telephone number finds its button. */
const wire = (b: Shown["buttons"][number][number], { choices }: Message, i: number): WireButton => {
  const phone = choices.length <= can.buttons ? choices[i]?.phone : undefined;
  if (phone !== undefined)
    return { title: b.label, type: "oa.open.phone", payload: { phone_code: phone.replace(/[^\d+]/g, "") } };
  if ("url" in b) return { title: b.label, type: "oa.open.url", payload: { url: b.url } };
  return { title: b.label, type: "oa.query.hide", payload: PREFIX + b.data };
};
