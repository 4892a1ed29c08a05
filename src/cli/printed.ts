import type { Language } from "../kit/bilingual.ts";
import { inLanguage } from "./said.ts";
import { tableLines } from "./table.ts";
import type { Done } from "./verb.ts";

/** What a verb tells, as lines in one language. `width`: of the screen, where there is one. */
export const printed = ({ lines, table, after = [] }: Done, language: Language, width?: number): readonly string[] => [
  ...lines.map((line) => inLanguage(line, language)),
  ...(table ? tableLines(table, language, width) : []),
  ...after.map((line) => inLanguage(line, language)),
];
