import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceTexts } from "../../content/translations/source-texts.ts";
import { Translation } from "../../content/translations/translation.ts";
import { writtenTranslation } from "../../content/translations/written.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { clean } from "../../people/clean.ts";
import { xlsxLimits } from "../../ui/read-xlsx.ts";
import type { Input, Output } from "../verb.ts";
import { notRead, readWorkbook } from "./spreadsheet.ts";
import { takeIn } from "./take-in.ts";

/** `texts import FILE.xlsx`: takes in what holds, says row by row what does not, and fails when anything was refused. */
export const importTexts = async ({ words, taught: { library }, root }: Input): Promise<Output> => {
  const [file] = words;
  const inFile = ({ vi, en }: Bilingual): Bilingual => ({ vi: `${file}: ${vi}`, en: `${file}: ${en}` });
  if (!file)
    return {
      misused: {
        vi: "texts import cần tệp FILE.xlsx đã nhận về",
        en: "texts import needs the FILE.xlsx that came back",
      },
    };
  if (!existsSync(file) || !statSync(file).isFile())
    return { fault: inFile({ vi: "không có tệp này", en: "there is no such file" }) };
  // What is too long is not even read.
  if (statSync(file).size > xlsxLimits.bytes) return { fault: inFile(notRead.large) };
  const sheet = await readWorkbook(readFileSync(file));
  if (!sheet.ok) return { fault: inFile(sheet.says) };
  const { language, own, vi, en } = sheet.facts;
  if ([own, vi, en].some((name) => clean(name) === null))
    return {
      fault: inFile({
        vi: "tên tiếng ở trang đầu có số hay mã riêng của ai đó",
        en: "a name of the language on the first sheet holds a number or a code of somebody's own",
      }),
    };
  const known = library.translations.find((t) => t.language === language);
  const before = Translation.safeParse({
    spec: 1,
    language,
    name: { own, vi, en },
    // Only a person who asked readers of the language takes this away, in the file.
    draft: known?.draft ?? true,
    offered_from: known?.offered_from ?? 100,
    texts: known?.texts ?? {},
  });
  if (!before.success)
    return {
      fault: inFile({
        vi: "trang đầu thiếu mã tiếng hoặc tên của tiếng",
        en: "the language or its names on the first sheet are missing",
      }),
    };
  const taken = takeIn(before.data, sheet.rows, sourceTexts(library), dayOf(Date.now()));
  const folder = join(root, "content/translations");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${language}.yaml`), writtenTranslation(taken.translation));
  const { refused, changed, outdated } = taken;
  return {
    value: { language, changed: changed.length, outdated, refused },
    lines: [
      ...refused.map((r) => ({
        vi: `hàng ${r.row} · ${r.key}: ${r.why.vi}`,
        en: `row ${r.row} · ${r.key}: ${r.why.en}`,
      })),
      ...outdated.map((key) => ({
        vi: `${key}: câu tiếng Việt đã đổi từ đó; bản dịch được giữ, và hỏi lại ở bảng sau`,
        en: `${key}: the Vietnamese has changed since; kept, and asked for again in the next sheet`,
      })),
      {
        vi: `content/translations/${language}.yaml: đổi ${changed.length}, từ chối ${refused.length}`,
        en: `content/translations/${language}.yaml: ${changed.length} changed, ${refused.length} refused`,
      },
    ],
    ...(refused.length > 0 && { failed: true }),
  };
};
