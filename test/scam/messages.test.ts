import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { inspect } from "../../src/scam/inspect.ts";

const Case = z.strictObject({
  is: z.enum(["genuine", "scam"]),
  level: z.enum(["dangerous", "suspicious", "no-sign"]),
  why: z.string(),
  text: z.string(),
});
type Case = z.infer<typeof Case>;
const cases = z
  .array(Case)
  .parse(parse(readFileSync(new URL("../fixtures/scam-messages.yaml", import.meta.url), "utf8")));

/** Every second message of each kind was looked at while the rules were written; the others only counted. */
const half = (which: 0 | 1): readonly Case[] =>
  (["genuine", "scam"] as const).flatMap((is) => cases.filter((c) => c.is === is).filter((_, i) => i % 2 === which));
const halves = { tuning: half(0), "held back": half(1), all: cases };

const share = (of: readonly Case[], is: Case["is"], levels: readonly Case["level"][]): number => {
  const kind = of.filter((c) => c.is === is);
  return kind.filter((c) => levels.includes(inspect(c.text).level)).length / kind.length;
};

test("at least 150 messages, half of them genuine", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(Math.abs(cases.filter((c) => c.is === "genuine").length - cases.length / 2)).toBeLessThanOrEqual(5);
  expect(new Set(cases.map((c) => c.text)).size).toBe(cases.length);
});

describe.each(Object.entries(halves))("%s", (name, of) => {
  test("no genuine message is called dangerous, few are suspicious", () => {
    const wrong = of.filter((c) => c.is === "genuine" && inspect(c.text).level === "dangerous");
    expect(wrong.map((c) => c.text)).toEqual([]);
    expect(share(of, "genuine", ["suspicious"])).toBeLessThanOrEqual(0.1);
  });

  test("scams are seen, and most are called what they are", () => {
    const seen = share(of, "scam", ["dangerous", "suspicious"]);
    const dangerous = share(of, "scam", ["dangerous"]);
    console.info(
      `scam check, ${name}: ${of.length} messages; scams seen ${percent(seen)}, dangerous ${percent(dangerous)}; genuine suspicious ${percent(share(of, "genuine", ["suspicious"]))}, dangerous ${percent(share(of, "genuine", ["dangerous"]))}`,
    );
    expect(seen).toBeGreaterThanOrEqual(0.95);
    expect(dangerous).toBeGreaterThanOrEqual(0.8);
  });
});

const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;
