import { afterEach, expect, it } from "vitest";
import { Busy, type Pool, workerPool } from "../../src/app/pool/pool.ts";
import type { Drawing } from "../../src/pictures/drawing.ts";
import { activation } from "../pictures/samples.ts";

let pool: Pool;
afterEach(() => pool.close());

const card = (bar: string): Drawing => ({ kind: "card", card: { ...activation, bar }, language: "vi" });

it("draws in a thread of its own", async () => {
  pool = workerPool();
  const png = await pool.run("draw", card("Một"));
  expect(Buffer.from(png).subarray(1, 4).toString()).toBe("PNG");
});

it("hashes a password and knows it again", async () => {
  pool = workerPool();
  const hash = await pool.run("hashPassword", "một câu thật dài");
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await pool.run("verifyPassword", { hash, password: "một câu thật dài" })).toBe(true);
  expect(await pool.run("verifyPassword", { hash, password: "một câu khác" })).toBe(false);
});

it("asks strangers to come back when too many wait, and still takes what the house sends", async () => {
  pool = workerPool({ threads: 1, strangers: 3, house: 20 });
  const asked = Array.from({ length: 10 }, (_, n) => pool.run("draw", card(`Màn ${n}`)));
  const ours = Array.from({ length: 5 }, (_, n) => pool.run("draw", card(`Của nhà ${n}`), "house"));
  const settled = await Promise.allSettled(asked);
  expect(settled.map((s) => s.status)).toEqual([...Array(4).fill("fulfilled"), ...Array(6).fill("rejected")]);
  expect(settled.every((s) => s.status === "fulfilled" || s.reason instanceof Busy)).toBe(true);
  expect(await Promise.all(ours)).toHaveLength(5);
  await pool.run("draw", card("Sau đó"));
});

it("ends what does not come back, and draws on with a new worker", async () => {
  pool = workerPool({ threads: 1, longestMs: 1 });
  await expect(pool.run("hashPassword", "x")).rejects.toThrow();
  await pool.close();
  pool = workerPool({ threads: 1 });
  await expect(pool.run("draw", { kind: "card" } as Drawing)).rejects.toThrow(); // not a card: it throws in the worker
  expect((await pool.run("draw", card("Sau lỗi"))).length).toBeGreaterThan(100);
});
