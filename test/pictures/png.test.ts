import { describe, expect, it } from "vitest";
import { cardSvg } from "../../src/pictures/card.ts";
import { toPng } from "../../src/pictures/png.ts";
import { activation, samples } from "./samples.ts";
import { pixelsOf, plainPixels, sizeOf } from "./seen.ts";

describe("toPng", () => {
  it("gives the same bytes for the same data", () => {
    const again = structuredClone(activation);
    expect(Buffer.from(toPng(cardSvg(again), { width: 668 }))).toEqual(
      Buffer.from(toPng(cardSvg(activation), { width: 668 })),
    );
  });

  it.each(Object.entries(samples))("keeps %s under 60 KB at twice the size", (_, card) => {
    const svg = cardSvg(card);
    const png = toPng(svg, { width: 668 });
    expect(png.length).toBeLessThan(60_000);
    expect(sizeOf(png).width).toBe(668);
    expect(sizeOf(png).height).toBe(2 * Number(svg.match(/height="(\d+)"/)?.[1]));
  });

  it("is some 15 KB for an ordinary card", () => {
    expect(toPng(cardSvg(activation), { width: 668 }).length).toBeLessThan(20_000);
  });

  it("loses nothing the eye could see to its palette", () => {
    for (const card of Object.values(samples)) {
      const svg = cardSvg(card);
      const plain = plainPixels(svg, 334);
      const { pixels } = pixelsOf(toPng(svg, { width: 334 }));
      let worst = 0;
      for (let i = 0; i < plain.length; i++) worst = Math.max(worst, Math.abs((plain[i] ?? 0) - (pixels[i] ?? 0)));
      expect(worst).toBeLessThanOrEqual(24);
    }
  });

  it("keeps the colours of areas exactly", () => {
    const { pixels, width } = pixelsOf(toPng(cardSvg(activation), { width: 668 }));
    const at = (x: number, y: number) => [...pixels.subarray(4 * (2 * y * width + 2 * x)).subarray(0, 3)];
    expect(at(10, 200)).toEqual([0xee, 0xf1, 0xec]);
    expect(at(102, 209)).toEqual([0xff, 0xc9, 0x3c]);
    expect(at(110, 75)).toEqual([0xff, 0xff, 0xff]);
  });

  it("draws its text in our own font, with no font of the machine", () => {
    const words = (weight: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="Be Vietnam Pro"><rect width="200" height="40" fill="#fff"/><text x="5" y="28" font-size="24" font-weight="${weight}">Nguyễn</text></svg>`;
    const inked = (weight: number) => {
      const { pixels } = pixelsOf(toPng(words(weight), { width: 200 }));
      return pixels.filter((v, i) => i % 4 === 0 && v < 128).length;
    };
    expect(inked(400)).toBeGreaterThan(200);
    expect(inked(500)).toBeGreaterThan(inked(400));
    expect(inked(600)).toBeGreaterThan(inked(500));
    expect(inked(700)).toBeGreaterThan(inked(600));
  });
});
