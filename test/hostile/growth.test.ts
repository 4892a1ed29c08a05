import { afterAll, describe, expect, test } from "vitest";
import type { World } from "../../src/engine/env.ts";
import { bounded, fold } from "../../src/kit/text.ts";
import { cleaned } from "../../src/people/clean.ts";
import { codeIn } from "../../src/people/codes.ts";
import { sensitive } from "../../src/people/sensitive.ts";
import { messageOf } from "../../src/scam/message.ts";
import { pasted } from "../../src/scam/pasted.ts";
import { signIds, signs } from "../../src/scam/signs.ts";
import { library } from "../engine/world.ts";
import { hearing } from "../spoken.ts";
import { long, repeated } from "./hostile-texts.ts";
import { type Work, workMeter } from "./work.ts";

const meter = workMeter();
afterAll(() => meter.close());

const inspected = (text: string): void => {
  const message = messageOf(text);
  for (const id of signIds) signs[id](message);
};
/** What the engine is handed to read a text with: a new one does not compile until it is read here too. */
type Reader = Exclude<
  keyof World,
  | "now"
  | "id"
  | "random"
  | "flow"
  | "search"
  | "hearing"
  | "catalogue"
  | "tracks"
  | "languages"
  | "words"
  | "sentences"
  | "capabilities"
>;
const page = [...library.definitions.keys()].find((id) => id.startsWith("guide:")) ?? "";
const handed: Readonly<Record<Reader, (text: string) => unknown>> = {
  inspect: inspected,
  pasted,
  // It reads twenty words at most, so that here only a long word can cost more.
  within: (text) => library.within(page, text, ""),
  urgent: library.urgent,
  cleaned,
};
const readers = {
  ...handed,
  sensitive,
  codeIn,
  fold,
  command: hearing.command,
  talk: hearing.talk,
  polarity: hearing.polarity,
  bounded,
};

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Twice the text is twice the work, and a little that does not depend on it. */
const grows = (read: (text: string) => unknown, unit: string): void => {
  const [half, all] = [long(unit, 1_000), long(unit, 2_000)];
  const usual = (text: string, times: number): Work => {
    const tries = Array.from({ length: times }, () => meter.of(() => read(text)));
    return {
      blocks: middle(tries.map((w) => w.blocks)),
      characters: middle(tries.map((w) => w.characters)),
    };
  };
  const bounded = (one: Work, two: Work): boolean =>
    two.blocks < 2.4 * one.blocks + 2_000 && two.characters < 2.4 * one.characters + 40_000;
  // What is made once and kept is made here.
  read(half);
  if (bounded(usual(half, 1), usual(all, 1))) return;
  // The middle one of five: V8 forgets some of what it counted now and then.
  const [one, two] = [usual(half, 5), usual(all, 5)];
  expect(bounded(one, two), JSON.stringify({ one, two })).toBe(true);
};

describe.each(Object.entries(readers))("%s costs the length of its text", (_, read) => {
  test.each(repeated)("%s", (_name, unit) => grows(read, unit));
});

describe("the search costs no more for a longer text than for the longest it reads", () => {
  test.each(repeated)("%s", (_name, unit) => {
    library.answer(long(unit, 2_400));
    const work = meter.of(() => library.answer(long(unit, 60_000)));
    // It reads 160 words, for stories tell their question at the end.
    expect(work.blocks).toBeLessThan(400_000);
    expect(work.characters).toBeLessThan(1_500_000);
  });
});

test("the meter sees the square it is there for", () => {
  const square = (text: string): void => {
    for (let i = 0; i < text.length; i++) text.slice(0, i);
  };
  expect(() => grows(square, "a")).toThrow();
  const pattern = (text: string): void => {
    for (let i = 0; i < text.length; i++) /b/.test(text);
  };
  expect(() => grows(pattern, "a")).toThrow();
  expect(() => grows((text) => text.replace(/a/g, "b"), "a")).not.toThrow();
});
