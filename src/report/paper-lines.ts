import { bareLine, CELLS, PICTURE } from "./docx-words.ts";
import type { Report, ReportTable } from "./report.ts";

/**
 * Every line that the Word file of a report holds (`docx.ts`), in order, a row of a table as one line: what a file that
 * comes back is compared with. A test holds the two together; whoever changes a word there that is no part of the report
 * makes all papers from before look changed, and gives reports another `spec`.
 */
export const paperLines = (report: Report, proof: string | null = null): readonly string[] => {
  const { agency, place, year, subject, sections, recipients, signature, method, sample } = report;
  const lines = [
    ...(sample ? ["DỮ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"] : []),
    row([
      [...agency, "Số: /BC-UBND"].join(" "),
      ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", `${place}, ngày tháng năm ${year}`].join(
        " ",
      ),
    ]),
    "BÁO CÁO",
    ...subject,
    ...sections.flatMap(({ heading, paragraphs, table, notes, chart }) => [
      heading ?? "",
      ...paragraphs,
      ...(table === null ? [] : tableLines(table)),
      ...notes,
      ...(chart === null ? [] : [PICTURE, chart.caption]),
    ]),
    row([
      ["Nơi nhận:", ...recipients.map((r, i) => `- ${r}${i === recipients.length - 1 ? "." : ";"}`)].join(" "),
      [...signature.office, signature.name].join(" "),
    ]),
    "PHỤ LỤC",
    "Cách tính số liệu trong báo cáo",
    ...method,
    ...(proof === null ? [] : [proof, PICTURE]),
  ];
  return lines.map(bareLine).filter((line) => line !== "");
};

const tableLines = ({ caption, columns, rows, total }: ReportTable): readonly string[] => [
  caption,
  row(columns.map((c) => c.head)),
  ...[...rows, ...(total === null ? [] : [total])].map((cells) => row(columns.map((_, i) => cells[i] ?? ""))),
];

const row = (cells: readonly string[]): string => cells.map(bareLine).join(CELLS);
