import { describe, expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { codePart } from "../../src/people/private/code-part.ts";
import { type Group, gapsOf, groupsOf, isListed } from "../../src/people/private/groups.ts";
import type { Around, Labelled } from "../../src/people/private/labels.ts";
import { laidBare } from "../../src/people/private/laid-bare.ts";
import { isOtp } from "../../src/people/private/otp.ts";
import { tokensOf } from "../../src/people/private/tokens.ts";
import { terms } from "../../src/people/terms.ts";

/** The runs of digits of a text, and what stands around them; `labels` are said here instead of read. */
const read = (text: string, ...labels: readonly (readonly [Labelled["label"], number])[]) => {
  const bare = laidBare(text);
  const tokens = tokensOf(bare);
  const groups = groupsOf(bare.plain, tokens, (word) => word === "cccd");
  const around: Around = {
    plain: bare.plain,
    tokens,
    labels: labels.map(([label, away]) => ({ label, away }) as Labelled), // nothing else of a label is asked here
    after: null,
    linked: false,
    said: new Map(),
  };
  return { groups, around, plain: bare.plain };
};
const forms = (text: string) => read(text).groups.map((g: Group) => `${g.text || "…"} ${g.digits} ${g.form}`);

describe("runs of digits", () => {
  test.each([
    ["gọi 0912 345 678", ["0912 0912 digits", "345 345 digits", "678 678 digits"]],
    ["711A12345678", ["711a12345678 71112345678 code"]],
    ["cccd001056012345", ["001056012345 001056012345 digits"]],
    ["b1234567", ["b1234567 1234567 code"]],
    ["001056012345cap2021", ["001056012345 001056012345 digits", "cap2021 2021 code"]],
    ["12345678cap2021", ["12345678cap2021 123456782021 code"]],
    ["2345abcd", ["2345abcd 2345 code"]],
    ["482913nhé", ["482913 482913 digits"]],
    ["48291nhé", ["48291nhe 48291 code"]],
    ["không có số", []],
  ])("of %j", (text, expected) => expect(forms(text)).toEqual(expected));

  test("told in words have no text of their own", () => {
    const [group] = read("mã là bốn tám hai chín một ba nhé").groups;
    expect([group?.digits, group?.text, group?.form]).toEqual(["482913", "", "words"]);
  });

  test("what stands between them, and whether they are a list", () => {
    const listed = (text: string) => {
      const { groups, plain } = read(text);
      return [gapsOf(groups, plain), isListed(groups, plain)];
    };
    expect(listed("bài 1, 4, 9")).toEqual([[", ", ", "], true]);
    expect(listed("bài 1 2 3")).toEqual([[" ", " "], true]);
    expect(listed("bài 12-13-14")).toEqual([["-", "-"], true]);
    expect(listed("bài 1 2 4")[1]).toBe(false);
    expect(listed("bài 3 2 1")[1]).toBe(false);
    expect(listed("bài 1, 2 3")[1]).toBe(false);
    expect(listed("số 100, 200, 300")[1]).toBe(false);
    expect(listed("số 1, 200, 3")[1]).toBe(false);
    expect(listed("bài 1, 2")[1]).toBe(false);
    expect(listed("bài 1")).toEqual([[], false]);
    expect(listed("số 99, 7, 8")[1]).toBe(true);
  });
});

describe("a code of letters and digits", () => {
  const kind = (text: string, ...labels: Parameters<typeof read> extends [string, ...infer L] ? L : never) => {
    const { groups, around } = read(text, ...labels);
    return codePart(groups, around)?.kind ?? null;
  };
  test.each([
    ["B1234567", "passport"],
    ["B12345678", "passport"],
    ["B123456", "number"],
    ["B123456789", "number"],
    ["DN4791234567890", "insurance"],
    ["QQ4791234567890", "number"],
    ["DN479123456789", "number"],
    ["AB001056012345", "identity"],
    ["AB4111111111111111", "card"],
    ["A12B345", null],
    ["ABC12345", null],
    ["AB123456", "number"],
    ["A1B2C3D4", null],
  ] as const)("%s alone is %s", (text, expected) => expect(kind(text)).toBe(expected));

  test("a short one is a one-time code only where it is named so, near by", () => {
    expect([kind("K7P4Q2", ["otp", 6]), kind("K7P4Q2", ["otp", 7]), kind("K7P4Q2")]).toEqual(["otp", null, null]);
    expect([kind("K12Q9", ["otp", 1]), kind("K7QP", ["otp", 1]), kind("K7P4Q2M5", ["otp", 1])]).toEqual([
      "otp",
      null,
      null,
    ]);
    expect([kind("K7P4Q2M", ["otp", 1]), kind("KP4QM", ["otp", 1]), kind("K123456", ["otp", 1])]).toEqual([
      "otp",
      null,
      "number",
    ]);
    expect(kind("K7P4Q2", ["bank", 1])).toBeNull();
  });
  test("a recovery code is all that stands there without a blank", () => {
    const { groups, around, plain } = read("mã là ab12-cd34-ef56 nhé", ["recovery", 4]);
    const part = codePart(groups, around);
    expect([part?.kind, part && plain.slice(part.from, part.to)]).toEqual(["otp", "ab12-cd34-ef56"]);
    expect(kind("mã là ab12-cd34-ef56", ["recovery", 5])).toBeNull();
  });
  test("what it is called decides between an account, a parcel's number and a number", () => {
    expect(kind("VN123456789", ["account", 9])).toBe("account");
    expect([kind("VN123456789", ["bank", 4]), kind("VN123456789", ["bank", 5])]).toEqual(["account", "number"]);
    expect([kind("VN001056012345", ["number", 2]), kind("VN001056012345", ["number", 3])]).toEqual([
      "number",
      "identity",
    ]);
    expect(kind("A001056012345", ["number", 1])).toBe("identity");
  });
  test("nothing is nothing", () => expect(codePart([], read("x").around)).toBeNull());
});

describe("a one-time code", () => {
  const otp = (text: string, ...labels: readonly (readonly [Labelled["label"], number])[]) => {
    const { groups, around } = read(text, ...labels);
    return isOtp(groups, around);
  };
  test("of four to eight digits where it is named", () => {
    expect(["12", "1234", "12345678", "123456789"].map((text) => otp(text, ["otp", 1]))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([
      otp("123456", ["otp", 6]),
      otp("12345", ["otp", 7]),
      otp("1234", ["message", 3]),
      otp("1234", ["message", 4]),
    ]).toEqual([true, false, true, false]);
    expect([otp("123456", ["message", 6]), otp("1234", ["otp", 6])]).toEqual([true, true]);
    expect([otp("48 29", ["otp", 1]), otp("4 829", ["otp", 1]), otp("4 82913", ["otp", 1])]).toEqual([
      true,
      false,
      true,
    ]);
  });
  test("three digits are the code of a card, where it is spoken of", () => {
    expect([otp("cvv 123", ["card", 4]), otp("cvv 123", ["card", 5]), otp("số 123", ["card", 1])]).toEqual([
      true,
      false,
      false,
    ]);
    expect(otp(`cvv ${"x".repeat(210)} 123`, ["card", 1])).toBe(false);
  });
  test("six digits where a message is told of, but no sum and no figure", () => {
    expect([
      otp("google 482913"),
      otp("đây là 482913"),
      otp("google 48291"),
      otp("google 482913", ["money", 1]),
    ]).toEqual([true, false, false, false]);
    expect([otp("giấy chứng nhận 482913"), otp("nhận 482913"), otp("google 4 82913")]).toEqual([false, true, false]);
    expect(otp("nhận mã bốn tám hai chín một ba")).toBe(false);
  });
  test("what is counted behind it makes it none, unless nobody waits so long", () => {
    expect([
      otp("otp có 1234 số", ["otp", 1]),
      otp("otp 123456 phút", ["otp", 1]),
      otp("otp 1234 phút", ["otp", 1]),
    ]).toEqual([false, true, false]);
    expect([
      otp("otp 123456 đồng", ["otp", 1]),
      otp("otp 1234, số khác", ["otp", 1]),
      otp("otp 1234", ["otp", 1]),
    ]).toEqual([false, true, true]);
  });
});

test("what a session may hold is what the cleaning leaves; a telephone only where it was asked for", () => {
  const said = "gọi cháu số 0912345678 nhé";
  expect(cleaned(said)).not.toContain("0912345678");
  expect(cleaned(said, ["phone"])).toBe(said);
  expect(cleaned("tôi không vào được")).toBe("tôi không vào được");
});

test("terms are in days", () =>
  expect([terms.learners.ms, terms.strangers.ms]).toEqual([31_536_000_000, 2_592_000_000]));
