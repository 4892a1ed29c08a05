import { beforeEach, expect, it, vi } from "vitest";
import { Card } from "../../src/content/schema.ts";
import { cardId, cardPng } from "../../src/pictures/cache.ts";
import { toPng } from "../../src/pictures/png.ts";
import { activation } from "./samples.ts";

vi.mock("../../src/pictures/png.ts", () => ({
  toPng: vi.fn((svg: string, { width }: { width: number }) => Buffer.from(`${width} ${svg}`)),
}));
const drawing = vi.mocked(toPng);
beforeEach(() => {
  drawing.mockClear();
});

const alt = { vi: "hình", en: "picture" };
const numbered = (n: number): Card => Card.parse({ alt, bar: `Màn ${n}` });

it("addresses a card by what is drawn: not by its alternative text, nor by the order of its fields", () => {
  const retold = { ...activation, alt: { vi: "khác", en: "other" } };
  const reordered = JSON.parse(JSON.stringify(activation), (_, v) =>
    v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).reverse()) : v,
  );
  expect(cardId(activation)).toMatch(/^[0-9a-f]{16}$/);
  expect(cardId(retold)).toBe(cardId(activation));
  expect(cardId(Card.parse(reordered))).toBe(cardId(activation));
});

it("gives another address when anything drawn differs", () => {
  const [first, ...rest] = activation.rows;
  const others: Card[] = [
    { ...activation, bar: "Khác" },
    { ...activation, scene: "message" },
    { ...activation, rows: rest },
    { ...activation, rows: first ? [...rest, first] : rest },
  ];
  expect(new Set([activation, ...others].map(cardId)).size).toBe(5);
});

it("draws a picture once a size and language", () => {
  const once = cardPng(activation);
  expect(cardPng(structuredClone(activation))).toBe(once);
  expect(drawing).toHaveBeenCalledTimes(1);
  cardPng(activation, { width: 334 });
  cardPng(activation, { language: "en" });
  expect(drawing).toHaveBeenCalledTimes(3);
});

it("holds the width within what a phone can use", () => {
  cardPng(numbered(-1), { width: 1e9 });
  cardPng(numbered(-2), { width: -5 });
  cardPng(numbered(-3), { width: Number.NaN });
  expect(drawing.mock.calls.map(([, { width }]) => width)).toEqual([1336, 167, 668]);
});

it("forgets the longest unused when it is full, and only that", () => {
  for (let n = 0; n < 256; n++) cardPng(numbered(n));
  cardPng(numbered(0));
  cardPng(numbered(256));
  drawing.mockClear();
  cardPng(numbered(0));
  expect(drawing).not.toHaveBeenCalled();
  cardPng(numbered(1));
  expect(drawing).toHaveBeenCalledTimes(1);
});
