import { describe, expect, test } from "vitest";
import { agreed, begin, inFlow, library, type Talk } from "./world.ts";

const { talk, outside } = library.spoken;
const places: readonly (readonly [string, () => Talk])[] = [
  ["the menu", () => begin()],
  ["a guide", () => inFlow("guide:vneid-cai-dat", agreed)],
  ["consent", () => begin({ ...agreed, consent: "unasked", name: null, village: null, audience: null, age: null })],
];

/** Staff read the queue: what nobody asked must not be in it. */
describe.each(places)("at %s nothing goes to the queue", (_, stand) => {
  const queued = (text: string): boolean =>
    stand()
      .type(text)
      .events.some((e) => e.type === "question-missed");

  test.each(Object.entries(talk))("of small talk: %s", (_kind, said) => {
    expect(said.filter(queued)).toEqual([]);
  });

  test.each(Object.entries(outside))("of what this house does not answer: %s", (_kind, said) => {
    expect(said.filter((text) => text.includes(" ") && queued(text))).toEqual([]);
  });

  test("of signs, rubbish and polite words alone", () => {
    const noise = [
      "👍",
      "🙏🙏",
      "...",
      "?",
      "!!!",
      "ạ",
      "dạ",
      "vâng ạ",
      "ừ",
      "ok",
      "haha",
      "1111",
      "asdf",
      "x",
      " ",
      "cháu ơi",
    ];
    const kept = noise.filter((text) =>
      stand()
        .type(text)
        .events.some((e) => e.type === "question-missed" && e.text !== null),
    );
    expect(kept).toEqual([]);
  });
});
