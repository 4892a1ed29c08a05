import { stringify } from "yaml";
import type { TakenQuestion } from "./read-gift.ts";

/** The `quiz:` of a lesson, each question with where it came from. What is still to be written stands open, so that the checker asks for it. */
export const quizYaml = (file: string, taken: readonly TakenQuestion[]): string =>
  [
    "quiz:",
    `  pass: ${Math.max(1, Math.min(taken.length, 5) - 1)}`,
    "  items:",
    ...taken.flatMap(({ line, from, id, draft }) => [
      `    # ${oneLine(`${file}:${line}${from === "" ? "" : ` · ${from}`}`)}`,
      ...stringify([{ id, ...draft, sources: [] }], { lineWidth: 0, nullStr: "" })
        .trimEnd()
        .split("\n")
        .map((each) => `    ${each.trimEnd()}`),
    ]),
    "",
  ].join("\n");

const oneLine = (text: string): string => text.replace(/\s+/gu, " ");
