import { unfit } from "../../check/translation-fit.ts";
import { hashOf } from "../../content/hash.ts";
import { type SheetRow, stateWords } from "../../content/translations/sheet.ts";
import type { SourceText } from "../../content/translations/source-texts.ts";
import { standingOf, type Translated, type Translation } from "../../content/translations/translation.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { clean } from "../../people/clean.ts";

export type Refusal = { readonly row: number; readonly key: string; readonly why: Bilingual };
export type Taken = {
  readonly translation: Translation;
  readonly refused: readonly Refusal[];
  /** Kept, but of a Vietnamese that changed after the sheet was made: asked for again in the next sheet. */
  readonly outdated: readonly string[];
  readonly changed: readonly string[];
};

/**
 * Takes a translator's rows into a translation. A bad row is refused with its reason and changes nothing; the good ones
 * beside it are kept. Nothing is ever deleted, and the same rows a second time change nothing.
 */
export const takeIn = (
  before: Translation,
  rows: readonly { readonly at: number; readonly row: SheetRow }[],
  texts: readonly SourceText[],
  today: string,
): Taken => {
  const sources = new Map(texts.map((t) => [t.key, t]));
  const after: Record<string, Translated> = { ...before.texts };
  const refused: Refusal[] = [];
  const outdated: string[] = [];
  const changed: string[] = [];
  const seen = new Set<string>();
  for (const { at, row } of rows) {
    const refuse = (vi: string, en: string): void => void refused.push({ row: at, key: row.key, why: { vi, en } });
    const source = sources.get(row.key);
    const known = before.texts[row.key];
    if (!source) {
      refuse("máy không có câu nào mang mã này", "no text has this key");
      continue;
    }
    if (seen.has(row.key)) {
      refuse("mã này đã có ở hàng trên", "this key stands in a row above");
      continue;
    }
    seen.add(row.key);
    if (row.text === "") {
      if (known)
        refuse("bản dịch bị để trống; câu đã có được giữ nguyên", "the translation is empty; what was known is kept");
      continue;
    }
    if (row.by === "") {
      refuse("chưa ghi người dịch", "nobody is named as translator");
      continue;
    }
    const faults = unfit(source, row.text);
    for (const why of faults) refused.push({ row: at, key: row.key, why });
    if (faults.length > 0) continue;
    if (carries(row, source)) {
      refuse(
        "có số điện thoại, số giấy tờ, mã hay mật khẩu của ai đó ở bản dịch, tên người dịch hoặc ghi chú; bỏ ra giúp nhé",
        "the translation, the translator's name or the note holds somebody's telephone, number, code or password; leave it out",
      );
      continue;
    }
    const of = hashOfRow(row, known, source);
    if (of !== hashOf(source.vi) && known?.of !== of) outdated.push(row.key);
    const same = known?.text === row.text && known.of === of && known.by === row.by && (known.note ?? "") === row.note;
    if (same) continue;
    changed.push(row.key);
    after[row.key] = { text: row.text, of, by: row.by, on: today, ...(row.note && { note: row.note }) };
  }
  return { translation: { ...before, texts: after }, refused, outdated, changed };
};

/** A translation is published with the rest of the content, its translator's name and note too. What the original says it may say. */
const carries = ({ text, by, note }: SheetRow, { vi, en }: SourceText): boolean => {
  const warned = clean(vi) === null || clean(en) === null;
  return [...(warned ? [] : [text]), by, note].some((words) => clean(words) === null);
};

/**
 * Which Vietnamese a row translates: the one in the sheet, not the one of today, so that a text changed while the
 * translator worked is stale at once. An old translation that nobody touched stays old, unless its state was set to "đúng".
 */
const hashOfRow = (row: SheetRow, known: Translated | undefined, source: SourceText): string => {
  const untouched = known?.text === row.text && standingOf(known, source.vi) === "stale";
  return untouched && row.state !== stateWords.ok ? known.of : hashOf(row.vi);
};
