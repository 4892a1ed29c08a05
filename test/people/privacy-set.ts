import { readFileSync } from "node:fs";
import { kinds, type PrivateKind, type PrivatePart } from "../../src/people/private/kinds.ts";

/** A text as somebody typed it, with the places in it that are their own. */
export type Example = {
  readonly kind: string;
  readonly text: string;
  readonly marked: readonly Omit<PrivatePart, "kind">[];
};

/** The examples of a file of test/fixtures/privacy: `⟦ ⟧` stand around what is private, `\n` for a new line. */
export const privacySet = (name: string): readonly Example[] =>
  readFileSync(new URL(`../fixtures/privacy/${name}.tsv`, import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [kind = "", marked = ""] = line.split("\t");
      return { kind, ...unmarked(marked.replaceAll("\\n", "\n")) };
    });

export const isKind = (kind: string): kind is PrivateKind => Object.hasOwn(kinds, kind);

const unmarked = (line: string): Pick<Example, "text" | "marked"> => {
  let text = "";
  const marked: { from: number; to: number }[] = [];
  for (const char of line) {
    if (char === "⟦") marked.push({ from: text.length, to: text.length });
    else if (char === "⟧") marked[marked.length - 1]!.to = text.length;
    else text += char;
  }
  return { text, marked };
};
