import { fold } from "../../kit/text.ts";

/**
 * What to keep of an exception for the author: its name, its message and where it was thrown. A message may quote what
 * the person typed (a parser's does), so it is left out as soon as it shares a word with it.
 */
export const reasonOf = (error: unknown, words: string): string => {
  if (!(error instanceof Error)) return "something that is no Error was thrown";
  const typed = new Set(
    fold(words)
      .split(" ")
      .filter((w) => w.length > 1),
  );
  const quotes =
    fold(error.message)
      .split(" ")
      .some((w) => typed.has(w)) ||
    (words.length > 1 && error.message.includes(words.slice(0, 8)));
  const at =
    error.stack
      ?.split("\n")
      .find((line) => line.startsWith("    at "))
      ?.trim() ?? "";
  // The folders above ours say where the house stands, not where it broke.
  const ours = Math.max(...["/src/", "/dist/", "/test/"].map((folder) => at.lastIndexOf(folder)));
  const place = ours < 0 ? at : `${at.slice(0, at.lastIndexOf(" ") + 1)}${at.slice(ours + 1).replace(")", "")}`;
  return `${error.name}: ${quotes ? "(message left out: it quotes the person)" : error.message.split("\n")[0]} ${place}`.slice(
    0,
    300,
  );
};
