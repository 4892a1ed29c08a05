import { expect, test } from "vitest";
import { z } from "zod";
import { ask } from "../../../src/cli/ask.ts";
import { loadLibrary } from "../../../src/content/library.ts";

const Figures = z.object({
  in_scope: z.object({ n: z.number(), top1: z.number(), top3: z.number(), refused: z.number() }),
  out_of_scope: z.object({ n: z.number(), recognised: z.number() }),
});

/** 90 questions about every procedure and 24 about something else, none of them a phrase of a topic. A change of content or weights that loses a few is seen here. */
test("the search finds what people mean, and is silent about what is not ours", async () => {
  const loaded = loadLibrary(".");
  if (!loaded.ok) throw new Error("the content does not load");
  const taught = { library: loaded.library, communes: [] };
  const given = {
    words: [],
    flags: { eval: "test/content/search/questions.tsv" },
    taught,
    language: "vi",
    progress: () => {},
  };
  const answer = await ask.run(given as unknown as Parameters<typeof ask.run>[0]); // all that --eval reads
  const { in_scope, out_of_scope } = Figures.parse("value" in answer ? answer.value : null);
  expect(in_scope).toMatchObject({ n: 90 });
  expect(in_scope.top1).toBeGreaterThanOrEqual(0.94);
  expect(in_scope.top3).toBeGreaterThanOrEqual(0.97);
  expect(in_scope.refused).toBeLessThanOrEqual(0.03);
  expect(out_of_scope.n).toBe(24);
  expect(out_of_scope.recognised).toBeGreaterThanOrEqual(0.9);
});
