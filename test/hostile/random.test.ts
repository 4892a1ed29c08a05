import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newCode, random } from "../../src/kit/random.ts";
import { isSpokenCode } from "../../src/kit/spoken-code.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { atWeb, settle } from "./people.ts";

let town: RunningHouse;
beforeEach(async () => {
  town = await startHouse();
  await addVillages(town.house);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await town.close();
});

test("link, certificate and invitation codes, ids and tokens need nothing of Math.random", async () => {
  vi.spyOn(Math, "random").mockImplementation(() => {
    throw new Error("Math.random was asked");
  });
  const { store, taught } = town.house;
  const codes: string[] = [];
  for (const chat of ["a", "b", "c"]) {
    const p = atWeb(town.house, chat);
    await settle(p, "Hoa");
    await p.says("5");
    const offered = await p.says("2");
    codes.push((/MA ((?:[A-Z2-9]{4} ?){3})/.exec(offered)?.[1] ?? "").replaceAll(" ", ""));
    for (const id of taught.library.trackItems.find((t) => t.id === "co-ban")?.lessons ?? []) await p.learns(id);
    codes.push(newCode());
  }
  const made = store.db.prepare("SELECT code FROM certificates").pluck().all().map(String);
  expect(made).toHaveLength(3);
  codes.push(...made);
  for (const code of codes) expect(isSpokenCode(code), code).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
  expect(store.db.prepare("SELECT count(*) FROM inbox WHERE fault IS NOT NULL").pluck().get()).toBe(0);
});

test("every sign of a code is as likely as another of its place", () => {
  const seen = new Map<string, number>();
  for (let n = 0; n < 20_000; n++)
    for (const [i, sign] of [...newCode()].entries())
      seen.set(`${i % 2} ${sign}`, (seen.get(`${i % 2} ${sign}`) ?? 0) + 1);
  // 120,000 draws a place: 5,217 of each letter and 15,000 of each digit expected, ten standard deviations allowed.
  for (const [place, n] of seen) {
    const expected = 120_000 / (place.startsWith("0") ? 23 : 8);
    expect(Math.abs(n - expected), place).toBeLessThan(10 * Math.sqrt(expected));
  }
  expect(seen.size).toBe(23 + 8);
  for (let n = 0; n < 1000; n++) {
    const x = random();
    expect(x >= 0 && x < 1).toBe(true);
  }
});
