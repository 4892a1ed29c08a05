import type { Input, Output, Verb } from "./verb.ts";

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
    const run = Object.hasOwn(parts, what) ? parts[what] : undefined;
    return run
      ? (await run())({ ...input, words })
      : {
          misused: {
            vi: "texts cần một trong: export, import, coverage, reading",
            en: "texts needs one of: export, import, coverage, reading",
          },
        };
  },
};

/** Loaded when used: none of the other verbs needs a spreadsheet. */
const parts: Readonly<Record<string, () => Promise<(input: Input) => Output | Promise<Output>>>> = {
  export: async () => (await import("./texts/export.ts")).exportTexts,
  import: async () => (await import("./texts/import.ts")).importTexts,
  coverage: async () => (await import("./texts/coverage.ts")).coverage,
  reading: async () => (await import("./texts/reading.ts")).reading,
};
