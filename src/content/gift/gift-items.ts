/** One item of a GIFT text, without comments; `lines` tells where each of its lines stood in the file. */
export type GiftItem = { readonly text: string; readonly lines: readonly number[] };

/** The items of a file: empty lines part them, a category is one by itself, and comments are none. */
export const giftItems = (text: string): readonly GiftItem[] => {
  const items: GiftItem[] = [];
  let words: string[] = [];
  let lines: number[] = [];
  const close = (): void => {
    if (words.length > 0) items.push({ text: words.join("\n"), lines });
    words = [];
    lines = [];
  };
  for (const [i, whole] of text.split(/\r\n|\r|\n/u).entries()) {
    // Signs nobody sees, and those that stand for escaped ones below.
    const line = whole.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, (sign) => (sign === "\t" ? " " : "")).trim();
    const category = line.startsWith("$CATEGORY:");
    if (line === "" || category) close();
    if (line === "" || line.startsWith("//")) continue;
    words.push(line);
    lines.push(i + 1);
    if (category) close();
  }
  close();
  return items;
};

/**
 * Escaped signs as signs that mean nothing to the parser: it would mix `\\n` up with what stands around it, and leaves
 * some of them as they are. A colon alone means something in a number only; in words it is a colon, though it ought to
 * be escaped.
 */
export const masked = (item: string): string => {
  const signs = item.replace(/\\([\\:#={}~n])/g, (_, sign: string) => maskOf(sign));
  // An arrow makes pairs only where no answer is wrong; the parser would take the first one for a pair all the same.
  const text = signs.includes("~") ? signs.replaceAll("->", `-${maskOf(">")}`) : signs;
  if (text.startsWith("$CATEGORY:")) return text;
  const number = text.search(/\{ *#(?!###)/);
  const end = number < 0 ? text.length : number;
  return text.slice(0, end).replace(/::+|:/g, (colons) => (colons === ":" ? maskOf(":") : colons)) + text.slice(end);
};

/** The words as they were meant. */
export const unmasked = (text: string): string =>
  text.replace(/[\uE000-\uE008]/g, (mask) => meant[mask.charCodeAt(0) - FIRST] ?? "");

const SIGNS = "\\:#={}~>n";
const meant = [...SIGNS.slice(0, -1), "\n"];
const FIRST = 0xe000;
const maskOf = (sign: string): string => String.fromCharCode(FIRST + SIGNS.indexOf(sign));
