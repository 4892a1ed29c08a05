import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { check } from "../../src/check/check.ts";
import { profiles } from "../../src/check/profiles.ts";
import { rules } from "../../src/check/rules.ts";
import { limits } from "../../src/engine/limits.ts";
import { sampleLibrary } from "../content/sample-library.ts";

const today = "2026-11-23";

/** A broken fixture: what is changed in the sample library, and the problem that must come of it. */
const Fixture = z.strictObject({
  rule: z.string(),
  /** `file:line` where the author is sent. */
  at: z.string().regex(/^\S+:\d+$/),
  says: z.string(),
  warning: z.literal(true).optional(),
  today: z.string().default(today),
  change: z.array(
    z.strictObject({
      file: z.string(),
      whole: z.string().optional(),
      edits: z.array(z.strictObject({ find: z.string(), put: z.string() })).optional(),
    }),
  ),
});

const dir = "test/fixtures/broken";
const fixtures = readdirSync(dir)
  .filter((f) => f.endsWith(".yaml"))
  .sort()
  .map((file) => ({ file, ...Fixture.parse(parse(readFileSync(`${dir}/${file}`, "utf8"))) }));

// What is published is gone through by `npm run check content`: most of a minute that is not spent twice.
describe("every rule refuses its broken fixture", () => {
  test.each(fixtures)("$file", ({ rule, at, says, change, warning, today: day }) => {
    const loaded = sampleLibrary(change);
    const problems = loaded.ok
      ? check(loaded.library, { today: day, rules: rules.filter((r) => r.id === rule) })
      : loaded.problems;
    const told = problems.map((p) => `${p.file}:${p.line} ${p.rule} ${p.says.en}`);
    const found = problems.filter((p) => p.rule === rule && `${p.file}:${p.line}` === at && p.says.en.includes(says));
    expect(found.length, told.join("\n") || "nothing was found").toBeGreaterThan(0);
    expect(found[0]?.warning).toBe(warning);
  });

  test("no rule is without one", () => {
    const missing = [...rules.map((r) => r.id), "schema", "yaml"].filter((id) => !fixtures.some((f) => f.rule === id));
    expect(missing).toEqual([]);
  });

  test("rules have different names", () => {
    expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length);
  });
});

test("the sample library itself is clean, so a fixture shows its own fault only", () => {
  const loaded = sampleLibrary();
  expect(loaded.ok && check(loaded.library, { today })).toEqual([]);
});

test("a text the checker lets pass is one message on every channel, with its five numbered choices under it", () => {
  const numbers = limits.choicesShown * (limits.labelCharacters + "5. \n".length);
  for (const can of profiles) expect(limits.textCharacters + numbers, can.name).toBeLessThanOrEqual(can.textCharacters);
});
