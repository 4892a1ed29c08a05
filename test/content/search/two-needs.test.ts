import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../../src/content/library.ts";
import { halvesOf } from "../../../src/content/search/halves.ts";
import { fold } from "../../../src/kit/text.ts";

const loaded = loadLibrary(".");
if (!loaded.ok) throw new Error("the content does not load");
const { library } = loaded;
const topicOf = (id: string | undefined): string | undefined => library.taughtBy.get(id ?? "") ?? id;
const lines = readFileSync("test/content/search/questions.tsv", "utf8")
  .split("\n")
  .map((line) => line.split("\t")[0] ?? "");
/** Questions that are clear by themselves, with the topic that is opened for them. */
const clear = lines.flatMap((text) => {
  const { certain, both, found } = library.answer(text);
  const topic = topicOf(found[0]?.id);
  return certain && !both && topic !== undefined ? [{ text, topic }] : [];
});
const joins = [
  ". ",
  "? ",
  " và ",
  " với lại ",
  ". Ngoài ra ",
  ", còn ",
  " va con ",
  ". Tiện thể cho hỏi ",
  " sẵn tiện ",
];

describe("two matters in one message", () => {
  test("two clear questions in a row offer both, whatever joins them", () => {
    expect(clear.length).toBeGreaterThan(30);
    const missed = clear.flatMap((one, i) =>
      joins.flatMap((join, j) => {
        const other = clear[(i + 7 * j + 1) % clear.length];
        if (!other || other.topic === one.topic) return [];
        const { found, both, certain } = library.answer(`${one.text}${join}${other.text}`);
        const offered = found.slice(0, 2).map((f) => topicOf(f.id));
        return both && !certain && offered.includes(one.topic) && offered.includes(other.topic)
          ? []
          : [`${one.topic} + ${other.topic}: ${one.text}${join}${other.text} → ${offered.join(", ")}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  test("one clear question said twice, or with politeness around it, is one", () => {
    for (const { text, topic } of clear)
      for (const said of [`${text}. ${text}`, `Chào cháu. ${text}`, `${text}. Cảm ơn cháu nhiều nhé`]) {
        const { found, both } = library.answer(said);
        expect([both, topicOf(found[0]?.id)], said).toEqual([false, topic]);
      }
  });
});

describe("the ways to take a message as two", () => {
  const halves = halvesOf(["và", "với lại", "còn"]);
  test.each([
    ["quên mật khẩu. mất sim", [["quên mật khẩu.", "mất sim"]]],
    ["quên mật khẩu với lại mất sim", [["quên mật khẩu", "mất sim"]]],
    ["quen mat khau voi lai mat sim", [["quen mat khau", "mat sim"]]],
    ["quên mật khẩu, còn mất sim thì sao", [["quên mật khẩu,", "mất sim thì sao"]]],
    ["quên mật khẩu", []],
    ["cha và mẹ", []],
    ["", []],
  ])("%s", (text, found) => {
    expect(halves(text)).toEqual(found);
  });

  test("are few, and hold no more than was said", () => {
    const long = Array.from({ length: 50 }, (_, i) => `từ${i}, và`).join(" ");
    expect(halves(long)).toEqual([]);
    const many = "một hai và ba bốn. năm sáu, bảy tám và chín mười? mười một, còn mười hai. mười ba mười bốn";
    expect(halves(many).length).toBe(4);
    for (const [a, b] of halves(many))
      for (const word of `${a} ${b}`.split(" ")) expect(fold(many)).toContain(fold(word));
  });
});
