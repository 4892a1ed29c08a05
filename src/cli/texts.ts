import { coverage } from "./texts/coverage.ts";
import { exportTexts } from "./texts/export.ts";
import { importTexts } from "./texts/import.ts";
import { reading } from "./texts/reading.ts";
import type { Verb } from "./verb.ts";

/** `texts …`: what people read, for those who translate it and those who watch that it stays easy. */
export const texts: Verb = {
  usage: "texts export --language CODE [--out FILE] | import FILE | coverage | reading",
  says: "the sheet for translators, how far they are, how easy it reads",
  run: async (input) => {
    const [what = "", ...words] = input.words;
    const run = { export: exportTexts, import: importTexts, coverage, reading }[what];
    return run ? run({ ...input, words }) : { fault: "texts needs one of: export, import, coverage, reading" };
  },
};
