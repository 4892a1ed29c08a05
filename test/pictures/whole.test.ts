import { expect, it } from "vitest";
import { loadLibrary } from "../../src/content/library.ts";
import { cardSvg } from "../../src/pictures/card.ts";
import { seenTexts } from "./seen.ts";

const loaded = loadLibrary(".");
const cards = loaded.ok ? [...loaded.library.cards] : [];

it("cuts no word on any card of the content: a label half shown cannot be compared with a phone", () => {
  expect(cards.length).toBeGreaterThan(200);
  const cut = cards.flatMap(([id, card]) => {
    const written = JSON.stringify(card);
    // An author's own "…" is the end of what they wrote; any other was made by running out of room.
    return [...cardSvg(card).matchAll(/<text[^>]*>([^<]*…)<\/text>/g)]
      .filter(([, text = ""]) => !written.includes(text.split(" ").at(-1) ?? ""))
      .map(([, text]) => `${id}: ${text}`);
  });
  expect(cut).toEqual([]);
});

it("writes nothing on any card smaller than a phone of 360 px shows legibly", () => {
  const small = cards.flatMap(([id, card]) =>
    [...cardSvg(card).matchAll(/font-size="([\d.]+)"/g)].filter(([, size]) => Number(size) < 11).map(() => id),
  );
  expect(small).toEqual([]);
});

it("keeps every word of every card inside the picture", () => {
  const out = cards.flatMap(([id, card]) =>
    seenTexts(cardSvg(card))
      .filter((t) => t.x < 0 || t.x + t.width > 334)
      .map((t) => `${id}: ${t.text}`),
  );
  expect(out).toEqual([]);
});
