import { writeFileSync } from "node:fs";
import { sourceTexts } from "../../content/translations/source-texts.ts";
import { Translation } from "../../content/translations/translation.ts";
import type { Input, Output } from "../verb.ts";
import { workbook } from "./spreadsheet.ts";

/** `texts export --language CODE [--out FILE.xlsx]`: the sheet a translator fills in, with everything already known. */
export const exportTexts = async ({ flags, taught: { library } }: Input): Promise<Output> => {
  const language = String(flags.language ?? "");
  const known = library.translations.find((t) => t.language === language);
  const translation = Translation.safeParse(known ?? begun(language));
  if (!translation.success)
    return {
      misused: {
        vi: "texts export cần --language và mã tiếng theo ISO 639, như bdq; không phải vi hay en",
        en: "texts export needs --language CODE: an ISO 639 code such as bdq, not vi or en",
      },
    };
  const file = typeof flags.out === "string" ? flags.out : `${language}.xlsx`;
  const texts = sourceTexts(library);
  writeFileSync(file, await workbook(translation.data, texts));
  return {
    value: { file, texts: texts.length },
    lines: [{ vi: `${file}: ${texts.length} câu`, en: `${file}: ${texts.length} texts` }],
  };
};

/** A language nobody began: its names are written into the sheet by the translator. */
const begun = (language: string) => ({
  spec: 1,
  language,
  name: { own: language, vi: `tiếng ${language}`, en: language },
  draft: true,
  offered_from: 100,
  texts: {},
});
