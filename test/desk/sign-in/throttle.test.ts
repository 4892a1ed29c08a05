import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { throttle } from "../../../src/desk/sign-in/throttle.ts";

const start = Date.UTC(2026, 10, 22);
const set = () => {
  const time = { now: start };
  return { time, slow: throttle(() => time.now) };
};

describe("guessing", () => {
  test("sixty at once: five are looked at", () => {
    const { slow } = set();
    const all = Array.from({ length: 60 }, () => slow.reserve("login lan", "203.0.113.7", null));
    expect(all.filter((r) => r.ok)).toHaveLength(5);
  });

  test("waits grow to a quarter of an hour and no further, and are forgotten", () => {
    const { slow, time } = set();
    const waits: number[] = [];
    for (let n = 0; n < 25; n++) {
      const r = slow.reserve("login lan", "203.0.113.7", null);
      if (r.ok) continue;
      waits.push(r.ms);
      time.now += r.ms;
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(Math.max(...waits)).toBe(15 * 60_000);
    time.now += 60 * 60_000;
    expect(slow.reserve("login lan", "203.0.113.7", null).ok).toBe(true);
  });

  test("a right one gives the count back", () => {
    const { slow } = set();
    for (let n = 0; n < 100; n++) {
      const r = slow.reserve("login lan", "203.0.113.7", null);
      expect(r.ok).toBe(true);
      if (r.ok) r.right();
    }
  });

  test("one address is slowed over many logins, and a /64 of IPv6 is one address", () => {
    for (const address of [(_: number) => "203.0.113.7", (n: number) => `2001:db8:1:2::${n.toString(16)}`]) {
      const { slow } = set();
      const looked = Array.from({ length: 200 }, (_, n) => slow.reserve(`login x${n}`, address(n), null)).filter(
        (r) => r.ok,
      );
      expect(looked).toHaveLength(20);
    }
  });

  test("addresses of IPv4 that a socket of IPv6 brings are not one network", () => {
    const { slow } = set();
    for (let n = 0; n < 30; n++) slow.reserve(`login x${n}`, "::ffff:203.0.113.7", null);
    expect(slow.reserve("login lan", "203.0.113.7", null).ok).toBe(false);
    expect(slow.reserve("login lan", "::ffff:203.0.113.8", null).ok).toBe(true);
  });

  test("ten thousand addresses at once are slowed together, for seconds only", () => {
    const { slow } = set();
    const all = Array.from({ length: 10_000 }, (_, n) =>
      slow.reserve(`login x${n}`, `10.${n >> 8}.${n & 255}.1`, null),
    );
    expect(all.filter((r) => r.ok)).toHaveLength(200);
    for (const r of all) if (!r.ok) expect(r.ms).toBeLessThanOrEqual(3_000);
  });
});

describe("nobody can shut out somebody else", () => {
  test("guesses from elsewhere do not slow the owner's own network", () => {
    const { slow } = set();
    for (let n = 0; n < 100; n++) slow.reserve("login lan", "198.51.100.9", null);
    expect(slow.reserve("login lan", "203.0.113.7", null).ok).toBe(true);
  });

  test("a browser that was signed in before gets in whatever strangers do", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ login: fc.constantFrom("login lan", "login hoa"), host: fc.nat(60_000), ms: fc.nat(2_000) }),
          {
            maxLength: 400,
          },
        ),
        (guesses) => {
          const { slow, time } = set();
          for (const { login, host, ms } of guesses) {
            time.now += ms;
            slow.reserve(login, `10.0.${host >> 8}.${host & 255}`, null);
          }
          expect(slow.reserve("login lan", "10.0.0.1", "mark").ok).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("and a stolen browser mark is slowed by itself", () => {
    const { slow } = set();
    const all = Array.from({ length: 60 }, (_, n) => slow.reserve("login lan", `10.0.0.${n}`, "mark"));
    expect(all.filter((r) => r.ok)).toHaveLength(5);
  });
});
