import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { check } from "../../src/check/check.ts";
import type { QuizDraft } from "../../src/content/gift/quiz-draft.ts";
import { quizYaml } from "../../src/content/gift/quiz-yaml.ts";
import { giftLimits, readGift } from "../../src/content/gift/read-gift.ts";
import type { Language } from "../../src/kit/bilingual.ts";
import { sampleLibrary } from "./sample-library.ts";

const fixture = (name: string): string => readFileSync(`test/fixtures/gift/${name}.gift`, "utf8");
const read = (text: string, language: Language = "vi") => {
  const gift = readGift(text, language);
  if (!gift.ok) throw new Error(gift.why.en);
  return gift;
};
const vi = (text: string) => ({ vi: text, en: null });
const open = { vi: null, en: null };

describe("what a lesson can hold is taken", () => {
  const { taken, refused } = read(fixture("held"));
  const drafts = taken.map((t) => t.draft);

  test("all of it, with its line, category and title, and ids that differ", () => {
    expect(refused).toEqual([]);
    expect(taken.map((t) => [t.line, t.id])).toEqual([
      [5, "cuoc-goi-la"],
      [13, "cuoc-goi-la-2"],
      [15, "cau-3"],
      [17, "cau-4"],
      [19, "cau-5"],
      [21, "dau-la"],
      [25, "cau-7"],
    ]);
    expect(taken[0]?.from).toBe("$course$/An toàn trên mạng · Cuộc gọi lạ");
    expect(taken[5]?.from).toBe("$course$/An toàn trên mạng · Dấu :: lạ");
    expect(taken[6]?.from).toBe("$course$/Một trăm điểm");
  });

  test("feedback of each answer and of the whole; comments inside; points taken away are wrong", () => {
    expect(drafts[0]).toEqual({
      ask: vi("Có người lạ gọi tới, giục chuyển tiền ngay. Làm gì trước?"),
      options: [
        { text: vi("Chuyển luôn cho xong"), why: vi("Người giục gấp thường không thật. Chậm lại một chút.") },
        { text: vi("Tắt máy, hỏi người nhà"), right: true },
        { text: vi("Cho số thẻ để họ kiểm tra"), why: vi("Số thẻ là của riêng mình.") },
      ],
      why: vi("Hỏi người quen thì thấy rõ ngay."),
      remember: vi("Giục gấp thì càng chậm."),
    });
  });

  test("true and false are two options in both languages; what is not said stands open", () => {
    expect(drafts[1]?.options).toEqual([
      { text: { vi: "Câu này đúng", en: "This is true" }, right: true },
      { text: { vi: "Câu này không đúng", en: "This is not true" }, why: vi("Trang khác đuôi ấy thì hỏi lại.") },
    ]);
    expect(drafts[1]?.why).toEqual(vi("Đuôi ấy chỉ cơ quan nhà nước có."));
    expect(drafts[2]).toMatchObject({ options: [{ why: open }, { right: true }], why: open });
  });

  test("HTML and markdown become words and bold words; a gap is a line; escaped signs are the signs", () => {
    expect(drafts[3]?.ask).toEqual(vi("Nút **Gửi** nằm ở đâu ?"));
    expect(drafts[3]?.why).toEqual(vi("Ở đó, **màu xanh**."));
    expect(drafts[3]?.options[1]?.why).toEqual(vi("**Không** ở đó."));
    expect(drafts[4]?.ask).toEqual(vi("Bấm _____ để mở máy."));
    expect(drafts[5]).toEqual({
      ask: vi("Viết 1 = 1 {đúng}, 2 ~ 3, #hay, C:\\Anh, hai dòng?"),
      options: [
        { text: vi("=có"), right: true },
        { text: vi("~không"), why: vi("}thôi") },
      ],
      why: vi("#vâng"),
    });
    expect(drafts[6]?.options.map((o) => o.text.vi)).toEqual(["Từ 8:00", "Từ 6:00"]);
    expect(drafts[6]?.options[0]?.right).toBe(true);
  });

  test("the same whatever an editor left in the file, and in English", () => {
    const text = fixture("held");
    for (const other of [
      text.replaceAll("\n", "\r\n"),
      `\uFEFF${text}`,
      text.normalize("NFD"),
      text.replaceAll("\n", "\r"),
    ])
      expect(read(other)).toEqual(read(text));
    expect(read("Is it on?{=Yes#So it is. ~No#Look again.}", "en").taken[0]?.draft.ask).toEqual({
      vi: null,
      en: "Is it on?",
    });
  });
});

test("what it cannot hold is told with its line and reason", () => {
  const { taken, refused } = read(fixture("refused"));
  expect(taken.map((t) => t.line)).toEqual([]);
  expect(refused.map((r) => `${r.line} ${r.why.vi}`)).toMatchInlineSnapshot(`
    [
      "1 đoạn chữ không có câu hỏi",
      "3 câu ghép đôi; ở đây chỉ có câu chọn một đáp án",
      "5 câu gõ chữ trả lời; ở đây chỉ có câu chọn một đáp án",
      "7 câu gõ số trả lời; ở đây chỉ có câu chọn một đáp án",
      "9 câu gõ số trả lời; ở đây chỉ có câu chọn một đáp án",
      "11 câu gõ số trả lời; ở đây chỉ có câu chọn một đáp án",
      "13 câu gõ số trả lời; ở đây chỉ có câu chọn một đáp án",
      "18 câu tự viết; ở đây chỉ có câu chọn một đáp án",
      "20 câu tự viết; ở đây chỉ có câu chọn một đáp án",
      "22 có đáp án được một phần điểm; ở đây chỉ có đúng hoặc không",
      "24 có nhiều đáp án đúng; ở đây chỉ một",
      "26 không có đáp án đúng",
      "28 có 5 lựa chọn; ở đây từ 2 đến 4",
      "30 có thẻ HTML <img>; câu hỏi ở đây chỉ có chữ và chữ đậm",
      "32 có hình hoặc liên kết; câu hỏi ở đây chỉ có chữ và chữ đậm",
      "34 hai lựa chọn giống nhau",
      "37 câu chưa đóng: thiếu dấu }, hoặc có dòng trống ở giữa câu",
      "39 không hiểu từ dấu “=”; nếu nó là chữ của câu hỏi thì viết “\\=”",
      "41 câu hỏi hoặc lựa chọn không có chữ",
    ]
  `);
  for (const { why } of refused) expect(why.en).not.toBe("");
});

describe("a hostile file ends with a sentence", () => {
  const many = (piece: string, times: number): string => piece.repeat(times);
  test.each([
    ["too long", many("a", giftLimits.characters + 1), "1.000.000"],
    ["too many items", many("a{T}\n\n", giftLimits.items + 1), "1.000"],
    ["of another encoding", "a\0b{T}", "UTF-8"],
  ])("%s: none of it is read", (_, text, says) => {
    expect(readGift(text, "vi")).toMatchObject({ ok: false, why: { vi: expect.stringContaining(says) } });
  });

  test.each([
    ["braces in braces", many("{", 7_900)],
    ["one item without an end", `a{${many("=x#y ~", 166_000)}`],
    ["blanks without end", `a{${many(" ", 7_900)}=`],
    ["signs of every kind", many("={~#:\\%", 1_100)],
    ["escapes without end", `a{=${many("\\", 7_000)}`],
    ["feedback in feedback", `a{=b${many("#", 7_000)}`],
    ["titles without end", many("::", 3_900)],
    ["a weight without end", `a{=%${many("9", 7_000)}`],
  ])("%s: told once, and what stands behind it is read", (_, text) => {
    const { taken, refused } = read(`${text}\n\nMáy đang bật? {T}`);
    expect(refused).toHaveLength(1);
    expect(taken).toHaveLength(1);
  });

  test("whatever is written comes back taken or refused, with a line of the file", () => {
    const sign = fc.constantFrom(..."={}~#:\\%\n ->[]<&;/$aT1.", "html", "$CATEGORY:", "\n\n", "\r", "é", "\uE000");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join("");
        const gift = readGift(text, "vi");
        if (!gift.ok) return;
        for (const { line } of [...gift.taken, ...gift.refused]) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/u).length);
        }
      }),
    );
  });
});

describe("random quizzes written as GIFT come back the same", () => {
  const escaped = (text: string): string => text.replace(/[\\:#={}~]/g, "\\$&");
  // HTML and markdown have their own case above.
  const words = fc
    .array(fc.constantFrom(..."aăđêPhở19.,?!“”=#{}~:\\%|()-", "->", "//", " ", "::", "####"), {
      minLength: 1,
      maxLength: 20,
    })
    .map((signs) => signs.join("").replace(/\s+/g, " ").trim())
    .filter((text) => text !== "" && !/^[%[]|^\/\//.test(text));
  const quiz = fc
    .record({
      title: fc.option(words, { nil: null }),
      ask: words,
      labels: fc.uniqueArray(words, { minLength: 2, maxLength: 4 }),
      right: fc.nat(),
      says: fc.array(fc.option(words, { nil: null }), { minLength: 4, maxLength: 4 }),
      whole: fc.option(words, { nil: null }),
      lines: fc.constantFrom("", "\n", "\r\n"),
    })
    .map((q) => ({ ...q, right: q.right % q.labels.length }));
  type Quiz = typeof quiz extends fc.Arbitrary<infer Q> ? Q : never;

  const written = ({ title, ask, labels, right, says, whole, lines }: Quiz): string =>
    [
      `${title === null ? "" : `::${escaped(title)}::`}${escaped(ask)} {`,
      ...labels.map(
        (label, i) => `${i === right ? "=" : "~"}${escaped(label)}${says[i] ? `#${escaped(says[i])}` : ""}`,
      ),
      `${whole === null ? "" : `####${escaped(whole)}`}}`,
    ].join(lines || " ");
  const expected = ({ ask, labels, right, says, whole }: Quiz): QuizDraft => {
    const why = says[right] ?? whole;
    return {
      ask: vi(ask),
      options: labels.map((label, i) => ({
        text: vi(label),
        ...(i === right ? { right: true as const } : { why: { vi: says[i] ?? null, en: null } }),
      })),
      why: { vi: why, en: null },
      ...(says[right] && whole !== null && { remember: vi(whole) }),
    };
  };

  test("each, and in the YAML it is written as", () => {
    fc.assert(
      fc.property(fc.array(quiz, { minLength: 1, maxLength: 4 }), (quizzes) => {
        const { taken, refused } = read(quizzes.map(written).join("\n \n"));
        expect(refused).toEqual([]);
        expect(taken.map((t) => t.draft)).toEqual(quizzes.map(expected));
        expect(new Set(taken.map((t) => t.id)).size).toBe(quizzes.length);
        const items = parse(quizYaml("x.gift", taken)).quiz.items;
        expect(items).toEqual(taken.map(({ id, draft }) => ({ id, ...draft, sources: [] })));
      }),
      { numRuns: 200 },
    );
  });
});

describe("an imported quiz in a lesson", () => {
  const lesson = "content/lessons/bai-mau.yaml";
  const sound = parse(readFileSync(`test/fixtures/base/${lesson}`, "utf8"));
  const yaml = quizYaml("held.gift", read(fixture("held")).taken.slice(0, 4));
  const before = sampleLibrary();
  const wrong = (loaded: ReturnType<typeof sampleLibrary>) =>
    (loaded.ok ? check(loaded.library, { today: "2026-11-23" }) : loaded.problems)
      .filter((p) => p.file === lesson && p.warning !== true)
      .map((p) => p.says.vi);

  test("is refused by name until it is translated and written, then passes", () => {
    expect(before.ok).toBe(true);
    const untranslated = wrong(
      sampleLibrary([{ file: lesson, whole: `${stringify({ ...sound, quiz: undefined })}${yaml}` }]),
    );
    expect(untranslated.length).toBeGreaterThan(10);
    for (const says of untranslated) expect(says).toContain("còn trống");
    let n = 0;
    const whole = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(whole);
      if (typeof value !== "object" || value === null) return value;
      if (!("vi" in value && "en" in value))
        return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, whole(v)]));
      n += 1;
      return { vi: value.vi ?? `Câu viết thêm ${n}.`, en: value.en ?? `Line ${n}.` };
    };
    const { pass, items } = parse(yaml).quiz;
    // And sources: the lesson that takes it in names them.
    const quiz = { pass, items: items.map((item: object) => ({ ...(whole(item) as object), sources: ["nguon"] })) };
    const said = wrong(sampleLibrary([{ file: lesson, whole: stringify({ ...sound, quiz }) }]));
    expect(said).toEqual(wrong(before));
  });
});
