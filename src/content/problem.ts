/** Something an author must correct: where, and a sentence they understand. */
export type Problem = { readonly file: string; readonly line: number; readonly says: string; readonly rule: string };

export const problem = (rule: string, file: string, line: number, says: string): Problem => ({ rule, file, line, says });
