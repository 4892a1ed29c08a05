import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/kit/text.ts";
import { questionKey } from "../../src/turns/question-key.ts";
import { realLibrary } from "../universe.ts";

const { hearing } = realLibrary();
const key = (text: string): string => questionKey(text, hearing);
const asked = "giấy phép chở gỗ keo ra xưởng";

describe("one question in the queue", () => {
  test.each([
    "giay phep cho go keo ra xuong",
    "Giấy phép chở gỗ keo ra xưởng?",
    "cháu ơi giấy phép chở gỗ keo ra xưởng ạ",
    "dạ cho hỏi giấy phép chở gỗ keo ra xưởng nhé",
    "ra xưởng giấy phép chở gỗ keo",
    "giấy phép chở gỗ keo keo ra xưởng!!!",
    "GIẤY PHÉP CHỞ GỖ KEO RA XƯỞNG",
  ])("is the same: %s", (text) => {
    expect(key(text)).toBe(key(asked));
  });

  test.each([
    "giấy phép chở gỗ keo",
    "giấy phép chở gỗ lim ra xưởng",
    "giấy phép chở gỗ keo ra chợ",
    "gỗ keo",
    "",
  ])("is another: %s", (text) => {
    expect(key(text)).not.toBe(key(asked));
  });

  test("no order of what is asked, no mark and no repetition changes it; a word more does", () => {
    const words = ["mua", "bò", "sữa", "thóc", "vốn", "huyện", "trồng", "keo"];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 3 }), fc.nat(), (some, seed) => {
        const text = some.join(" ");
        const turned = [...some.slice(seed % some.length), ...some.slice(0, seed % some.length), some[0]].join(" ");
        expect(key(turned)).toBe(key(text));
        expect(key(fold(text))).toBe(key(text));
        expect(key(`${text} khoai`)).not.toBe(key(text));
      }),
    );
  });
});
