import type { Bilingual } from "../kit/bilingual.ts";

/** Something an author must correct: where, and a sentence they understand. A warning is told but does not stop publishing. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly says: Bilingual;
  readonly rule: string;
  readonly warning?: true;
};

export const problem = (rule: string, file: string, line: number, says: Bilingual): Problem => ({
  rule,
  file,
  line,
  says,
});
export const warning = (rule: string, file: string, line: number, says: Bilingual): Problem => ({
  rule,
  file,
  line,
  says,
  warning: true,
});
