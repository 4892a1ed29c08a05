import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestText } from "../../src/kit/text.ts";
import { clean, cleaned } from "../../src/people/clean.ts";

const harmless = "máy cày hỏng gọi ai";

describe("words that are kept", () => {
  test("lose what is private and stay readable before, between and behind it", () => {
    expect(cleaned("gọi 0912 345 678 hoặc 0987 654 321 nhé")).toBe("gọi … hoặc … nhé");
    expect(cleaned("0912345678 gọi giúp")).toBe("… gọi giúp");
    expect(cleaned(harmless)).toBe(harmless);
  });

  test("keep what was asked for, and only that", () => {
    const words = "gọi 0912 345 678, cccd 001056012345";
    expect(cleaned(words, ["phone"])).toBe("gọi 0912 345 678, cccd …");
    expect(cleaned(words, ["identity"])).toBe("gọi …, cccd 001056012345");
    expect(cleaned(words, ["phone", "identity"])).toBe(words);
  });

  test("end at the longest text anybody looks at: what stands behind it was not looked at", () => {
    const long = "a ".repeat(longestText);
    expect(cleaned(long)).toHaveLength(longestText);
    expect(cleaned(`${"a ".repeat(longestText / 2)}0912345678`)).not.toContain("0912345678");
  });

  test("are clean: looked at again, nothing more is cut out", () => {
    const part = fc.constantFrom(
      harmless,
      "0912345678",
      "001056012345",
      "stk 19034567890123",
      "mã 482913",
      ", ",
      "01/07/2025",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const once = cleaned(parts.join(" "));
        expect(cleaned(once)).toBe(once);
        expect(clean(once)).toBe(once);
      }),
    );
  });
});

describe("a field that can be written anew", () => {
  test("is taken as it is where nothing private stands in it, and refused where something does", () => {
    expect(clean(harmless)).toBe(harmless);
    expect(clean("")).toBe("");
    expect(clean("gọi 0912 345 678")).toBeNull();
    expect(clean("cccd 001056012345")).toBeNull();
  });

  test("may hold what it asks for", () => {
    expect(clean("gọi 0912 345 678", ["phone"])).toBe("gọi 0912 345 678");
    expect(clean("gọi 0912 345 678, cccd 001056012345", ["phone"])).toBeNull();
  });

  test("is refused beyond the longest text", () => {
    expect(clean("a".repeat(longestText))).not.toBeNull();
    expect(clean("a".repeat(longestText + 1))).toBeNull();
  });
});
