import type { Language } from "../kit/bilingual.ts";
import { inLanguage } from "./said.ts";
import { tableLines } from "./table.ts";
import type { Done } from "./verb.ts";

/** What a verb tells, as lines in one language. */
export const printed = ({ lines, table, after = [] }: Done, language: Language): readonly string[] => [
  ...lines.map((line) => inLanguage(line, language)),
  ...(table ? tableLines(table, language) : []),
  ...after.map((line) => inLanguage(line, language)),
];
