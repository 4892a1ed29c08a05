import { withoutBold } from "./markup.ts";

/** Cuts marked text into parts of at most `limit` visible characters: between paragraphs, else lines, else words, else letters. */
export const split = (text: string, limit: number): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit && withoutBold(rest).length > limit) {
    const at = cut(rest, limit - 2 * MARK.length);
    const part = rest.slice(0, at).trimEnd();
    const open = opens(part);
    parts.push(open ? part + MARK : part);
    rest = (open ? MARK : "") + rest.slice(at).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
};

const MARK = "**";

/** A bold span that goes over the cut is closed and opened again; otherwise its stars would be read as stars. */
const opens = (part: string): boolean => (part.split(MARK).length - 1) % 2 === 1;

const cut = (text: string, room: number): number => {
  const within = text.slice(0, room + 1);
  for (const edge of ["\n\n", "\n"]) {
    const at = within.lastIndexOf(edge);
    if (at > room / 2) return at;
  }
  const space = within.search(/\s\S*$/);
  return space > 0 ? space : letter(text, room);
};

/** One word longer than a message: cut between letters as people see them, never inside an emoji or an accent. */
const letter = (text: string, room: number): number => {
  let at = 0;
  for (const { index } of graphemes.segment(text.slice(0, room + LONGEST))) if (index <= room) at = index;
  if (at === 0) at = isLow(text.charCodeAt(room)) ? room - 1 : room;
  return text[at] === "*" && text[at - 1] === "*" ? at - 1 : at;
};

/** Longer than any real letter (family emoji have 11 units); beyond it somebody is stacking accents. */
const LONGEST = 32;
const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
