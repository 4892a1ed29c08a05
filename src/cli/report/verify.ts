import { readFileSync } from "node:fs";
import type { Bilingual } from "../../kit/bilingual.ts";
import { missingFrom, wordsOfDocx } from "../../report/compare-file.ts";
import { type Edition, editionCode, editionHash, editionOf } from "../../report/edition.ts";
import type { Input, Output } from "../verb.ts";

/** Does a file say what was frozen? The JSON of an edition by its hash; a Word file line by line, by the code on its last page. */
export const verifyReport = async (input: Input, file: string): Promise<Output> => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return { fault: { vi: `không mở được ${file}`, en: `${file} cannot be opened` } };
  }
  const words = wordsOfDocx(bytes);
  const code = words === null ? hashIn(bytes) : (CODE.exec(words.join("\n"))?.[1] ?? null);
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
  const all = await desk.editions(found.commune);
  const newest = Math.max(
    ...all.filter((e) => e.period === found.period && e.duty === found.duty).map((e) => e.number),
  );
  const missing = words === null ? [] : missingFrom(words, edition.report);
  const value = {
    code: editionCode(found.hash),
    commune: found.commune,
    period: found.period,
    duty: found.duty,
    number: found.number,
    newest,
    missing,
  };
  if (missing.length > 0)
    return {
      value,
      failed: true,
      lines: [
        {
          vi: `tệp khác bản chốt số ${found.number}; những dòng sau của bản chốt không còn trong tệp:`,
          en: `the file differs from edition ${found.number}; these lines of the edition are not in it any more:`,
        },
      ],
      after: missing.map((line) => `  ${line}`),
    };
  return {
    value,
    lines: [
      newest > found.number
        ? {
            vi: `đúng bản chốt số ${found.number}, nhưng đã có bản ${newest} thay thế`,
            en: `this is edition ${found.number}; edition ${newest} took its place`,
          }
        : { vi: `đúng bản chốt số ${found.number}, bản mới nhất`, en: `this is edition ${found.number}, the newest` },
    ],
  };
};

const CODE = /Mã kiểm tra: ([0-9A-F]{16})/;

/** The hash an edition's own bytes have; null where they are no JSON of one. */
const hashIn = (bytes: Buffer): string | null => {
  try {
    const parsed: unknown = JSON.parse(bytes.toString());
    return typeof parsed === "object" && parsed !== null && "report" in parsed ? editionHash(parsed as Edition) : null; // a hash is taken of any JSON
  } catch {
    return null;
  }
};

const failed = (says: Bilingual, value: Readonly<Record<string, unknown>>): Output => ({
  value: { ...value, found: false },
  failed: true,
  lines: [says],
});
