import { inspect } from "./inspect.ts";
import { messageOf } from "./message.ts";

/**
 * Whether a text is, as a whole, something somebody was sent and wants to have looked at: it holds an address that is not
 * a known one or stands alone, a number that calls from nowhere, or it speaks to its reader as a business does.
 */
export const pasted = (text: string): boolean => {
  const { links, words, plain } = messageOf(text);
  const { level, signs } = inspect(text);
  if (links.length > 0) {
    const besides = plain.text.split(/\s+/u).length - links.length;
    return besides <= 2 || signs.some(({ id }) => ADDRESSES.has(id));
  }
  if (signs.some(({ id }) => id === "foreign-number") && words.text.split(" ").length <= 10) return true;
  return level === "dangerous" && SPEAKS_AS_BUSINESS.test(words.text);
};

const ADDRESSES: ReadonlySet<string> = new Set(["fake-address", "strange-address", "short-link"]);

/** How a message addresses its reader and nobody speaks of themselves. */
const SPEAKS_AS_BUSINESS =
  /\b(?:quy khach|kinh gui|tran trong|chuc mung (?:ban|quy)|cua ban (?:da|bi|se)|ban da (?:trung|duoc|bi))\b/u;
