/** The names in the braces of a text, in order: `{{You}}` and `{{ at }}` give `You`, `at`. */
export const placeholdersIn = (words: string): readonly string[] =>
  [...words.matchAll(/\{\{([^{}]*)\}\}/g)].map((m) => (m[1] ?? "").trim());

/** Forms of address and the word for village are often not needed in another language. */
export const leavable: ReadonlySet<string> = new Set(["you", "You", "who", "Who", "name", "unit", "Unit"]);
