import { coverage } from "./texts/coverage.ts";
import { exportTexts } from "./texts/export.ts";
import { importTexts } from "./texts/import.ts";
import { reading } from "./texts/reading.ts";
import type { Verb } from "./verb.ts";

/** `texts …`: what people read, for those who translate it and those who watch that it stays easy. */
export const texts: Verb = {
  words: "export | import FILE | coverage | reading",
  says: {
    vi: "bảng cho người dịch, đã dịch tới đâu, câu chữ có dễ đọc không",
    en: "the sheet for translators, how far they are, how easy it reads",
  },
  options: {
    language: { value: "CODE", says: { vi: "export: tiếng nào (mã ISO 639)", en: "export: which language (ISO 639)" } },
    out: { value: "FILE", says: { vi: "export: tệp .xlsx để ghi", en: "export: the .xlsx file to write" } },
  },
  run: async (input) => {
    const [what = "", ...words] = input.words;
    const run = { export: exportTexts, import: importTexts, coverage, reading }[what];
    return run ? run({ ...input, words }) : { fault: "texts needs one of: export, import, coverage, reading" };
  },
};
