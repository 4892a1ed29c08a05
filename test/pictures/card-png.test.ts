import { beforeEach, expect, it, vi } from "vitest";
import { Card, cardId } from "../../src/content/card.ts";
import { cardPng } from "../../src/pictures/card-png.ts";
import { toPng } from "../../src/pictures/png.ts";
import { activation } from "./samples.ts";

vi.mock("../../src/pictures/png.ts", () => ({
  toPng: vi.fn((svg: string, { width }: { width: number }) => Buffer.from(`${width} ${svg}`)),
}));
const drawing = vi.mocked(toPng);
beforeEach(() => {
  drawing.mockClear();
});

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

it("holds the width within what a phone can use", () => {
  for (const width of [1e9, -5, Number.NaN]) cardPng(activation, { width });
  expect(drawing.mock.calls.map(([, { width }]) => width)).toEqual([1336, 167, 668]);
});
