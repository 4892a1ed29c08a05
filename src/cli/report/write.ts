import { writeFileSync } from "node:fs";
import { canonicalJson } from "../../kit/canonical-json.ts";
import { figureSheet } from "../../report/figure-sheet.ts";
import { paperFile } from "../../report/paper-file.ts";
import { csvOf } from "../../ui/csv.ts";
import { xlsxOf } from "../../ui/xlsx.ts";
import type { Input, Output } from "../verb.ts";
import { openReport } from "./open-report.ts";

export const formats = ["docx", "xlsx", "csv", "json"] as const;

/** The report as it stands now, as a file. It is a draft until it is frozen. */
export const writeReport = async (input: Input): Promise<Output> => {
  const { format, out } = input.flags;
  const form = formats.find((f) => f === format);
  if (!form || typeof out !== "string")
    return {
      misused: {
        vi: `cần --format (${formats.join(", ")}) và --out TỆP`,
        en: `--format (${formats.join(", ")}) and --out FILE go together`,
      },
    };
  const opened = await openReport(input);
  if (!("report" in opened)) return opened;
  const { report, commune } = opened;
  const sheet = figureSheet(report.figures, commune.unit.word);
  const bytes =
    form === "docx"
      ? await paperFile(report, null)
      : form === "xlsx"
        ? await xlsxOf(sheet)
        : form === "csv"
          ? csvOf(sheet, ";")
          : `${canonicalJson(report)}\n`;
  try {
    writeFileSync(out, bytes);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { fault: { vi: `chưa ghi được tệp: ${cause}`, en: `the file could not be written: ${cause}` } };
  }
  return {
    value: { file: out, format: form, commune: commune.code, period: report.period, bytes: bytes.length },
    lines: [{ vi: `đã ghi ${out} (bản nháp, chưa chốt)`, en: `wrote ${out} (a draft, not frozen)` }],
  };
};
