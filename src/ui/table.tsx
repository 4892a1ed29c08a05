import { type ComponentChildren, Fragment } from "preact";
import type { Language } from "../kit/bilingual.ts";
import type { Cell, Column } from "./column.ts";
import { day, moment, number, percentage } from "./format.ts";

type Props<Row> = {
  language: Language;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  id: (row: Row) => string;
  class?: string;
  /** What the row is, beside what stands in it. */
  look?: (row: Row) => { readonly id?: string; readonly class?: string };
  /** A row of its own under one that needs more words. */
  below?: (row: Row) => ComponentChildren;
  /** The row that sums up, under the line. */
  total?: Row;
};

/** A table: one row a thing, one column a value; on a narrow screen each value under its name. */
export const Table = <Row,>({ language, columns, rows, id, look, below, total, ...props }: Props<Row>) => {
  const shown = columns.filter((c) => !c.fileOnly);
  const named = Math.max(
    0,
    shown.findIndex((c) => c.names),
  );
  const cells = (row: Row) =>
    shown.map((c, i) =>
      i === named ? (
        <th scope="row" key={c.head}>
          {content(c, row, language)}
        </th>
      ) : (
        <td class={classOf(c)} {...labelOf(c)} key={c.head}>
          {content(c, row, language)}
        </td>
      ),
    );
  return (
    <table class={props.class ?? "t stack"}>
      <thead>
        <tr>
          {shown.map((c) => (
            <th scope="col" class={classOf(c)} key={c.head}>
              {c.quiet ? <span class="vh">{c.head}</span> : c.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const more = below?.(row);
          return (
            <Fragment key={id(row)}>
              <tr {...look?.(row)}>{cells(row)}</tr>
              {more && (
                <tr class="unclear">
                  <td colSpan={shown.length}>{more}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
      {total !== undefined && (
        <tfoot>
          <tr>{cells(total)}</tr>
        </tfoot>
      )}
    </table>
  );
};

const content = <Row,>({ cell, show }: Column<Row>, row: Row, language: Language): ComponentChildren =>
  show ? show(row) : cell && said(cell(row), language);

/** A value in the words of a page. */
const said = (cell: Cell, language: Language): string => {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return number(cell, language);
  if ("percent" in cell) return percentage(cell.percent, language);
  return "day" in cell ? day(cell.day) : moment(cell.at);
};

const classOf = <Row,>(c: Column<Row>): string | undefined =>
  [c.numeric && "r", c.class].filter(Boolean).join(" ") || undefined;
const labelOf = <Row,>({ head, label, quiet }: Column<Row>) => {
  const text = label ?? (quiet ? "" : head);
  return text === "" ? {} : { "data-label": text };
};
