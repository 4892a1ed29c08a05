import { describe, expect, test } from "vitest";
import { explains, loadJargon, type Term, usesOf } from "../../../src/content/reading/jargon.ts";
import { sentencesOf, wordsIn } from "../../../src/content/reading/measure.ts";
import { readingLimits, readingOf } from "../../../src/content/reading/report.ts";
import { realLibrary } from "../../universe.ts";

describe("sentences, as one reads them aloud", () => {
  test.each([
    ["Bấm **Gửi**. Chờ tin nhắn.", ["Bấm **Gửi**.", "Chờ tin nhắn."]],
    ["Mở dichvucong.gov.vn, trả 30.000 đồng.", ["Mở dichvucong.gov.vn, trả 30.000 đồng."]],
    ["Mang theo: thẻ, máy.", ["Mang theo: thẻ, máy."]],
    ["Số 1: Thẻ. Số 2: máy", ["Số 1:", "Thẻ.", "Số 2: máy"]],
    ["Họ nói: “Bấm ngay!” Đừng bấm.", ["Họ nói:", "“Bấm ngay!”", "Đừng bấm."]],
    ["Một\nHai", ["Một", "Hai"]],
    ["…", []],
  ])("%s", (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));

  test("words are spoken syllables; names put in at run time count as they are said", () => {
    expect(wordsIn("Bác gõ lại đủ 12 số nhé.")).toBe(7);
    expect(wordsIn("Từ 1/1/2026 – 30.000 đồng")).toBe(4);
    expect(sentencesOf("Nhờ {{team}} giúp.").map(wordsIn)).toEqual([8]);
  });
});

describe("hard words", () => {
  const term = (t: string, more: Partial<Term> = {}): Term => ({
    term: t,
    plain: { vi: "mã nhắn về máy", en: "code sent to the phone" },
    also: [],
    except: [],
    ...more,
  });
  test("are found as whole words; large letters only where the word has them", () => {
    expect(usesOf(term("OTP"), "mã OTP, OTP; otpx TOTP otp")).toBe(2);
    expect(usesOf(term("AI"), "Ai gọi? AI viết.")).toBe(1);
    expect(usesOf(term("link"), "Link, đường link, linker")).toBe(2);
    expect(usesOf(term("app", { except: ["App Store"] }), "App Store có app")).toBe(1);
  });
  test("are explained by their plain words or others listed, bold or not", () => {
    expect(explains(term("OTP"), "Mã **nhắn** về máy (OTP)")).toBe(true);
    expect(explains(term("OTP", { also: ["nhắn về máy"] }), "số nhắn về máy")).toBe(true);
    expect(explains(term("OTP"), "mã OTP")).toBe(false);
  });

  const flow = (id: string, texts: Record<string, string>) => [`${id}@1`, { vi: texts, en: {} }] as const;
  const read = (terms: readonly Term[], ...flows: ReturnType<typeof flow>[]) =>
    readingOf({ texts: new Map(flows), definitions: new Map() }, terms).flatMap((r) =>
      r.over.map((o) => `${r.of}: ${o.en}`),
    );
  test("must be explained where they are used, or where they are taught", () => {
    expect(read([term("OTP")], flow("a", { x: "Gõ OTP." }), flow("b", { x: "Mã nhắn về máy." }))).toEqual([
      "a: “OTP” is never said in plain words: mã nhắn về máy",
    ]);
    const taught = term("OTP", { taught_in: "b" });
    expect(read([taught], flow("a", { x: "Gõ OTP." }), flow("b", { x: "OTP là mã nhắn về máy." }))).toEqual([]);
    expect(read([taught], flow("a", { x: "Gõ OTP." }), flow("b", { x: "OTP" }))).toHaveLength(2);
  });
  test("a sentence over the line is told with its words", () => {
    const long = `${Array.from({ length: readingLimits.longest + 1 }, () => "chữ").join(" ")}.`;
    expect(read([], flow("a", { x: long }))[0]).toContain(`x: ${readingLimits.longest + 1} words in one sentence`);
  });
});

test("nothing people read is over the line, and what a word is taught in exists", () => {
  const library = realLibrary();
  const terms = loadJargon(".");
  const all = readingOf(library, terms);
  expect(all.flatMap((r) => r.over.map((o) => `${r.of}: ${o.en}`))).toEqual([]);
  const known = new Set(all.map((r) => r.of));
  expect(terms.filter((t) => t.taught_in !== undefined && !known.has(t.taught_in))).toEqual([]);
});
