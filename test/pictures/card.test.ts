import { describe, expect, it } from "vitest";
import { Card, pointLetter } from "../../src/content/card.ts";
import { cardSvg } from "../../src/pictures/card.ts";
import { samples } from "./samples.ts";
import { overlap, seenHands, seenTexts } from "./seen.ts";

const YELLOW = "#FFC93C";
const sizeOf = (svg: string) =>
  svg
    .match(/viewBox="0 0 (\d+) (\d+)"/)
    ?.slice(1)
    .map(Number) ?? [];

describe.each(Object.entries(samples))("%s", (_, card) => {
  const svg = cardSvg(card);
  const texts = seenTexts(svg);
  const [width = 0, height = 0] = sizeOf(svg);

  it("keeps every text inside the picture, and inside the phone", () => {
    const phone = Number(svg.match(/<path d="M(\d+) \d+V58a20/)?.[1] ?? Number.NaN);
    for (const t of texts) {
      expect(t.x, t.text).toBeGreaterThanOrEqual(0);
      expect(t.x + t.width, t.text).toBeLessThanOrEqual(width);
      expect(t.y + t.height, t.text).toBeLessThanOrEqual(height);
      if (Number.isNaN(phone) || t.y < 28 || /^[A-E]$/.test(t.text)) continue;
      expect(t.x, t.text).toBeGreaterThanOrEqual(phone + 3);
      expect(t.x + t.width, t.text).toBeLessThanOrEqual(phone + 223);
    }
  });

  it("lets no text run over another or under the hand", () => {
    const hands = seenHands(svg);
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(i + 1)) expect(overlap(a, b), `${a.text} / ${b.text}`).toBe(false);
      for (const hand of hands) expect(overlap(a, hand), a.text).toBe(false);
    }
  });

  it("is 334 wide, says that it is a drawing, and points at one place at most", () => {
    const taps = card.rows.filter((row) => row.kind !== "text" && row.tap).length;
    expect(width).toBe(334);
    expect(texts.at(-1)?.text).toContain("Hình minh họa");
    expect(seenHands(svg)).toHaveLength(Math.min(1, taps));
    // The frame, and the number in its circle if it has one: nothing else is ever yellow.
    const tapped = card.rows.find((row) => row.kind !== "text" && row.tap);
    const numbered = tapped && tapped.kind !== "text" && tapped.n !== undefined;
    expect(svg.split(YELLOW)).toHaveLength(1 + (tapped ? 1 : 0) + (numbered ? 1 : 0));
  });

  it("draws every letter once, each in a circle clear of the others", () => {
    const letters = card.rows.flatMap((row) =>
      row.kind !== "text" && row.n !== undefined ? [pointLetter(row.n)] : [],
    );
    expect(
      texts
        .map((t) => t.text)
        .filter((t) => /^[A-E]$/.test(t))
        .sort(),
    ).toEqual(letters.sort());
    const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="1[57]"/g)].map((m) =>
      m.slice(1).map(Number),
    );
    for (const [i, [ax = 0, ay = 0]] of circles.entries())
      for (const [bx = 0, by = 0] of circles.slice(i + 1)) expect(Math.hypot(ax - bx, ay - by)).toBeGreaterThan(34);
  });
});

describe("a card", () => {
  const alt = { vi: "hình", en: "picture" };

  it("has no yellow when nothing is to be tapped", () => {
    const svg = cardSvg(Card.parse({ alt, bar: "Cài đặt", rows: [{ kind: "button", label: "Đóng", n: 1 }] }));
    expect(svg).not.toContain(YELLOW);
  });

  it("shows dots in threes from the end, as numbers are read", () => {
    const svg = cardSvg(Card.parse({ alt, rows: [{ kind: "field", label: "Số", value: "09", dots: 8 }] }));
    const xs = [...svg.matchAll(/<circle cx="([\d.]+)" cy="[\d.]+" r="3"/g)].map((m) => Number(m[1]));
    const gaps = xs.slice(1).map((x, i) => Math.round(x - (xs[i] ?? 0)));
    expect(gaps).toEqual([10, 14, 10, 10, 14, 10, 10]);
  });

  it("says in English that it is a drawing, and keeps the words of the screen", () => {
    const svg = cardSvg(samples.activation ?? Card.parse({ alt }), "en");
    expect(svg).toContain("Illustration · Your screen may look different");
    expect(svg).toContain("Gửi yêu cầu");
  });

  it("names a call button by what it does: green answers, red ends", () => {
    const svg = cardSvg(Card.parse({ alt, scene: "call", rows: [{ kind: "button", label: "Nghe máy" }] }));
    expect(svg).toContain('fill="#125546"');
    expect(svg).not.toContain("#B3261E");
  });
});
