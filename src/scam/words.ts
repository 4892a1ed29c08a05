import { known, short } from "./known-words.ts";
import type { Link } from "./links.ts";
import type { Range } from "./view.ts";
import { joined, type PlainView, placeOf } from "./view.ts";

type Word = { readonly text: string; readonly at: Range };

/**
 * The text as words with one space around each, for looking for phrases: links are `xlink`, the end of a sentence is
 * ` . `, a comma ` , `. Spellings meant to hide a word from a filter are undone.
 */
export const scamWords = (view: PlainView, links: readonly Link[]): PlainView => {
  const made = unsplit(unspaced(cutUp(view, links)).flatMap(unhidden));
  return joined([
    { text: " ", at: [0, 0] },
    ...made.flatMap((w) => [w, { text: " ", at: [w.at[1], w.at[1]] as const }]),
  ]);
};

const cutUp = (view: PlainView, links: readonly Link[]): Word[] => {
  const found: Word[] = [];
  let next = 0;
  const pattern = /[a-z0-9][a-z0-9@$]*|[.!?;…](?=\s|$)|\n|,(?=\s)/gu;
  for (const match of view.text.matchAll(pattern)) {
    const [text] = match;
    const at = placeOf(view, match.index, match.index + text.length);
    // Links come in order, as the words do.
    while ((links[next]?.at[1] ?? at[0] + 1) <= at[0]) next += 1;
    const link = links[next];
    if (link && link.at[0] <= at[0]) {
      if (found.at(-1)?.text !== "xlink") found.push({ text: "xlink", at: link.at });
    } else found.push({ text: /^[a-z0-9]/.test(text) ? text : text === "," ? "," : ".", at });
  }
  return found;
};

/** "c h u y ể n  k h o ả n" and "O.T.P": three or more single letters in a row are one word. */
const unspaced = (found: readonly Word[]): Word[] => {
  const out: Word[] = [];
  for (let i = 0; i < found.length; ) {
    let end = i;
    while (/^[a-z0]$/.test(found[end]?.text ?? "")) end += 1;
    const run = found.slice(i, Math.max(end, i + 1));
    const [first] = run;
    if (run.length >= 3 && first)
      out.push({ text: run.map((w) => w.text).join(""), at: [first.at[0], run.at(-1)?.at[1] ?? first.at[1]] });
    else out.push(...run);
    i += run.length;
  }
  return out;
};

/** "0tp", "chuyenkhoan", "fạt", "ck": the words they stand for. */
const unhidden = ({ text, at }: Word): Word[] => {
  const whole = short.get(text);
  if (whole) return whole.split(" ").map((t) => ({ text: t, at }));
  if (known.has(text)) return [{ text, at }];
  const letters =
    /[a-z]/.test(text) && /[013457@$]/.test(text) ? text.replace(/[013457@$]/g, (d) => like[d] ?? d) : text;
  for (const guess of [letters, letters.replace(/^f/, "ph"), letters.replace(/^z/, "d")])
    if (guess !== text && known.has(guess)) return [{ text: guess, at }];
  // No Vietnamese syllable is longer than seven letters; a longer word may be several written as one.
  const parts = letters.length > 7 ? segments(letters) : null;
  return parts ? parts.map((t) => ({ text: t, at })) : [{ text: text.replace(/[@$]/g, ""), at }];
};

const like: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s" };

/**
 * Known words written as one, the longest first; null where something is left over. From the end, so that each place is
 * looked at once: tried from the front, a word of many beginnings and no end is tried in every way there is.
 */
const segments = (text: string): string[] | null => {
  const length = new Uint8Array(text.length);
  for (let at = text.length - 2; at >= 0; at--)
    for (let n = Math.min(7, text.length - at); n >= 2 && length[at] === 0; n--)
      if ((at + n === text.length || length[at + n]) && known.has(text.slice(at, at + n))) length[at] = n;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += length[at] ?? 0) {
    if (!length[at]) return null;
    parts.push(text.slice(at, at + (length[at] ?? 0)));
  }
  return parts;
};

/** "chuy ển kho ản": two halves of a long known word, put together. Halves that are words of their own stay apart. */
const unsplit = (found: readonly Word[]): Word[] => {
  const out: Word[] = [];
  for (const word of found) {
    const before = out.at(-1);
    const both = `${before?.text ?? ""}${word.text}`;
    if (before && both.length >= 5 && known.has(both) && !(known.has(before.text) && known.has(word.text)))
      out[out.length - 1] = { text: both, at: [before.at[0], word.at[1]] };
    else out.push(word);
  }
  return out;
};
