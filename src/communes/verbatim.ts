import { composed } from "../kit/text.ts";
import { wholeWords } from "../kit/whole-words.ts";
import type { Commune, Target } from "./schema.ts";

/**
 * What of a commune does not stand in its document, and which figures of the document stand in no target; empty when
 * all agrees. White space and line breaks are ignored and nothing else: not a letter, not a full stop.
 */
export function compareWithDocument(commune: Commune, documentText: string): string[] {
  const text = compact(documentText);
  const placed = placeTargets(commune.targets, text);
  return [
    ...placed.faults,
    ...uncovered(text, placed.covered),
    ...quoteFaults(commune, text),
    ...nameFaults(commune, documentText),
  ];
}

type Span = readonly [start: number, end: number];
type Passage = { who: string; pieces: readonly string[] };

const compact = (text: string): string => composed(text).replace(/\s+/gu, "");
const quoted = (pieces: readonly string[]): string => pieces.map((piece) => `“${piece}”`).join(" … ");

/**
 * Targets stand in the order of the document, and each is searched from the place of the one before. Otherwise a text
 * that stands twice (two year blocks, body and annex) would be taken for the other.
 */
function placeTargets(targets: readonly Target[], text: string): { covered: Span[]; faults: string[] } {
  const covered: Span[] = [];
  const faults: string[] = [];
  const columns = columnsOf(targets);
  const placed: { row: Target[]; start: number; from: number }[] = [];
  let cursor = 0;

  for (const row of rowsOf(targets)) {
    const before = covered.length;
    for (const { who, pieces } of passagesOf(row, columns)) {
      const spans = locate(pieces, text, cursor);
      if (spans) covered.push(...spans);
      else faults.push(`${who}: ${absence(pieces, text)}: ${quoted(pieces)}`);
      cursor = spans?.[0]?.[0] ?? cursor;
    }
    const first = covered[before];
    if (first) placed.push({ row, start: first[0], from: first[1] });
  }

  // The other cells of a row (who leads, by when) are looked for inside that row only: "2025" stands everywhere.
  for (const [index, { row, from }] of placed.entries()) {
    const until = placed[index + 1]?.start ?? text.length;
    for (const { id, pieces } of row)
      for (const part of [pieces.text.slice(1), pieces.lead, pieces.due])
        if (!locate(part, text, from, until)) faults.push(`${id}: is not in the row of this target: ${quoted(part)}`);
  }
  return { covered, faults };
}

/** Consecutive targets of one clause: the cells of a row, or the parts of one line. */
function rowsOf(targets: readonly Target[]): Target[][] {
  const rows: Target[][] = [];
  for (const target of targets) {
    const last = rows.at(-1);
    if (last?.[0]?.clause === target.clause) last.push(target);
    else rows.push([target]);
  }
  return rows;
}

/** The columns of the table of values: every horizon that has a cell somewhere. */
const columnsOf = (targets: readonly Target[]): number[] =>
  [...new Set(targets.flatMap((t) => (t.cell !== null && t.horizon !== null ? [t.horizon] : [])))].sort(
    (a, b) => a - b,
  );

/**
 * A row of a table of values is one passage: its wording and, column by column, its cells, with "-" where there is no
 * target. So a cell can neither be wrong, nor missing, nor stand under another year.
 */
function passagesOf(row: readonly Target[], columns: readonly number[]): Passage[] {
  const first = row[0];
  if (first === undefined || first.cell === null) return row.map((t) => ({ who: t.id, pieces: t.pieces.text }));
  const cells = columns.map((year) => row.find((t) => t.horizon === year)?.cell ?? "-");
  return [{ who: `${first.series} (${first.clause})`, pieces: [`${first.text} ${cells.join(" ")}`] }];
}

/** The pieces in this order between two places, each exactly; null when one is not there. */
function locate(pieces: readonly string[], text: string, from: number, until = text.length): Span[] | null {
  const spans: Span[] = [];
  let at = from;
  for (const piece of pieces.map(compact)) {
    const start = text.indexOf(piece, at);
    at = start + piece.length;
    if (start < 0 || at > until) return null;
    spans.push([start, at]);
  }
  return spans;
}

const absence = (pieces: readonly string[], text: string): string =>
  locate(pieces, text, 0)
    ? "stands above the target before it; keep the order of the document"
    : "is not in the document";

/** Every percentage and every ≥ of the document belongs to a target: what nobody entered would be silently forgotten. */
function uncovered(text: string, covered: readonly Span[]): string[] {
  return [...text.matchAll(/[%≥]/gu)]
    .filter(({ index }) => !covered.some(([start, end]) => start <= index && index < end))
    .map(({ index }) => `no target holds this figure: “${text.slice(Math.max(0, index - 30), index + 30)}”`);
}

function quoteFaults({ flags, reports, document }: Commune, text: string): string[] {
  const quotes = [
    ...flags.flatMap((flag) => flag.quotes.map((quote) => [`flag ${flag.id}, ${quote.clause}`, quote.text] as const)),
    ...reports.map((duty) => [`report ${duty.id}`, duty.text] as const),
    ["document.number", document.number ?? ""] as const,
    ["document.date", document.date ?? ""] as const,
  ];
  return quotes
    .filter(([, quote]) => !text.includes(compact(quote)))
    .map(([who, quote]) => `${who}: is not in the document: “${quote}”`);
}

/** A name said to be the document's must be in it, and one said not to be must not: as whole words, in any case. */
function nameFaults(commune: Commune, documentText: string): string[] {
  const plain = composed(documentText).replace(/\s+/gu, " ");
  const names = [
    ["province", commune.province, commune.province_in_text],
    ["movement", commune.movement, commune.movement_in_text],
    ["unit", commune.unit.lower, commune.unit_in_text],
    ["team", commune.team, commune.team_in_text],
  ] as const;
  return names
    .filter(([, name, claimed]) => wholeWords(plain, name).length > 0 !== claimed)
    .map(([field, name, claimed]) =>
      claimed
        ? `${field}: “${name}” is not in the document`
        : `${field}: “${name}” is in the document, so ${field}_in_text is true`,
    );
}
