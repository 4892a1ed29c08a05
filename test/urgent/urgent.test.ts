import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { examples, learnt } from "../../scripts/learn-urgent.ts";
import { pennedIn, readUrgent, sentencesIn, urgentSentences } from "../../src/content/urgent.ts";
import { heldForTesting } from "../../src/urgent/learn.ts";

const root = resolve(import.meta.dirname, "../..");
const urgent = readUrgent(root);
const { money = [], not = [], other: _other = [], ...kinds } = urgentSentences(root);
const life = Object.values(kinds).flat();
const kept = not.filter(heldForTesting);
const unseen = pennedIn(resolve(root, "test/urgent/unseen/third.tsv"));
const fourth = pennedIn(resolve(root, "test/urgent/unseen/fourth.tsv"));
const missed = (sentences: readonly string[], is: "life" | "money") => sentences.filter((s) => urgent(s)?.is !== is);

test("the weights are what learning gives", () => {
  expect(readFileSync(resolve(root, "content/urgent/weights.json"), "utf8") === learnt()).toBe(true);
}, 120_000);

test("there are 900 and 700 sentences to learn from, and 300 that only sound so", () => {
  expect(life.length).toBeGreaterThanOrEqual(900);
  expect(money.length).toBeGreaterThanOrEqual(700);
  expect(not.length).toBeGreaterThanOrEqual(300);
});

test("what was written by hand is heard, but for two in a hundred and four in a hundred of money", () => {
  expect(missed(life, "life").length / life.length).toBeLessThanOrEqual(0.02);
  expect(missed(money, "money").length / money.length).toBeLessThanOrEqual(0.04);
});

test("none of the unseen sentences is learnt from", () => {
  const learntFrom = new Set(Object.values(examples()).flat());
  expect([...unseen, ...fourth].filter(({ text }) => learntFrom.has(text))).toEqual([]);
});

// Written by five pens before the others' misses were looked at; never learnt from, never read for what is missed.
test.each([
  ["life", 89],
  ["money", 28],
] as const)("of what nobody has read, at least so many are heard as %s: %i", (is, least) => {
  const sentences = unseen.filter((row) => row.is === is).map((row) => row.text);
  expect(sentences.length - missed(sentences, is).length).toBeGreaterThanOrEqual(least);
});

test("of sentences made to sound so, one in nine is taken for a cry", () => {
  const sentences = unseen.filter((row) => row.is === "none");
  expect(sentences.length).toBeGreaterThan(90);
  expect(sentences.filter(({ text }) => urgent(text) !== null).length / sentences.length).toBeLessThanOrEqual(0.11);
});

// Written by five others who had read none of what is learnt from; its misses were looked at after it was measured.
test.each([
  ["life", 56],
  ["money", 38],
  ["none", 46],
] as const)("of the fourth set at least so many are taken for what they are, %s: %i", (is, least) => {
  const sentences = fourth.filter((row) => row.is === is);
  expect(sentences.filter(({ text }) => (urgent(text)?.is ?? "none") === is).length).toBeGreaterThanOrEqual(least);
});

test.each([
  "no-marks",
  "panic",
  "dialect",
  "second-language",
  "voice",
])("in the manner of %s no more is missed than elsewhere", (style) => {
  const cries = unseen.filter((row) => row.style === style && row.is !== "none");
  expect(cries.length).toBeGreaterThan(20);
  expect(cries.filter(({ text }) => urgent(text) !== null).length / cries.length).toBeGreaterThanOrEqual(0.85);
});

test("a sentence that only sounds so is left alone, nine times in ten", () => {
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.filter((s) => urgent(s) !== null).length / kept.length).toBeLessThanOrEqual(0.1);
});

/** Topics about having been cheated belong to the first hour themselves. */
const cheated = /^(?:bi-lua-lam-gi|lua-dao-|bao-lua-dao|gap-nguoi)/;
test("of other questions at most one in a hundred is taken for a cry", () => {
  // Some questions are cries themselves: they stand among those to be heard.
  const learntFrom = new Set(Object.values(examples()).flat());
  const folder = resolve(root, "content/questions");
  const questions = readdirSync(folder)
    .filter((file) => !cheated.test(file))
    .flatMap((file) => sentencesIn(resolve(folder, file)))
    .filter((question) => !learntFrom.has(question));
  expect(questions.length).toBeGreaterThan(2_000);
  const taken = questions.filter((question) => urgent(question) !== null);
  expect(taken.length / questions.length, taken.join("\n")).toBeLessThanOrEqual(0.01);
});

test("marks, case and signs change nothing", () => {
  for (const said of ["đau ngực khó thở", "DAU NGUC KHO THO!!!", "đau ngực, khó thở 😭", "dau  nguc\u200B kho tho"])
    expect(urgent(said), said).toMatchObject({ is: "life", kind: "illness" });
});

test("a cry in the middle of a long story is heard", () => {
  const story = "hôm nay trời nắng tôi đi chợ mua rau rồi về nhà nấu cơm cho cả nhà ăn xong nằm nghỉ một lát ".repeat(
    2,
  );
  expect(urgent(`${story} tự nhiên chồng tôi ngã vật ra bất tỉnh gọi không dậy ${story}`)?.is).toBe("life");
});
