import { expect, test } from "vitest";
import { termsInMs } from "../../src/people/terms.ts";
import type { Swept } from "../../src/store/retention.ts";
import { forget } from "../../src/turns/retention.ts";

const none: Swept = {
  inbox: 0,
  bodies: 0,
  sessions: 0,
  names: 0,
  codes: 0,
  learners: 0,
  strangers: 0,
  tickets: 0,
  questions: 0,
  staff: 0,
  log: 0,
};

/** A store that gives up these, one sweep after the other. */
const swept = async (...sweeps: readonly Partial<Swept>[]) => {
  const asked: unknown[][] = [];
  const all = await forget(
    {
      sweep: async (now, by) => {
        asked.push([now, by]);
        return { ...none, ...sweeps[asked.length - 1] };
      },
    } as Parameters<typeof forget>[0], // nothing else of it is asked
    9,
  );
  return { all, times: asked.length, asked };
};

test("goes on while anything went that comes in portions, and adds up every kind", async () => {
  const kinds = Object.keys(none) as (keyof Swept)[]; // keys of the object above
  const every = Object.fromEntries(kinds.map((kind, i) => [kind, i + 1])) as Swept; // each kind is there
  const { all, times, asked } = await swept(every, every, {});
  expect(times).toBe(3);
  expect(all).toEqual(Object.fromEntries(kinds.map((kind, i) => [kind, 2 * (i + 1)])));
  expect(asked).toEqual(Array(3).fill([9, termsInMs]));
  for (const kind of kinds)
    expect([kind, (await swept({ [kind]: 1 })).times]).toEqual([
      kind,
      ["names", "codes", "staff"].includes(kind) ? 1 : 2,
    ]);
});

test("nothing to take away is one look", async () => expect(await swept({})).toMatchObject({ all: none, times: 1 }));
