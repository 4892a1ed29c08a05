import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Report, ReportSection, ReportTable } from "./report.ts";

/** What is drawn beside the words: the chart as PNG, and what a frozen report says of itself with its QR code. */
export type Beside = {
  readonly chart: Uint8Array | null;
  readonly proof: { readonly says: string; readonly qr: Uint8Array } | null;
};

/**
 * The report as a Word document in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20, 20, 30 and 18 mm,
 * Times New Roman 14, the number of the page at its head from the second on.
 */
export const docxOf = async (report: Report, beside: Beside): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      creator: report.agency.join(" "),
      title: report.subject.join(" "),
      styles: {
        default: {
          document: {
            run: { font: FONT, size: 28 },
            paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
          },
        },
      },
      sections: [{ ...page, children: [...body(report, beside), ...appendix(report, beside)] }],
    }),
  );

const FONT = "Times New Roman";
/** Between the margins of the page. */
const TEXT_WIDTH = 162;

const page: Omit<ISectionOptions, "children"> = {
  properties: {
    titlePage: true,
    page: {
      size: { width: mm(210), height: mm(297) },
      margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18), header: mm(9) },
    },
  },
  headers: {
    first: new Header({ children: [new Paragraph({})] }),
    default: new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT })],
        }),
      ],
    }),
  },
};

const body = (report: Report, { chart }: Beside) => [
  ...(report.sample ? [centred("DỮ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT", { bold: true, size: 24 })] : []),
  head(report),
  centred("BÁO CÁO", { bold: true, before: 240 }),
  ...report.subject.map((line) => centred(line, { bold: true })),
  rule(46),
  ...report.sections.flatMap((s) => sectionOf(s, chart)),
  foot(report),
];

/** The agency on the left, the name of the country on the right, each with its line under it. */
const head = ({ agency, place, year }: Report): Table =>
  columns(
    [66, 96],
    [
      [
        ...agency.map((line) => centred(line, { bold: true, size: 26 })),
        rule(18),
        centred("Số:        /BC-UBND", { before: 80, size: 26 }),
      ],
      [
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 25 }),
        centred("Độc lập - Tự do - Hạnh phúc", { bold: true, size: 27 }),
        rule(56),
        centred(`${place}, ngày       tháng       năm ${year}`, { before: 80, italics: true, size: 27 }),
      ],
    ],
  );

const sectionOf = ({ heading, paragraphs, table, notes, chart }: ReportSection, png: Uint8Array | null) => [
  ...(heading === null ? [] : [text(heading, { bold: true, keepNext: true, before: 120 })]),
  ...paragraphs.map((p) => text(p)),
  ...(table === null ? [] : [centred(table.caption, { bold: true, size: 25, before: 80 }), tableOf(table)]),
  ...notes.map((note) => text(note, { italics: true, size: 22, indent: 0, before: 40 })),
  ...(chart === null || png === null
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 160 },
          children: [new ImageRun({ type: "png", data: png, transformation: { width: 600, height: 190 } })],
        }),
        centred(chart.caption, { bold: true, size: 25 }),
      ]),
];

const foot = ({ recipients, signature }: Report): Table =>
  columns(
    [82, 80],
    [
      [
        text("Nơi nhận:", { bold: true, italics: true, size: 24, indent: 0 }),
        ...recipients.map((r, i) =>
          text(`- ${r}${i === recipients.length - 1 ? "." : ";"}`, { size: 22, indent: 0, after: 0 }),
        ),
      ],
      [
        ...signature.office.map((line) => centred(line, { bold: true })),
        centred("", { before: 1200 }),
        centred(signature.name, { bold: true }),
      ],
    ],
  );

const appendix = ({ method }: Report, { proof }: Beside): Paragraph[] => [
  new Paragraph({ children: [new PageBreak()] }),
  centred("PHỤ LỤC", { bold: true }),
  centred("Cách tính số liệu trong báo cáo", { bold: true }),
  ...method.map((line) => text(line, { size: 24 })),
  ...(proof === null
    ? []
    : [
        text(proof.says, { size: 22, italics: true, before: 160, indent: 0 }),
        new Paragraph({
          children: [new ImageRun({ type: "png", data: proof.qr, transformation: { width: 96, height: 96 } })],
        }),
      ]),
];

const tableOf = ({ columns: heads, rows, total }: ReportTable): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: heads.map((h) => mm(h.mm)),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((h) => cell(h.head, AlignmentType.CENTER, h.mm, true)),
      }),
      ...[...rows, ...(total === null ? [] : [total])].map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: heads.map((h, i) =>
              cell(
                row[i] ?? "",
                h.of === "number" ? AlignmentType.RIGHT : h.of === "centre" ? AlignmentType.CENTER : AlignmentType.LEFT,
                h.mm,
                row === total,
              ),
            ),
          }),
      ),
    ],
  });

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
const cell = (words: string, alignment: Alignment, width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    children: words
      .split("\n")
      .map((line) => new Paragraph({ alignment, children: [run(line, { bold, italics: undefined, size: 24 })] })),
  });

/** Side by side without lines, as the head and the foot of a document stand. */
const columns = (widths: readonly number[], cells: readonly (readonly Paragraph[])[]): Table => {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths.map((w) => mm(w)),
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, i) =>
            new TableCell({
              width: { size: mm(widths[i] ?? 0), type: WidthType.DXA },
              borders,
              children: [...children],
            }),
        ),
      }),
    ],
  });
};

type Look = {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
};

const text = (words: string, { bold, italics, size = 28, indent = 10, before = 0, after = 120, keepNext }: Look = {}) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(indent) },
    spacing: { before, after },
    ...(keepNext ? { keepNext } : {}),
    children: [run(words, { bold, italics, size })],
  });

const centred = (words: string, { bold, italics, size = 28, before = 0 }: Look = {}) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    children: [run(words, { bold, italics, size })],
  });

const run = (
  words: string,
  { bold = false, italics = false, size }: Record<"bold" | "italics", boolean | undefined> & { size: number },
) =>
  // Words copied from another program bring signs along that XML forbids; with one of them Word opens nothing at all.
  new TextRun({ text: words.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " "), bold, italics, size, font: FONT });

/** A line under what stands above it, so many mm long: an empty line with the rest of the width as its margins. */
const rule = (long: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 60, line: 120, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: "\u00a0".repeat(Math.round(long / 1.25)), underline: {}, size: 12, font: FONT })],
  });
