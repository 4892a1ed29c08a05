import type { Capabilities } from "../capabilities.ts";
import type { Message } from "../message.ts";
import { tidy, withoutBold } from "./markup.ts";
import { presses } from "./press.ts";
import type { Button } from "./shown.ts";
import { wordsOf } from "./words.ts";

type Choice = Message["choices"][number];

/** The way on: buttons where the channel has them, numbered lines where not, or where a button alone would hide something. */
export const choicesOf = (
  message: Message,
  can: Capabilities,
  small: boolean,
): { lines: string[]; buttons: Button[][] } => {
  const { choices } = message;
  const press = presses(message.token);
  const pressed = can.buttons > 0 && choices.length <= can.buttons;
  const listed = !pressed || choices.some((c) => hides(c, can));
  const rows = pressed ? choices.map((c) => [button(c, press, can)]) : [];
  const reserved = reservedOf(message, can);
  const slots = Math.max(0, can.buttons - rows.length);
  const last = reserved
    .slice(0, slots)
    .map((r) => ({ label: cutLabel(`${r.n}. ${tidy(r.label)}`, can), data: press(`/${r.n}`, r.n) }));
  return {
    lines: [
      ...(listed ? choices.map((c) => line(c, message.language, small)) : []),
      ...reserved.slice(slots).map((r) => `${r.n}. ${tidy(r.label)}`),
    ],
    buttons: last.length > 0 ? [...rows, last] : rows,
  };
};

/** The fixed numbers a person can use here, 0 last. What is already a choice, or means nothing on this channel, is left out. */
const reservedOf = (message: Message, can: Capabilities): { readonly n: number; readonly label: string }[] => {
  if (can.bar) return [];
  const taken = new Set(message.choices.flatMap((c) => [c.n, COMMAND_KEYS[c.key]]));
  const picture = message.blocks.some((b) => b.kind === "picture");
  const useful: Record<number, boolean> = { 6: picture && !can.pictures, 7: can.listen };
  return message.reserved
    .filter((r) => !taken.has(r.n) && useful[r.n] !== false)
    .sort((a, b) => (a.n || 10) - (b.n || 10));
};

/** A choice with one of these keys is the command itself, whatever number it has. */
const COMMAND_KEYS: Readonly<Record<string, number>> = { menu: 0, person: 9 };

/** True when the button alone would not tell all: a label that is cut, a telephone number, a page that no button may open. */
const hides = (c: Choice, can: Capabilities): boolean =>
  numbered(c).length > can.buttonCharacters || c.phone !== undefined || (c.url !== undefined && !opens(c.url));

/** Bot APIs accept only public https pages on a button and refuse the whole message otherwise. */
const opens = (url: string): boolean => /^https:\/\/[^/.\s]*\.\S+$/.test(url);

const numbered = (c: Choice): string =>
  c.n === undefined ? withoutBold(tidy(c.label)) : `${c.n}. ${withoutBold(tidy(c.label))}`;

const button = (c: Choice, press: ReturnType<typeof presses>, can: Capabilities): Button => {
  const more = c.small ? `${numbered(c)} (${withoutBold(tidy(c.small))})` : "";
  const label = more && more.length <= can.buttonCharacters ? more : cutLabel(numbered(c), can);
  return c.url !== undefined && opens(c.url)
    ? { label, url: c.url }
    : { label, data: press(c.key, c.n), ...styleOf(c) };
};

const styleOf = ({ style }: Choice): { readonly style?: "main" | "alarm" } =>
  style === "main" || style === "alarm" ? { style } : {};

const line = (c: Choice, language: string, small: boolean): string => {
  const name =
    c.n === undefined && c.style === "resume"
      ? `${wordsOf(language).resume} – ${withoutBold(tidy(c.label))}`
      : numbered(c);
  const more = small && c.small ? [withoutBold(tidy(c.small))] : [];
  const phone = c.phone && !digits(`${c.label}${more}`).includes(digits(c.phone)) ? [c.phone] : [];
  return [name, ...more, ...phone, ...(c.url ? [c.url] : [])].join(" – ");
};

const digits = (text: string): string => text.replace(/\D/g, "");

/** Cut at a word: "1. Mật khẩu và…" says more than half a syllable. */
const cutLabel = (label: string, { buttonCharacters }: Capabilities): string => {
  if (label.length <= buttonCharacters) return label;
  const within = [...label].slice(0, buttonCharacters - 1).join("");
  return `${within.replace(/(?<!\s)\s+\S*$/, "")}…`;
};
