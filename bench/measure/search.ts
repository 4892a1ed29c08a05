import { loadLibrary } from "../../src/content/library.ts";
import { fold } from "../../src/kit/text.ts";
import { percentile } from "../stats.ts";

/** The search as a turn calls it: every title and phrase of the real content, as written, without diacritics, and with a letter missing. */
export const measureSearch = (
  root: string,
  repeats: number,
): { readonly p50: number; readonly p99: number; readonly questions: number } => {
  const loaded = loadLibrary(root);
  if (!loaded.ok) throw new Error(`the content does not load: ${JSON.stringify(loaded.problems[0])}`);
  const { items, search } = loaded.library;
  const asked = items
    .flatMap((item) => [item.title.vi, item.title.en, ...item.search])
    .flatMap((words) => [
      words,
      fold(words),
      words.slice(0, words.length / 2) + words.slice(words.length / 2 + 1),
      `làm sao để ${words}`,
    ]);
  const times: number[] = [];
  for (let round = 0; round <= repeats; round++) {
    for (const words of asked) {
      const began = performance.now();
      search(words, "vi");
      // The first round is the warm-up.
      if (round > 0) times.push(performance.now() - began);
    }
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), questions: asked.length };
};
