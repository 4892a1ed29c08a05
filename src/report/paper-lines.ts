import type { Report } from "./report.ts";

/** Every line of a report that its paper must hold, in order: what a file that comes back is compared with. */
export const paperLines = ({ subject, sections, recipients, signature, method }: Report): readonly string[] =>
  [
    ...subject,
    ...sections.flatMap(({ heading, paragraphs, table, notes, chart }) => [
      ...(heading === null ? [] : [heading]),
      ...paragraphs,
      ...(table === null ? [] : [table.caption, ...table.rows.flat(), ...(table.total ?? [])]),
      ...notes,
      ...(chart === null ? [] : [chart.caption]),
    ]),
    ...recipients,
    ...signature.office,
    signature.name,
    ...method,
  ]
    .flatMap((text) => text.split("\n"))
    .filter((line) => line !== "");
