import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { checkPassword, hashPassword } from "../../../src/desk/sign-in/password.ts";

const words = "đường về nhà rất xa";

test.each(["NFC", "NFD", "NFKC", "NFKD"] as const)("set on one machine, typed on another as %s", async (form) => {
  const stored = await hashPassword(words.normalize("NFD"));
  expect(await checkPassword(stored, words.normalize(form))).toEqual({ right: true, better: null });
});

test.each([
  ["NFD", "NFC"],
  ["NFC", "NFD"],
] as const)("a hash of an earlier version, made of %s, holds for %s and is made anew", async (set, typed) => {
  const stored = await hash(words.normalize(set));
  const checked = await checkPassword(stored, words.normalize(typed));
  expect(checked?.right).toBe(true);
  if (set === "NFD") {
    const better = checked?.better ?? "";
    expect(await checkPassword(better, words.normalize("NFC"))).toEqual({ right: true, better: null });
  }
});

test("a wrong one is wrong, and so is everything for nobody", async () => {
  const stored = await hashPassword(words);
  expect(await checkPassword(stored, "đường về nhà rất gần")).toEqual({ right: false, better: null });
  expect(await checkPassword(null, "nobody has this password")).toMatchObject({ right: false });
});

test("long sentences count to the end", async () => {
  const long = "a".repeat(200);
  const stored = await hashPassword(`${long}b`);
  expect((await checkPassword(stored, `${long}c`))?.right).toBe(false);
  expect((await checkPassword(stored, `${long}b`))?.right).toBe(true);
});

test("a crowd is turned away before it is worked on", async () => {
  const all = await Promise.all(Array.from({ length: 60 }, () => hashPassword("x")));
  const done = all.filter((h) => h !== null).length;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThanOrEqual(40);
});
