import { expect, it } from "vitest";
import { lastUsed } from "../../src/pictures/last-used.ts";

const counted = () => {
  let drawn = 0;
  const draw = async () => Uint8Array.of(++drawn);
  return { draw, drawn: () => drawn };
};

it("draws once what fifty ask for at the same moment", async () => {
  const kept = lastUsed(4);
  const { draw, drawn } = counted();
  const all = await Promise.all(Array.from({ length: 50 }, () => kept("a", draw)));
  expect([drawn(), new Set(all).size]).toEqual([1, 1]);
});

it("tries again what could not be drawn", async () => {
  const kept = lastUsed(4);
  const { draw, drawn } = counted();
  const failing = () => Promise.reject(new Error("no"));
  await expect(Promise.allSettled([kept("a", failing), kept("a", draw)])).resolves.toMatchObject([
    { status: "rejected" },
    { status: "rejected" },
  ]);
  expect(drawn()).toBe(0);
  await kept("a", draw);
  expect(drawn()).toBe(1);
});

it("forgets the longest unused when it is full, and only that", async () => {
  const kept = lastUsed(3);
  const { draw, drawn } = counted();
  for (const key of ["a", "b", "c", "a", "d"]) await kept(key, draw);
  expect(drawn()).toBe(4);
  await kept("a", draw);
  expect(drawn()).toBe(4);
  await kept("b", draw);
  expect(drawn()).toBe(5);
});
