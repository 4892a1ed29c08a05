import { readFileSync, statSync } from "node:fs";
import type { Bilingual } from "../../kit/bilingual.ts";
import { addressIn, differsFrom } from "../../report/compare-file.ts";
import { linesOfDocx } from "../../report/docx-lines.ts";
import { type Edition, editionCode, editionHash, editionOf } from "../../report/edition.ts";
import { MOST_BYTES } from "../../report/zip-parts.ts";
import type { Input, Output } from "../verb.ts";

/**
 * Does a file say what was frozen? The JSON of an edition must be its very bytes; a Word file is held against it line by
 * line, by the code on its last page. How it looks and what its pictures show is not compared, and that is said.
 */
export const verifyReport = async (input: Input, file: string): Promise<Output> => {
  const bytes = bytesOf(file);
  if (bytes === null) return { fault: { vi: `không mở được ${file}`, en: `${file} cannot be opened` } };
  if (bytes === "large")
    return { fault: { vi: `${file} quá lớn, không phải báo cáo`, en: `${file} is too large to be a report` } };
  const words = linesOfDocx(bytes);
  if (words !== null && "unclear" in words)
    return failed(
      {
        vi: `tệp Word này có phần mà người đọc và máy có thể thấy khác nhau (${words.unclear}), nên không so được. Tải lại bản chốt ở bàn điều hành rồi so bằng mắt.`,
        en: `this Word file has a part that people and programs may see differently (${words.unclear}), so it cannot be compared. Download the edition again at the desk and compare by eye.`,
      },
      { unclear: words.unclear },
    );
  const code = words === null ? hashIn(bytes) : (CODE.exec(words.lines.join("\n"))?.[1] ?? null);
  if (code === null)
    return {
      fault: {
        vi: "tệp này không phải bản chốt (JSON) hay báo cáo Word có mã kiểm tra; bản nháp thì không có mã",
        en: "this is neither a frozen edition (JSON) nor a Word report with a code; a draft has none",
      },
    };
  const { desk } = await input.house();
  const found = await desk.edition(code.toLowerCase());
  if (!found)
    return failed({ vi: `không có bản chốt nào mang mã ${code}`, en: `no edition has the code ${code}` }, { code });
  const edition = editionOf(found.edition);
  if (editionHash(edition) !== found.hash)
    return failed(
      { vi: "bản lưu trong máy không còn nguyên vẹn", en: "what the database holds is not whole" },
      { code },
    );
  // Two values under one name are one value to a program and two to whoever reads the file.
  if (words === null && textOf(bytes) !== found.edition)
    return failed(
      {
        vi: `tệp JSON này mang số liệu của bản chốt số ${found.number} nhưng không còn đúng từng chữ; tải lại ở bàn điều hành`,
        en: `this JSON has the figures of edition ${found.number} but is not the same letter by letter; download it again at the desk`,
      },
      { code },
    );
  const all = await desk.editions(found.commune);
  const newest = Math.max(
    ...all.filter((e) => e.period === found.period && e.duty === found.duty).map((e) => e.number),
  );
  const { missing, added } =
    words === null ? { missing: [], added: [] } : differsFrom(words.lines, edition.report, found);
  const value = {
    code: editionCode(found.hash),
    commune: found.commune,
    period: found.period,
    duty: found.duty,
    number: found.number,
    newest,
    missing,
    added,
  };
  if (missing.length + added.length > 0)
    return {
      value,
      failed: true,
      lines: [
        {
          vi: `tệp khác bản chốt số ${found.number}. “-”: dòng của bản chốt không còn trong tệp; “+”: dòng có trong tệp mà bản chốt không có`,
          en: `the file differs from edition ${found.number}. “-”: a line of the edition that is not in it any more; “+”: a line of it that the edition does not have`,
        },
      ],
      after: [...missing.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)],
    };
  const address = words?.lines.map((line) => addressIn(line, found)).find((one) => one !== null);
  return {
    value,
    lines: [
      newest > found.number
        ? {
            vi: `đúng bản chốt số ${found.number}, nhưng đã có bản ${newest} thay thế`,
            en: `this is edition ${found.number}; edition ${newest} took its place`,
          }
        : { vi: `đúng bản chốt số ${found.number}, bản mới nhất`, en: `this is edition ${found.number}, the newest` },
      ...(address === undefined
        ? []
        : [
            {
              vi: `đã so từng dòng chữ, không so hình và cách trình bày; tờ giấy chỉ tới ${address}`,
              en: `its words were compared, not its pictures and looks; the paper points to ${address}`,
            },
          ]),
    ],
  };
};

/** Only a file that is small enough to be a report is read at all. */
const bytesOf = (file: string): Buffer | "large" | null => {
  try {
    const about = statSync(file);
    // A device has no size and no end.
    if (!about.isFile()) return null;
    return about.size > MOST_BYTES ? "large" : readFileSync(file);
  } catch {
    return null;
  }
};

const CODE = /Mã kiểm tra: ([0-9A-F]{16})/;

/** The hash an edition's own bytes have; null where they are no JSON of one. */
const hashIn = (bytes: Buffer): string | null => {
  try {
    const parsed: unknown = JSON.parse(textOf(bytes));
    return typeof parsed === "object" && parsed !== null && "report" in parsed ? editionHash(parsed as Edition) : null; // a hash is taken of any JSON
  } catch {
    return null;
  }
};

/** An editor may have put a mark before it or a line end behind it. */
const textOf = (bytes: Buffer): string =>
  bytes
    .toString()
    .replace(/^\uFEFF/, "")
    .trim();

const failed = (says: Bilingual, value: Readonly<Record<string, unknown>>): Output => ({
  value: { ...value, found: false },
  failed: true,
  lines: [says],
});
