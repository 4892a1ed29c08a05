import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceTexts } from "../../content/translations/source-texts.ts";
import { Translation } from "../../content/translations/translation.ts";
import { writtenTranslation } from "../../content/translations/written.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { clean } from "../../people/clean.ts";
import { xlsxLimits } from "../../ui/read-xlsx.ts";
import type { Input, Output } from "../verb.ts";
import { notRead, readWorkbook } from "./spreadsheet.ts";
import { takeIn } from "./take-in.ts";

/** `texts import FILE.xlsx`: takes in what holds, says row by row what does not, and fails when anything was refused. */
export const importTexts = async ({ words, taught: { library }, root }: Input): Promise<Output> => {
  const [file] = words;
  if (!file || !existsSync(file) || !statSync(file).isFile())
    return { fault: "texts import needs the FILE.xlsx that came back" };
  // What is too long is not even read.
  if (statSync(file).size > xlsxLimits.bytes) return { fault: `${file}: ${notRead.large}` };
  const sheet = await readWorkbook(readFileSync(file));
  if (!sheet.ok) return { fault: `${file}: ${sheet.says}` };
  const { language, own, vi, en } = sheet.facts;
  if ([own, vi, en].some((name) => clean(name) === null))
    return { fault: `${file}: a name of the language on the first sheet holds a number or a code of somebody's own` };
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
  if (!before.success) return { fault: `${file}: the language or its names on the first sheet are missing` };
  const taken = takeIn(before.data, sheet.rows, sourceTexts(library), dayOf(Date.now()));
  const folder = join(root, "content/translations");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${language}.yaml`), writtenTranslation(taken.translation));
  const { refused, changed, outdated } = taken;
  return {
    value: { language, changed: changed.length, outdated, refused },
    lines: [
      ...refused.map((r) => `hàng ${r.row} · ${r.key}: ${r.why.vi} / row ${r.row}: ${r.why.en}`),
      ...outdated.map((key) => `${key}: the Vietnamese has changed since; kept, and asked for again in the next sheet`),
      `content/translations/${language}.yaml: ${changed.length} changed, ${refused.length} refused`,
    ],
    ...(refused.length > 0 && { failed: true }),
  };
};
