import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadLibrary } from "../../src/content/library.ts";

/** One file of the small house to change or to put in, for one thing that is wrong. */
export type Change = {
  readonly file: string;
  readonly whole?: string | undefined;
  readonly edits?: readonly { readonly find: string; readonly put: string }[] | undefined;
};

/** The real flows and words with a little sample content, changed at the places named, and read as at the start. */
export const sampleLibrary = (changes: readonly Change[] = []): ReturnType<typeof loadLibrary> => {
  const root = mkdtempSync(join(tmpdir(), "library-"));
  try {
    cpSync("flows", join(root, "flows"), { recursive: true });
    cpSync("content/locales", join(root, "content/locales"), { recursive: true });
    cpSync("content/spoken", join(root, "content/spoken"), { recursive: true });
    cpSync("test/fixtures/base/content", join(root, "content"), { recursive: true });
    for (const change of changes) write(join(root, change.file), change);
    const loaded = loadLibrary(root);
    if (!loaded.ok) return loaded;
    // Read when they are asked for, and by then the folder is gone.
    const questions = loaded.library.questions();
    return { ...loaded, library: { ...loaded.library, questions: () => questions } };
  } finally {
    rmSync(root, { recursive: true });
  }
};

const write = (path: string, { whole, edits = [], file }: Change): void => {
  let text = whole ?? readFileSync(path, "utf8");
  for (const { find, put } of edits) {
    if (!text.includes(find)) throw new Error(`${file} has no "${find}" to change`);
    text = text.replace(find, () => put);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
