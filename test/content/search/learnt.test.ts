import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { classify, decisive } from "../../../src/content/search/classifier.ts";
import { packed, unpacked } from "../../../src/content/search/classifier-file.ts";
import { type Judge, type Lines, learnTopics, learnt } from "../../../src/content/search/learnt.ts";
import { noLexicon } from "../../../src/content/search/lexicon.ts";
import { createReader } from "../../../src/content/search/reader.ts";
import { traits } from "../../../src/content/search/traits.ts";

const folder = mkdtempSync(join(tmpdir(), "learnt-"));
afterAll(() => rmSync(folder, { recursive: true }));

const asked: Readonly<Record<string, readonly string[]>> = {
  "mat-khau": ["quên mật khẩu", "quen mat khau roi", "đổi mật khẩu kiểu gì", "mật khẩu sai hoài", "lay lai mat khau"],
  "tam-tru": ["đăng ký tạm trú", "tam tru o dau", "gia hạn tạm trú", "thuê trọ phải khai tạm trú", "tạm trú cho con"],
  "thoi-tiet": ["mai mưa không", "troi nang qua", "bão tới đâu rồi", "mưa to quá", "mai co nang khong"],
};
const lines: Lines = Object.entries(asked).flatMap(([topic, texts]) =>
  texts.map((text) => ({ text, topic, weight: 1 })),
);
const { parts } = createReader(noLexicon);
const traitsOf = (text: string) => {
  const { words, concepts } = parts(text);
  return traits(words, concepts);
};

/** Whoever judges here says of everything that it is right. */
const judge: Judge = () => () => ({ ahead: 3, words: 2, opens: true, right: true });
const learnAll = () => {
  const made = learnt(join(folder, "all.bin"), lines, noLexicon, judge);
  if (!made) throw new Error("there are lines to learn from");
  return made;
};

describe("what is learnt from sample questions", () => {
  const classifier = learnTopics(lines, noLexicon);
  const bestOf = (text: string): string | undefined => {
    const scores = classify(classifier, traitsOf(text));
    return classifier.topics[scores.indexOf(Math.max(...scores))];
  };

  test.each([
    ["tôi quên mất cái mật khẩu", "mat-khau"],
    ["QUEN MATKHAU", "mat-khau"],
    ["khai tam tru cho nguoi thue", "tam-tru"],
    ["chiều nay có mưa không", "thoi-tiet"],
  ])("finds the topic of words nobody wrote so: %s", (text, topic) => {
    expect(bestOf(text)).toBe(topic);
  });

  test("is the same to the last byte each time, and in whatever order the files come", () => {
    const { calibration } = learnAll();
    const file = (again: typeof classifier): Buffer => packed("a", { classifier: again, calibration });
    expect(file(learnTopics(lines, noLexicon)).equals(file(classifier))).toBe(true);
    expect(learnTopics(lines.toReversed(), noLexicon).topics).toEqual(classifier.topics);
  });

  test("says which words decided", () => {
    expect(decisive(classifier, traitsOf("cháu ơi bà quên mật khẩu"), "mat-khau").join(" ")).toContain("mat khau");
    expect(decisive(classifier, traitsOf("xyz"), "mat-khau")).toEqual([]);
  });

  test("a text of strangers' words stays near nought", () => {
    const sure = Math.max(...classify(classifier, traitsOf("quên mật khẩu")));
    expect(Math.max(...classify(classifier, traitsOf("qwrtp zzxcv bnmlk")))).toBeLessThan(sure / 4);
  });
});

describe("the file it is kept in", () => {
  const file = join(folder, "search.bin");

  test("is read again where the lines are the same, and written anew where one changed", () => {
    const first = learnt(file, lines, noLexicon, judge);
    const bytes = readFileSync(file);
    expect(learnt(file, lines, noLexicon, judge)).toEqual(first);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    learnt(file, [...lines, { text: "mật khẩu ở đâu", topic: "mat-khau", weight: 1 }], noLexicon, judge);
    expect(readFileSync(file).equals(bytes)).toBe(false);
  });

  test("broken, cut off or of another name it is nothing", () => {
    const whole = packed("a", learnAll());
    expect(unpacked(whole, "a")).not.toBeNull();
    expect(unpacked(whole, "b")).toBeNull();
    for (const part of [whole.subarray(0, -1), Buffer.alloc(0), Buffer.from("\n"), Buffer.from("{}\n")])
      expect(unpacked(part, "a")).toBeNull();
    truncateSync(file, 100);
    expect(learnt(file, lines, noLexicon, judge)).not.toBeNull();
  });

  test("a folder that cannot be written is no reason to stand still; nothing to learn from is nothing", () => {
    expect(learnt(join(file, "none/search.bin"), lines, noLexicon, judge)?.classifier.topics).toHaveLength(3);
    expect(learnt(file, [], noLexicon, judge)).toBeNull();
  });
});
