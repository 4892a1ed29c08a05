import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What people ask when they mean one topic, as its file holds it: one question a line. */
export type SampleQuestions = {
  readonly file: string;
  /** The file's name: the id of a page, a topic that lessons teach, or one of the two below. */
  readonly topic: string;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
};

/** What this assistant is not for. */
export const outOfScope = "ngoai-pham-vi";
/** Questions that ask for a human being. */
export const wantsPerson = "gap-nguoi-that";

/** Reads `content/questions/*.txt` under a root; a house without them has none. Lines that begin with # are notes. */
export const readSampleQuestions = (root: string): readonly SampleQuestions[] => {
  const dir = join(root, "content/questions");
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({
      file: `content/questions/${name}`,
      topic: basename(name, ".txt"),
      lines: linesOf(readFileSync(join(dir, name), "utf8")),
    }));
};

const linesOf = (text: string): SampleQuestions["lines"] =>
  text
    .split("\n")
    .map((line, i) => ({ line: i + 1, text: line.replace(/\r$/, "") }))
    .filter((l) => l.text.trim() !== "" && !l.text.startsWith("#"));
