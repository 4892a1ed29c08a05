import { expect, test } from "vitest";
import { misses } from "../../src/people/misses.ts";

const minute = 60_000;
const counter = () => {
  const clock = { now: 1_000_000 };
  const counted = misses(() => clock.now);
  type From = Parameters<typeof counted.attempt>[0];
  const attempt = (from: From) => {
    const found = counted.attempt(from);
    return "slowedBy" in found ? null : found;
  };
  return { clock, attempt, remembered: counted.remembered, by: counted.attempt };
};
const chat = { account: "tg 1", address: null };

test("five wrong codes are free, then each costs twice the wait of the last, up to a day", () => {
  const { clock, attempt } = counter();
  for (let n = 0; n < 5; n++) expect(attempt(chat)).not.toBeNull();
  for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]) {
    clock.now += wait * minute - 1;
    expect(attempt(chat), `${wait}`).toBeNull();
    clock.now += 1;
    expect(attempt(chat), `${wait}`).not.toBeNull();
  }
  clock.now += 23 * 60 * minute;
  expect(attempt(chat)).toBeNull();
  clock.now += 60 * minute;
  expect(attempt(chat)).not.toBeNull();
});

test("it says which count was used up", () => {
  const { by } = counter();
  for (let n = 0; n < 5; n++) by(chat);
  expect(by(chat)).toEqual({ slowedBy: "account" });
  for (let n = 0; n < 30; n++) by({ account: null, address: "203.0.113.1" });
  expect(by({ account: "tg 2", address: "203.0.113.1" })).toEqual({ slowedBy: "address" });
  for (let n = 0; n < 1_000; n++) by({ account: `tg many ${n}`, address: null });
  expect(by({ account: "tg 3", address: null })).toEqual({ slowedBy: "all" });
});

test("trying while one must wait does not make the wait longer", () => {
  const { clock, attempt } = counter();
  for (let n = 0; n < 5; n++) attempt(chat);
  for (let n = 0; n < 50; n++) expect(attempt(chat)).toBeNull();
  clock.now += minute;
  expect(attempt(chat)).not.toBeNull();
});

test("right codes cost nothing, however many", () => {
  const { attempt, remembered } = counter();
  for (let n = 0; n < 5_000; n++) attempt({ account: "web 1", address: "10.0.0.1" })?.right();
  expect(attempt({ account: "web 1", address: "10.0.0.1" })).not.toBeNull();
  expect(remembered()).toBe(2);
});

test("a right code after a wait does not begin another wait", () => {
  const { clock, attempt } = counter();
  for (let n = 0; n < 6; n++) {
    attempt(chat);
    if (n === 4) clock.now += minute;
  }
  clock.now += 2 * minute;
  attempt(chat)?.right();
  expect(attempt(chat)).not.toBeNull();
});

test("being right once does not wipe out the wrong ones, nor twice give back two", () => {
  const { attempt } = counter();
  const own = attempt(chat);
  own?.right();
  own?.right();
  for (let n = 0; n < 5; n++) {
    expect(attempt(chat)).not.toBeNull();
    if (n < 4) attempt(chat)?.right();
  }
  expect(attempt(chat)).toBeNull();
});

test("guesses sent side by side are all counted before any is answered", () => {
  const { attempt } = counter();
  const at = Array.from({ length: 100 }, () => attempt(chat));
  expect(at.filter((a) => a !== null)).toHaveLength(5);
});

test("new accounts from one address are stopped by the address, also where a line has many IPv6 addresses", () => {
  const { attempt } = counter();
  const v4 = Array.from({ length: 100 }, (_, n) => attempt({ account: `web ${n}`, address: "203.0.113.9" }));
  expect(v4.filter((a) => a !== null)).toHaveLength(30);
  expect(attempt({ account: null, address: "::ffff:203.0.113.9" })).toBeNull();
  const v6 = Array.from({ length: 100 }, (_, n) => attempt({ account: `web v6 ${n}`, address: `2001:db8:0:1::${n}` }));
  expect(v6.filter((a) => a !== null)).toHaveLength(30);
  expect(attempt({ account: null, address: "2001:0db8:0000:0001:1:2:3:4" })).toBeNull();
  expect(attempt({ account: null, address: "2001:db8:0:2::1" })).not.toBeNull();
});

test("in all: new accounts at new addresses get a thousand an hour between them", () => {
  const { clock, attempt, remembered } = counter();
  const many = (from: number) =>
    Array.from({ length: 3_000 }, (_, n) =>
      attempt({ account: `a ${from} ${n}`, address: `10.${from}.${n >> 8}.${n & 255}` }),
    ).filter((a) => a !== null).length;
  expect(many(0)).toBe(1_000);
  clock.now += 6 * minute;
  expect(many(1)).toBe(100);
  clock.now += 60 * minute;
  expect(many(2)).toBe(1_000);
  expect(remembered()).toBe(4_200);
});

test("memory stays bounded, the oldest go", () => {
  const { clock, attempt, remembered } = counter();
  for (let n = 0; n < 30_000; n++) {
    if (n % 900 === 0) clock.now += 60 * minute;
    attempt({ account: `a ${n}`, address: null });
  }
  expect(remembered()).toBe(20_000);
});

test("an IPv6 line is known by its first half, however its address is written", () => {
  const same = (a: string, b: string): boolean => {
    const { attempt } = counter();
    for (let n = 0; n < 30; n++) attempt({ account: null, address: a });
    return attempt({ account: null, address: b }) === null;
  };
  for (const other of [
    "2001:db8::7:8:9",
    "2001:0DB8:0000:0000:5:6:7:8",
    "2001:db8:0:0::",
    "2001:db8::",
    "2001:db8:0::1:2",
    "2001:db8:0:0:1:2:3:4",
  ]) {
    expect(same("2001:db8::1", other), other).toBe(true);
    expect(same(other, "2001:db8::1"), other).toBe(true);
  }
  for (const other of [
    "2001:db8:0:1::1",
    "2001:db8:1::1",
    "2001:db9::1",
    "2001:db80::1",
    "::1",
    "2001:db8:1:0:0:0:0:1",
  ])
    expect(same("2001:db8::1", other), other).toBe(false);
  expect(same("::1", "::2")).toBe(true);
  expect(same("::1", "1::1")).toBe(false);
  expect(same("1:2:3:4:5:6:7:8", "1:2:3:4::")).toBe(true);
  expect(same("1:2:3:4:5:6:7:8", "1:2:3:5::")).toBe(false);
  // Noughts at the end of a group mean something.
  expect(same("2001:d00::1", "2001:d::1")).toBe(false);
});

test("each IPv4 address is one of its own, written plainly or inside IPv6", () => {
  const { attempt } = counter();
  for (let n = 0; n < 30; n++) attempt({ account: null, address: "203.0.113.9" });
  expect(attempt({ account: null, address: "::FFFF:203.0.113.9" })).toBeNull();
  for (const other of ["203.0.113.10", "203.0.113.90", "::ffff:203.0.113.8"])
    expect(attempt({ account: null, address: other }), other).not.toBeNull();
});

test("whoever waited a day is as free as on the first", () => {
  const { clock, attempt } = counter();
  const day = 24 * 60 * minute;
  for (let n = 0; n < 5; n++) attempt(chat);
  clock.now += day;
  for (let n = 0; n < 5; n++) expect(attempt(chat)).not.toBeNull();
  expect(attempt(chat)).toBeNull();
});

test("a right code gives back what it cost, once, however often it is said to be right", () => {
  const { attempt } = counter();
  for (let n = 0; n < 3; n++) attempt(chat);
  const own = attempt(chat);
  own?.right();
  own?.right();
  expect([attempt(chat), attempt(chat), attempt(chat)].map((a) => a !== null)).toEqual([true, true, false]);
});

test("… to everybody too, and never more than there was", () => {
  const { attempt } = counter();
  let account = 0;
  const wrong = (n: number): number =>
    Array.from({ length: n }, () => attempt({ account: `${++account}`, address: null })).filter((a) => a !== null)
      .length;
  const right = (n: number): void => {
    for (let i = 0; i < n; i++) {
      const a = attempt({ account: `${++account}`, address: null });
      a?.right();
      a?.right();
    }
  };
  right(50);
  expect(wrong(500)).toBe(500);
  right(100);
  expect(wrong(600)).toBe(500);
});

test("a right code that was long in coming does not take back the wait for a wrong one after it", () => {
  const { clock, attempt } = counter();
  for (let n = 0; n < 4; n++) attempt(chat);
  const slow = attempt(chat);
  clock.now += minute;
  expect(attempt(chat)).not.toBeNull();
  slow?.right();
  clock.now += 1_000;
  expect(attempt(chat)).toBeNull();
  clock.now += minute;
  expect(attempt(chat)).not.toBeNull();
});

test("nothing is remembered of somebody without account and address", () => {
  const { attempt, remembered } = counter();
  for (let n = 0; n < 50; n++) expect(attempt({ account: null, address: null })).not.toBeNull();
  expect(remembered()).toBe(0);
});
