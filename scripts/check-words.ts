import { conclude, files, started } from "./files.ts";

// One word, one meaning, also in Vietnamese: what the glossary writes between “ ” in its last column stands nowhere people
// read, and no word has two rows without the rooms that tell them apart.

/** A word nobody may read any more; `own`: only what the program itself says must do without it. */
export type Avoided = { readonly word: string; readonly own: boolean };

const cellsOf = (line: string): readonly string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

const rowsOf = (glossary: string): readonly (readonly string[])[] =>
  glossary
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s:|-]*\|$/.test(line))
    .map(cellsOf)
    .filter(([name]) => name !== "English");

export const avoided = (glossary: string): readonly Avoided[] =>
  rowsOf(glossary).flatMap((cells) =>
    [...(cells[3] ?? "").matchAll(/“([^”]+)”( \(src\))?/g)].map(([, word = "", own]) => ({
      word,
      own: own !== undefined,
    })),
  );

/** Names that stand in two rows. */
export const twice = (glossary: string): readonly string[] => {
  const names = rowsOf(glossary).map(([name = ""]) => name);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
};

/** The lines of a file that hold one of these words, in any case. */
export const wordsIn = (path: string, text: string, words: readonly Avoided[]): readonly string[] => {
  const looked = words.filter(({ own }) => !own || path.startsWith("src/"));
  return text.split("\n").flatMap((line, at) => {
    const folded = line.normalize("NFC").toLowerCase();
    return looked.filter(({ word }) => folded.includes(word)).map(({ word }) => `${path}:${at + 1}: “${word}”`);
  });
};

/** What people read. Not what people say (questions, cries, commands), nor words they choose as passwords. */
const READ =
  /^(src\/.*\.tsx?|flows\/.*\.yaml|content\/(facts|guides|lessons|locales|safety|tracks)\/.*\.ya?ml|docs\/(van-hanh|an-toan|bao-ve-du-lieu)\.md|scripts\/(preview|rehearse).*)$/;
const PASSWORDS = "src/desk/sign-in/vietnamese-words.ts";

if (started(import.meta.filename)) {
  const all = files();
  const glossary = all.find(({ path }) => path === "docs/glossary.md")?.text ?? "";
  const words = avoided(glossary);
  const read = all.filter(({ path }) => READ.test(path) && path !== PASSWORDS);
  conclude(
    "check-words",
    [
      ...twice(glossary).map((name) => `docs/glossary.md: “${name}” has two rows; put the room behind each`),
      ...read.flatMap(({ path, text }) => wordsIn(path, text ?? "", words)),
    ],
    `${words.length} words in ${read.length} files`,
  );
}
