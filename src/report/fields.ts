import { percent } from "../indicator/figure.ts";
import { composed, fold } from "../kit/text.ts";
import type { Given } from "./given.ts";
import { behind } from "./places.ts";
import { bareShare, enumerated, people, periodInWords, share, upTo } from "./vietnamese.ts";

/** Figures by the name they have between brackets in a text: `[đã học]`. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Every figure a text may name. Whoever edits the text moves the names about and cannot mistype a figure; what is not
 * known says so instead of being a nought.
 */
export const fieldsOf = ({ commune, period, set, before, difficulties }: Given): Fields => {
  const { reach, "basic-skills": basic, active } = set.places[0].figures;
  const unit = commune.unit.lower;
  const low = behind(set);
  const villages = set.places.filter((p) => p.kind === "village" && !p.removed);
  const known = (n: number | null, say: (n: number) => string): string => (n === null ? UNKNOWN : say(n));
  return new Map([
    ["kỳ", periodInWords(period)],
    ["tính đến", upTo(set.cutoff, period)],
    ["đã học", people(reach.numerator)],
    ["học mới", people(reach.numerator - before.reach)],
    ["dân từ 16 tuổi", known(reach.denominator, people)],
    ["tỷ lệ đã học", known(reach.value, share)],
    ["đạt bài cơ bản", people(basic.numerator)],
    ["đạt mới", people(basic.numerator - before["basic-skills"])],
    ["tỷ lệ đạt", known(basic.value, share)],
    ["có học trong kỳ", people(active.numerator)],
    ["tỷ lệ có học", known(reach.denominator && percent(active.numerator, reach.denominator), share)],
    [`số ${unit}`, people(villages.length)],
    [`${unit} thấp`, low.length > 0 ? enumerated(low.map((p) => `${p.name} (${bareShare(p.value)}%)`)) : UNKNOWN],
    ["xin gặp người", people(difficulties.asked)],
    ["đã giúp", people(difficulties.helped)],
    ["đang chờ", people(difficulties.waiting)],
    ["câu hỏi chờ trả lời", people(difficulties.unanswered)],
  ]);
};

const UNKNOWN = "(chưa có số liệu)";

/** Each text with its figures in their places, or the first name between brackets that is none. */
export const filled = (text: string, fields: Fields): { readonly text: string } | { readonly unknown: string } => {
  const byKey = new Map([...fields].map(([name, value]) => [keyOf(name), value]));
  const names = [...composed(text).matchAll(BRACKETS)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !byKey.has(keyOf(name)));
  if (unknown !== undefined) return { unknown };
  return { text: composed(text).replace(BRACKETS, (_, name: string) => byKey.get(keyOf(name)) ?? "") };
};

const BRACKETS = /\[([^[\]\n]{1,40})\]/gu;
/** However its tones and blanks were typed. */
const keyOf = (name: string): string => fold(name).trim().replace(/\s+/g, " ");
