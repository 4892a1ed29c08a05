import fc from "fast-check";
import { expect, test } from "vitest";
import { spec } from "../../src/engine/session.ts";
import { forget } from "../../src/turns/retention.ts";
import { house, wordsOf } from "./house.ts";

/** Whatever stands in the column: no JSON, JSON of nothing, a session of another spec, one of this spec with its parts mixed up. */
const garbage = fc.oneof(
  fc.string(),
  fc.json({ maxDepth: 3 }),
  fc
    .record(
      {
        spec: fc.constantFrom(spec, spec, 1, 0, 99, "1"),
        status: fc.constantFrom("waiting", "done", "x"),
        token: fc.constantFrom("t", 1, null),
        runs: fc.array(fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ flow: "gone", vars: {}, trail: [] })), {
          maxLength: 2,
        }),
        wait: fc.jsonValue({ maxDepth: 2 }),
        bookmarks: fc.jsonValue({ maxDepth: 2 }),
        seenAt: fc.oneof(fc.integer(), fc.constant("x")),
        echo: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: ["spec"] },
    )
    .map((s) => JSON.stringify(s)),
);

test("whatever stands where a session stood, the person is answered, and the second time as ever", async () => {
  const h = house();
  await h.resident("a");
  const put = h.store.db.prepare("UPDATE sessions SET session = ?");
  await fc.assert(
    fc.asyncProperty(garbage, async (stored) => {
      h.now += 3_600_000;
      put.run(stored);
      const before = h.said.length;
      await h.say("a", "menu");
      expect(h.said.length).toBeGreaterThan(before);
      expect(wordsOf(await h.talk("a", "menu"))).toMatch(/menu/);
    }),
    { numRuns: 150 },
  );
});

test("one nobody can read is told so, and begins anew; the clock finds nothing to remind of", async () => {
  const h = house();
  await h.resident("a");
  await h.say("a", "lesson");
  h.store.db.prepare("UPDATE sessions SET session = ?").run(JSON.stringify({ spec: spec + 1 }));
  h.now += 25 * 3_600_000;
  await h.timers.run();
  expect(wordsOf(await h.talk("a", "menu"))).toBe("begun-anew | menu");
  expect(wordsOf(await h.talk("a", "menu"))).toBe("menu");
});

test("nor does it stop the hourly clearing", async () => {
  const h = house();
  await h.resident("a");
  h.store.db.prepare("UPDATE sessions SET session = ?").run('{"runs":[{"vars":{"asked":"x');
  h.now += 25 * 3_600_000;
  await forget(h.store.retention, h.now);
});
