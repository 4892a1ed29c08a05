import type { ComponentChildren, VNode } from "preact";
import { type Column, type Sheet, sheetOf } from "../../ui/column.ts";
import { Table } from "../../ui/table.tsx";
import { table } from "../../ui/words.ts";
import { href, type View } from "../view.ts";

/** A table of the desk: on the page with its downloads under it, and as the sheet those are made of. */
export type DeskTable = {
  /** In the address of its files. */
  readonly name: string;
  readonly sheet: Sheet;
  readonly html: VNode;
};

export type TableOf<Row> = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly (Column<Row> | false)[];
  readonly rows: readonly Row[];
  readonly id: (row: Row) => string;
  readonly class?: string;
  readonly look?: (row: Row) => { readonly id?: string; readonly class?: string };
  readonly below?: (row: Row) => ComponentChildren;
  readonly total?: Row;
  /** What the page's address asks for beside the period, kept by the files. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Instead of an empty table. */
  readonly none: ComponentChildren;
};

export const deskTable = <Row,>(view: View, { name, title, none, keys, ...given }: TableOf<Row>): DeskTable => {
  const columns = given.columns.filter((c) => c !== false);
  return {
    name,
    sheet: sheetOf(title, columns, given.total === undefined ? given.rows : [...given.rows, given.total]),
    html:
      given.rows.length === 0 ? (
        <p class="empty">{none}</p>
      ) : (
        <div class="table">
          <Table {...given} columns={columns} language={view.language} />
          <Files view={view} name={name} title={title} keys={keys ?? {}} />
        </div>
      ),
  };
};

const Files = ({
  view,
  name,
  title,
  keys,
}: {
  view: View;
  name: string;
  title: string;
  keys: Readonly<Record<string, string>>;
}) => {
  const w = words(view.language);
  const to = (form: "xlsx" | "csv", more: Readonly<Record<string, string>> = {}) =>
    href(view, `${view.here.path}/tai/${name}.${form}`, { ...keys, ...more });
  return (
    <nav class="files" aria-label={w.label(title)}>
      <a href={to("xlsx")}>{w.xlsx}</a> <a href={to("csv")}>{w.semicolons}</a>{" "}
      <a href={to("csv", { ngan: "phay" })}>{w.commas}</a>
    </nav>
  );
};

const words = table(
  {
    label: (title: string) => `Tải bảng ${title}`,
    xlsx: "Tải Excel (.xlsx)",
    semicolons: "CSV, ngăn bằng “;”",
    commas: "CSV, ngăn bằng “,”",
  },
  {
    label: (title) => `Download ${title}`,
    xlsx: "Download Excel (.xlsx)",
    semicolons: "CSV with “;”",
    commas: "CSV with “,”",
  },
);
