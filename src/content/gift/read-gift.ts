import { type GIFTQuestion, type SyntaxError as GiftFault, parse } from "gift-pegjs";
import type { Bilingual, Language } from "../../kit/bilingual.ts";
import { fold } from "../../kit/text.ts";
import { fileText } from "../file-text.ts";
import { type GiftItem, giftItems, masked, unmasked } from "./gift-items.ts";
import { type QuizDraft, quizDraft } from "./quiz-draft.ts";

/** A question that a lesson can hold. `line` and `from` tell where it was. */
export type TakenQuestion = {
  readonly line: number;
  readonly from: string;
  readonly id: string;
  readonly draft: QuizDraft;
};
export type RefusedItem = { readonly line: number; readonly why: Bilingual };
type ReadGift =
  | { readonly ok: true; readonly taken: readonly TakenQuestion[]; readonly refused: readonly RefusedItem[] }
  | { readonly ok: false; readonly why: Bilingual };

/** The most that is looked at: the parser goes back and forth within an item, so a file costs its length times this. */
export const giftLimits = { characters: 1_000_000, items: 1_000, itemCharacters: 8_000 } as const;

/**
 * Reads quizzes in the GIFT format. Each item is parsed by itself, so that one that cannot be read costs no other, and
 * each has its line. `language`: the one they are written in; the other is left open.
 */
export const readGift = (raw: string, language: Language): ReadGift => {
  if (raw.length > giftLimits.characters) return { ok: false, why: tooLong };
  const text = fileText(raw);
  if (/[\uFFFD\0]/u.test(text)) return { ok: false, why: encoding };
  const items = giftItems(text);
  if (items.length > giftLimits.items) return { ok: false, why: tooMany };
  const taken: TakenQuestion[] = [];
  const refused: RefusedItem[] = [];
  const ids = new Set<string>();
  let category = "";
  for (const item of items) {
    const line = item.lines[0] ?? 1;
    const read = parsed(item);
    if ("why" in read) {
      refused.push(read);
      continue;
    }
    if (read.question.type === "Category") {
      category = unmasked(read.question.title).trim();
      continue;
    }
    const draft = quizDraft(read.question, language);
    if ("why" in draft) {
      refused.push({ line, why: draft.why });
      continue;
    }
    const title = unmasked(read.question.title ?? "");
    const id = idOf(title, taken.length + 1, ids);
    ids.add(id);
    taken.push({ line, from: [category, title].filter((s) => s !== "").join(" · "), id, draft: draft.draft });
  }
  return { ok: true, taken, refused };
};

const parsed = (item: GiftItem): { readonly question: GIFTQuestion } | RefusedItem => {
  const line = item.lines[0] ?? 1;
  if (item.text.length > giftLimits.itemCharacters) return { line, why: longItem };
  try {
    const [question, more] = parse(masked(item.text));
    return question && !more ? { question } : { line, why: unreadable };
  } catch (error) {
    if (!isSyntaxError(error)) return { line, why: unreadable };
    const { start } = error.location;
    const at = item.lines[start.line - 1] ?? item.lines.at(-1) ?? line;
    return { line: at, why: error.found === null ? unclosed : stray(unmasked(error.found)) };
  }
};

const isSyntaxError = (error: unknown): error is GiftFault =>
  typeof error === "object" && error !== null && "location" in error && "found" in error;

/** After its title, as ids are written; numbered where it has none or it is taken. */
const idOf = (title: string, n: number, ids: ReadonlySet<string>): string => {
  const slug = fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 34)
    .replace(/^-|-$/g, "");
  if (slug === "") return `cau-${n}`;
  return ids.has(slug) ? `${slug}-${n}` : slug;
};

const tooLong: Bilingual = {
  vi: "tệp dài quá 1.000.000 ký tự; chia thành nhiều tệp nhỏ",
  en: "the file has more than 1,000,000 characters; split it into smaller ones",
};
const tooMany: Bilingual = {
  vi: "tệp có hơn 1.000 câu; chia thành nhiều tệp nhỏ",
  en: "the file has more than 1,000 items; split it into smaller ones",
};
const encoding: Bilingual = {
  vi: "tệp không lưu bằng UTF-8; lưu lại với mã hoá UTF-8",
  en: "the file is not saved as UTF-8; save it again with the encoding UTF-8",
};
const longItem: Bilingual = {
  vi: "câu dài quá 8.000 ký tự; có thể thiếu một dòng trống giữa hai câu",
  en: "the item has more than 8,000 characters; an empty line between two items may be missing",
};
const unreadable: Bilingual = { vi: "không đọc được câu này", en: "the item cannot be read" };
const unclosed: Bilingual = {
  vi: "câu chưa đóng: thiếu dấu }, hoặc có dòng trống ở giữa câu",
  en: "the item does not end: a } is missing, or an empty line stands inside it",
};
const stray = (found: string): Bilingual => {
  const sign = found.trim() === "" ? " " : found;
  return {
    vi: `không hiểu từ dấu “${sign}”; nếu nó là chữ của câu hỏi thì viết “\\${sign}”`,
    en: `not understood from “${sign}” on; if it belongs to the words, write “\\${sign}”`,
  };
};
