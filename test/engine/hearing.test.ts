import { describe, expect, test } from "vitest";
import { type Command, commandNames } from "../../src/engine/commands.ts";
import { bagOf } from "../../src/engine/hearing/bag.ts";
import { stripped } from "../../src/engine/hearing/stripped.ts";
import { createHearing, type Spoken } from "../../src/engine/hearing.ts";
import { phrasesOf } from "../../src/kit/phrases.ts";
import { wordsOf } from "../../src/kit/vietnamese-words.ts";

const commands = Object.fromEntries(commandNames.map((c) => [c, [] as string[]])) as Record<Command, string[]>; // every command has its entry
/** A few words of each kind: what is heard is then plain to see. Made anew in every test, so that making it is tested too. */
const few = (more: Partial<Spoken> = {}): Spoken => ({
  before: ["dạ", "cháu ơi", "ừ"],
  after: ["ạ", "nhé", "em ơi", "nghe", "ơi"],
  calling: ["ơi"],
  yes: ["có", "đồng ý", "ừ", "cho lưu", "rồi"],
  done: ["rồi", "xong"],
  denying: ["đâu", "gì đâu"],
  no: ["không", "không đồng ý", "thôi", "chớ lưu"],
  skip: ["để sau", "chưa biết"],
  unsure: ["chưa biết"],
  change: ["nhầm rồi"],
  signs: { yes: ["👍"], no: ["👎"] },
  numbered: ["câu", "số"],
  places: { "cuối cùng": -1, đầu: 1 },
  filler: ["bác", "hỏi"],
  asking: ["sao", "thế nào"],
  name: {
    before: ["tôi là", "tên là", "dạ", "bà", "ông"],
    after: ["ạ", "nhé"],
    whole: ["Dạ Lan"],
    titles: ["anh", "chị"],
    not: ["không biết", "tên gì"],
  },
  lists: { work: { farmer: ["làm ruộng", "cấy lúa"], trader: ["bán hàng"], cook: ["bán cơm", "làm bếp"] } },
  age: { around: ["tuổi"], born: ["sinh năm"], less: ["chưa"] },
  units: ["thôn", "xóm"],
  commands: {
    ...commands,
    help: ["giúp", "cần giúp đỡ"],
    menu: ["menu"],
    resume: ["tiếp", "học tiếp"],
    stop: ["dừng"],
    listen: ["nghe", "đọc cho nghe"],
  },
  talk: { thanks: ["cảm ơn", "cảm ơn nhiều"], hello: ["chào"] },
  outside: { weather: ["thời tiết", "mưa"], farm: ["cây lúa", "máy cày"] },
  about: { fee: ["bao nhiêu tiền", "mất tiền"], time: ["bao lâu", "mất bao lâu"] },
  ...more,
});
const heard = (more: Partial<Spoken> = {}) => createHearing(few(more));
const keys = (text: string) =>
  heard()
    .said(text)
    .map((s) => s.key);

describe("what was said", () => {
  test("is taken whole first, then with less and less of what is polite around it", () => {
    expect(keys("dạ có ạ")).toEqual(["da co a", "da co", "co a", "co"]);
    expect(keys("có")).toEqual(["co"]);
    expect(keys("")).toEqual([]);
    expect(keys("👍")).toEqual([]);
    // What puts a number before an answer is polite too.
    expect(keys("câu hai").at(-1)).toBe("hai");
    expect(keys("dạ cháu ơi có nhé ạ").at(-1)).toBe("co");
  });
  test("whom somebody calls is not what they answer", () => {
    const list = phrasesOf(["em", "em ơi", "bà nhé", "nhé", "ơi bà nhé"]);
    const cut = stripped(wordsOf("em ơi bà nhé"), list, list, phrasesOf(["ơi"]));
    // Longest first; of those as long, without the one who is called, then the first.
    expect(cut.map((words) => words.map((w) => w.key).join(" "))).toEqual([
      "em oi ba nhe",
      "em oi ba",
      "oi ba nhe",
      "em oi",
      "oi ba",
      "ba nhe",
      "oi",
      "ba",
      "em",
    ]);
  });
  test("of more than 24 words is no answer with something polite around it", () => {
    expect(keys(`dạ ${"x ".repeat(23)}`)).toHaveLength(2);
    expect(keys(`dạ ${"x ".repeat(24)}`)).toHaveLength(1);
  });
});

describe("yes and no", () => {
  test.each([
    ["có", "yes"],
    ["dạ có ạ", "yes"],
    ["không đồng ý", "no"],
    ["đồng ý", "yes"],
    ["ừ, thôi", "no"],
    ["cho lưu", "yes"],
    ["chớ lưu", "no"],
    ["👍", "yes"],
    ["👎🏽", "no"],
    ["tôi 👍", null],
    ["cái kia", null],
    ["", null],
  ] as const)("%j is %s", (text, is) => expect(heard().polarity(text)).toBe(is));
  test("without marks the longest decides, and a no wins where both are as long", () => {
    expect(heard({ yes: ["co"], no: ["cờ"] }).polarity("co")).toBe("yes");
    expect(heard({ yes: ["cớ"], no: ["cờ"] }).polarity("co")).toBe("no");
    expect(heard({ yes: ["cớ gì"], no: ["cờ"], after: ["gì"] }).polarity("co gi")).toBe("yes");
  });
  test("a yes is taken back by what stands behind it", () => {
    expect(["có đâu", "dạ có gì đâu", "đồng ý đâu"].map(heard().isTakenBack)).toEqual([true, true, true]);
    expect(["có", "đâu", "đâu có", "xa đâu", "không đâu"].map(heard().isTakenBack)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  test("what only says that something is done, or is not known, agrees to nothing", () => {
    expect(["rồi ạ", "xong", "chưa biết", "có", "để sau"].map(heard().isUndecided)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
  test("a no before something refuses that, and alone nothing", () => {
    const refused = (text: string) => {
      const first = heard().said(text)[0];
      return (
        first &&
        heard()
          .refusal(first)
          ?.map((w) => w.key)
      );
    };
    expect([refused("không đồng ý"), refused("không học nữa"), refused("không"), refused("học")]).toEqual([
      undefined,
      ["hoc", "nua"],
      undefined,
      undefined,
    ]);
  });
});

test("passing over, taking back, asking", () => {
  const { isSkip, isChange, isQuestion } = heard();
  expect(["để sau ạ", "chưa biết", "sau"].map(isSkip)).toEqual([true, true, false]);
  expect(["nhầm rồi nhé", "rồi"].map(isChange)).toEqual([true, false]);
  expect(["được không?", "tôi làm thế nào", "sao vậy", "tôi làm"].map(isQuestion)).toEqual([true, true, true, false]);
});

describe("the place of an option", () => {
  const place = (text: string) =>
    heard()
      .said(text)
      .map(heard().place)
      .find((p) => p !== null) ?? null;
  test.each([
    ["cuối cùng", -1],
    ["cuoi cung", -1],
    ["đầu", 1],
    ["dấu", null],
    ["b", 2],
    ["E", 5],
    ["f", null],
    ["ê", null],
    ["à", null],
    ["hai", 2],
    ["ba", 3],
    ["bà", null],
    ["làm", null],
    ["hài", null],
    ["nam", 5],
    ["nằm", null],
    ["câu 2", 2],
    ["số bốn ạ", 4],
    ["con mèo", null],
    ["a b", null],
  ] as const)("%j is %s", (text, is) => expect(place(text)).toBe(is));

  const leading = (text: string) => {
    const first = heard().said(text)[0];
    const found = first && heard().leading(first);
    return found ? [found.n, found.rest.map((w) => w.key).join(" ")] : null;
  };
  test("a number that stands before words", () => {
    expect([leading("1. Để sau"), leading("hai con"), leading("1"), leading("bà Hoa"), leading("con hai")]).toEqual([
      [1, "de sau"],
      [2, "con"],
      null,
      null,
      null,
    ]);
  });
});

describe("commands", () => {
  const { command, commandWord, commandAtName } = heard();
  test.each([
    ["menu", "menu"],
    ["dạ menu ạ", "menu"],
    ["?", "help"],
    ["bác ơi ?", "help"],
    ["menu?", "menu"],
    ["sao lại thế ?", null],
    ["bác hỏi cần giúp đỡ", "help"],
    ["bác hỏi giúp", null],
    ["nghe", "listen"],
    ["nghe ạ", "listen"],
    ["tôi biết nghe", null],
    ["cháu ơi nghe", null],
    ["đọc cho nghe", "listen"],
    ["học bài", null],
    ["", null],
  ] as const)("%j is %s", (text, is) => expect(command(text)).toBe(is));
  test("nothing but its very words", () => {
    expect([commandWord("menu"), commandWord("dạ menu"), commandWord("học tiếp")]).toEqual(["menu", null, "resume"]);
  });
  test.each([
    ["menu", "menu"],
    ["dừng", "stop"],
    ["dung", null],
    ["Dung", null],
    ["tiếp", null],
    ["học tiếp", "resume"],
    ["?", "help"],
    ["bác hỏi cần giúp đỡ", "help"],
    ["dạ dừng ạ", "stop"],
    ["dạ dung ạ", null],
    ["Lan", null],
    ["", null],
  ] as const)("where a name was asked for, %j is %s", (text, is) => expect(commandAtName(text)).toBe(is));
});

describe("a name", () => {
  const { nameIn, isNoName } = heard();
  test.each([
    ["dạ tôi là Lan ạ", "Lan"],
    ["Lan", "Lan"],
    ["dạ tên là Nguyễn Thị Mẫu nhé ạ", "Nguyễn Thị Mẫu"],
    ["Dạ Lan", "Dạ Lan"],
    ["dạ Lan", "Lan"],
    ["anh Tuấn", "Tuấn"],
    ["Anh Tuấn", "Anh Tuấn"],
    ["anh tuấn", "anh tuấn"],
    ["bà Hoa", "Hoa"],
    ["Ba Hoa", "Ba Hoa"],
    ["Lan, ạ.", "Lan"],
    ["dạ", "dạ"],
    ["  tôi là   Lan  ", "Lan"],
    ["👍", ""],
  ])("in %j is %j", (text, name) => expect(nameIn(text)).toBe(name));
  test("is nobody's where it says so, with its very marks", () => {
    expect(["không biết", "khong biet", "Lan"].map(isNoName)).toEqual([true, false, false]);
  });
});

test("the one entry of a list that is told in a sentence; of two, none", () => {
  const { entryIn } = heard();
  expect(entryIn("work", "tôi làm ruộng mấy chục năm")).toBe("farmer");
  expect(entryIn("work", "bán hàng và làm ruộng")).toBeNull();
  expect(entryIn("work", "bán cơm, làm bếp")).toBe("cook");
  expect(entryIn("work", "tôi nghỉ hưu")).toBeNull();
  expect(entryIn("other", "làm ruộng")).toBeNull();
  expect(heard({ lists: { w: { a: ["làm"], b: ["làm ruộng"] } } }).entryIn("w", "tôi làm ruộng")).toBe("b");
});

describe("what it is about", () => {
  test("small talk, with nothing of another matter around it", () => {
    const { talk } = heard();
    expect(
      ["cảm ơn", "cháu ơi bác cảm ơn nhiều nhé", "chào bác", "cảm ơn, nộp ở đâu", "bác", "", "cảm ơn cảm ơn"].map(talk),
    ).toEqual(["thanks", "thanks", "hello", null, null, null, "thanks"]);
    expect(talk(`cảm ơn ${"bác ".repeat(14)}`)).toBe("thanks");
    expect(talk(`cảm ơn ${"bác ".repeat(15)}`)).toBeNull();
  });
  test("the longest phrase decides its kind", () => {
    const bag = bagOf(
      [
        ["a", ["học"]],
        ["b", ["học tiếp"]],
      ],
      ["nhé"],
    );
    expect([
      bag(wordsOf("học tiếp nhé")),
      bag(wordsOf("học nhé")),
      bag(wordsOf("nhé học")),
      bag(wordsOf("học bài")),
    ]).toEqual(["b", "a", "a", null]);
  });
  test("what this house does not answer, most words first; without marks one word says nothing", () => {
    const { outside } = heard();
    expect(outside("mai có mưa không, thời tiết sao")).toBe("weather");
    expect(outside("máy cày của tôi gặp mưa")).toBe("farm");
    expect(outside("mua the")).toBeNull();
    expect(outside("thoi tiet ngay mai")).toBe("weather");
    expect(outside("học bài")).toBeNull();
    expect(outside("")).toBeNull();
  });
  test("what is asked of a page: the longest, then the first, and what else was said", () => {
    const about = (text: string) => {
      const found = heard().about(text);
      return found && [found.kind, found.rest.map((w) => w.key).join(" ")];
    };
    expect(about("làm thẻ bao nhiêu tiền")).toEqual(["fee", "lam the"]);
    expect(about("làm thẻ mất bao lâu")).toEqual(["time", "lam the"]);
    expect(about("mất tiền bao lâu")).toEqual(["fee", "bao lau"]);
    expect(about("bao lâu mất tiền")).toEqual(["time", "mat tien"]);
    expect(about("làm thẻ")).toBeNull();
  });
});

test("words around an age, a birth, a village, and words that carry nothing", () => {
  const { around, isFiller } = heard();
  const has = (list: keyof typeof around, text: string) => around[list].has(wordsOf(text));
  expect([
    has("age", "tuổi"),
    has("born", "sinh năm"),
    has("less", "chưa"),
    has("units", "xóm"),
    has("age", "sinh năm"),
  ]).toEqual([true, true, true, true, false]);
  expect(["bác", "câu", "dạ", "ạ", "ruộng"].map((text) => wordsOf(text).every(isFiller))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});
