import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Card } from "../../src/content/card.ts";
import { cardSvg } from "../../src/pictures/card.ts";
import { toPng } from "../../src/pictures/png.ts";
import { seenTexts } from "./seen.ts";

const alt = { vi: "hình", en: "picture" };
const everywhere = (text: string): Card[] =>
  (["phone", "message", "call", "person"] as const).map((scene) =>
    Card.parse({
      alt,
      scene,
      bar: text,
      rows: [
        { kind: "text", text },
        { kind: "field", label: text, value: text, dots: 3, n: 1 },
        { kind: "item", label: text, small: text, icon: "app", n: 2 },
        { kind: "button", label: text, n: 3, tap: true },
      ],
    }),
  );

const hostile: [name: string, text: string][] = [
  ["markup", `</text></svg><script>alert("1")</script><image href='file:///etc/passwd'/>`],
  ["entities", `&lt; & &amp; &#0; &nbsp; "quotes" 'more'`],
  ["an end of CDATA", "]]><!-- <![CDATA["],
  ["emoji", "Bấm 👉🏽 vào đây 👨‍👩‍👧‍👦 nhé 🇻🇳"],
  ["control characters", "a\u0000b\u0007c\u001bd\u007fe\u0085f"],
  ["a lone surrogate", "a\ud800b\udc00c"],
  ["right to left", "\u202emã OTP\u202c \u0645\u0631\u062d\u0628\u0627"],
  ["zero width", "mã\u200b\u200d\ufeffOTP"],
  ["a tower of marks", `e${"\u0301\u0323".repeat(200)}`],
  ["no space", "W".repeat(5000)],
  ["a megabyte", "nghiêng ".repeat(131_072)],
  ["nothing", ""],
  ["spaces only", " \n\t\u00a0 "],
];

describe.each(hostile)("%s", (_, text) => {
  it("is drawn as words or not at all, within the picture", () => {
    for (const card of everywhere(text)) {
      const svg = cardSvg(card);
      expect(svg).not.toMatch(/<script|<image|<!--|<!\[CDATA/);
      expect(svg.length).toBeLessThan(20_000);
      for (const seen of seenTexts(svg)) {
        expect(seen.x, seen.text).toBeGreaterThanOrEqual(0);
        expect(seen.x + seen.width, seen.text).toBeLessThanOrEqual(334);
      }
    }
  });
});

describe("any text", () => {
  it("makes a picture that can be drawn", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        for (const card of everywhere(text)) expect(toPng(cardSvg(card), { width: 167 }).length).toBeGreaterThan(100);
      }),
      { numRuns: 25, seed: 2026 },
    );
  });
});

describe("letters", () => {
  const drawn = (label: string) => {
    const card = Card.parse({ alt, rows: [{ kind: "button", label }] });
    return seenTexts(cardSvg(card))[0]?.text;
  };

  it("come out composed, so that NFD input has its marks in place", () => {
    expect(drawn("Gửi yêu cầu".normalize("NFD"))).toBe("Gửi yêu cầu");
  });

  it("of names from the highlands survive although the font lacks them", () => {
    expect(drawn("Ƀlư\u0306 Hĭn")).toBe("Blư\u0306 Hi\u0306n");
  });

  it("leave out what has no glyph rather than showing boxes", () => {
    expect(drawn("Bấm 👉 đây → xong")).toBe("Bấm đây › xong");
  });
});
