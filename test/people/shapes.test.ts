import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { couldBeCard, couldBeCitizen, couldBePhone, domesticCard } from "../../src/people/private/shapes.ts";

const figures = (n: number) => fc.integer({ min: 0, max: 10 ** n - 1 }).map((x) => String(x).padStart(n, "0"));

describe("a citizen's number", () => {
  const of = (province: number, sexAndCentury: number, rest: string): string =>
    `${String(province).padStart(3, "0")}${sexAndCentury}${rest}`;
  test("has twelve digits: a province from 001 to 096, then 0 to 3", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 9 }),
        figures(8),
        (province, sex, rest) => {
          expect(couldBeCitizen(of(province, sex, rest))).toBe(province >= 1 && province <= 96 && sex <= 3);
        },
      ),
      {
        examples: [
          [0, 0, "12345678"],
          [1, 3, "00000000"],
          [96, 0, "12345678"],
          [97, 0, "12345678"],
          [80, 4, "12345678"],
        ],
      },
    );
  });
  test("has no digit more or less, and nothing around it", () => {
    const right = of(62, 0, "44671407");
    expect(couldBeCitizen(right)).toBe(true);
    for (const wrong of [right.slice(1), right.slice(0, -1), `${right}0`, `0${right}`, `x${right}`, `${right}x`])
      expect(couldBeCitizen(wrong), wrong).toBe(false);
  });
});

/** The digit that makes a number one of a card: the check of every payment card, by the book. */
const checked = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, d, i) => {
    const n = Number(d) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

describe("a card's number", () => {
  test("of 14, 15, 16 or 19 digits is one exactly where its last digit checks", () => {
    fc.assert(
      fc.property(fc.constantFrom(13, 14, 15, 18), fc.integer({ min: 1, max: 9 }), figures(18), (n, first, digits) => {
        const right = checked(`${first}${digits}`.slice(0, n));
        const last = Number(right.at(-1));
        expect(couldBeCard(right)).toBe(true);
        expect(couldBeCard(`${right.slice(0, -1)}${(last + 1) % 10}`)).toBe(false);
      }),
    );
  });
  test("known ones of each length are found", () => {
    for (const card of ["4111111111111111", "378282246310005", "30569309025904"]) expect(couldBeCard(card)).toBe(true);
  });
  test("has no other length, and is not all noughts", () => {
    for (const n of [12, 16, 17, 19]) expect(couldBeCard(checked("4".repeat(n))), `${n + 1}`).toBe(false);
    expect(couldBeCard("0000000000000000")).toBe(false);
    expect(couldBeCard(`x${checked("411111111111111")}`)).toBe(false);
    expect(couldBeCard(`${checked("411111111111111")}x`)).toBe(false);
  });
  test("of a bank here begins with 9704 and has 16 or 19 digits, whatever its last", () => {
    for (const n of [12, 15]) {
      expect(domesticCard(`9704${"1".repeat(n)}`)).toBe(true);
      expect(domesticCard(`9705${"1".repeat(n)}`)).toBe(false);
      expect(domesticCard(`9704${"1".repeat(n + 1)}`)).toBe(false);
      expect(domesticCard(`9704${"1".repeat(n - 1)}`)).toBe(false);
      expect(domesticCard(`19704${"1".repeat(n)}`)).toBe(false);
    }
  });
});

describe("a telephone's number", () => {
  test.each([
    "0912345678",
    "84912345678",
    "0084912345678",
    "0331234567",
    "0561234567",
    "0761234567",
    "0861234567",
    "01212345678",
    "01612345678",
    "01812345678",
    "01912345678",
    "02083861234",
    "0208386123",
  ])("%s is one", (digits) => {
    expect(couldBePhone(digits)).toBe(true);
  });
  test.each([
    "912345678",
    "091234567",
    "09123456789",
    "0412345678",
    "0612345678",
    "01312345678",
    "0121234567",
    "020838612",
    "020838612345",
    "85912345678",
    "x0912345678",
    "0912345678x",
  ])("%s is none", (digits) => {
    expect(couldBePhone(digits)).toBe(false);
  });
});
