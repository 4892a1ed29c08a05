import fc from "fast-check";
import { expect, test } from "vitest";
import { awake } from "../../src/kit/vietnam-time.ts";
import { dueAt } from "../../src/learning/review.ts";
import { day, hour, reviewHouse } from "./review-house.ts";

const quiet = [
  { from: 21 * 60, to: 6 * 60 + 30 },
  { from: 11 * 60 + 30, to: 13 * 60 + 30 },
];
/** What somebody does when they are asked: how long they wait, and then. */
const act = fc.record({
  does: fc.constantFrom("right", "wrong", "mixed", "later", "nothing", "menu", "lesson", "ôn bài"),
  after: fc.integer({ min: 0, max: 30 * 60 }),
});

test("whatever people do, nobody is asked twice in 24 hours, in a quiet hour, out of reach, what is not due, or more than three", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      const reachMs = 48 * hour;
      const h = reviewHouse({ reachMs });
      await h.known("a");
      await h.pass("a");
      await h.talk("a", "1");
      const wrote: number[] = [h.now];
      const left = [...acts];
      const next = async (): Promise<void> => {
        const { does, after } = left.shift() ?? { does: "nothing", after: 600 };
        await h.wait(h.now + after * 60_000);
        if (does === "nothing") return;
        wrote.push(h.now);
        if (does === "later") await h.talk("a", "để sau");
        else if (does === "menu" || does === "ôn bài") await h.talk("a", does);
        else if (does === "lesson") await h.talk("a", "BAI1", "1");
        else await h.sit("a", (n) => does === "right" || (does === "mixed" && n % 2 === 0));
      };
      while (left.length > 0) {
        await next();
        await h.wait(h.now + 6 * hour);
      }
      await h.wait(h.now + 10 * day);
      for (const [i, o] of h.offers.entries()) {
        const last = h.offers[i - 1];
        if (last) expect(o.at - last.at).toBeGreaterThanOrEqual(day);
        expect(awake(o.at, quiet)).toBe(o.at);
        expect(o.at - Math.max(...wrote.filter((t) => t <= o.at))).toBeLessThanOrEqual(reachMs);
        expect(o.asked.length).toBeLessThanOrEqual(3);
        for (const asked of o.asked) {
          const item = o.items.find((x) => x.item === asked);
          expect(item && dueAt(item)).toBeLessThanOrEqual(o.at);
        }
      }
    }),
    { numRuns: 12, seed: 20261123 },
  );
}, 120_000);
