import type { ComponentChildren } from "preact";

/** A value with its kind, so that a spreadsheet can reckon with it. `percent` 82.5 is 82,5%; `day` 2026-11-22; `at` epoch ms. */
export type Cell =
  | string
  | number
  | null
  | { readonly percent: number }
  | { readonly day: string }
  | { readonly at: number };

/** A column of a table, written once for the page and for every file made of it. */
export type Column<Row> = {
  readonly head: string;
  /** The value; null for a column of buttons, which stands on the page alone. */
  readonly cell: ((row: Row) => Cell) | null;
  /** How the page shows it, where that is more than the value in words. */
  readonly show?: (row: Row) => ComponentChildren;
  /** Digits under digits, to the right. */
  readonly numeric?: boolean;
  /** What stands before the value on a narrow screen; the head where left out, nothing where empty. */
  readonly label?: string;
  /** The head is for screen readers alone. */
  readonly quiet?: boolean;
  /** Names the row; the first column does where none says so. */
  readonly names?: boolean;
  readonly class?: string;
  /** Left out on the page, where it would take more room than it is worth. */
  readonly fileOnly?: boolean;
};

/** What a file is made of: the columns that have values, and the rows. */
export type Sheet = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

export const sheetOf = <Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => {
  const kept = columns.flatMap(({ head, cell }) => (cell === null ? [] : [{ head, cell }]));
  return { title, head: kept.map(({ head }) => head), rows: rows.map((row) => kept.map(({ cell }) => cell(row))) };
};
