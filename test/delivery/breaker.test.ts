import { describe, expect, test } from "vitest";
import { breaker } from "../../src/delivery/breaker.ts";
import { pace } from "../../src/delivery/pace.ts";

// What goes out through it is in sender.test.ts and outage.test.ts; here are its judgements one by one. With a chance of
// one half every wait is exactly its middle.
const connection = () => breaker(() => 0.5);
type Connection = ReturnType<typeof connection>;
/** How it stands at a moment: may so many go at once, after so long, and must it be asked first? */
const stands = (c: Connection, now: number) => [c.room(), c.wait(now), c.doubtful()];

describe("a connection", () => {
  test("starts with nothing against it", () => {
    expect(stands(connection(), 0)).toEqual([pace.inFlight, 0, false]);
  });

  test("in trouble rests a first second, lets one message find out, and must be asked", () => {
    const c = connection();
    c.troubled(0, 100, 0);
    expect(stands(c, 100)).toEqual([1, 1_000, true]);
    expect(c.wait(1_099)).toBe(1);
    expect([c.wait(1_100), c.wait(1_101), c.wait(99_000)]).toEqual([0, 0, 0]);
  });

  test("however many messages fail together, they are one trouble", () => {
    const c = connection();
    c.troubled(0, 100, 0);
    // All three were under way when the trouble was noticed, the last began in the same moment.
    c.troubled(0, 150, 0);
    c.troubled(50, 160, 0);
    c.troubled(100, 200, 0);
    expect(c.wait(200)).toBe(900);
    c.troubled(101, 300, 0);
    expect(c.wait(300)).toBe(2_000);
  });

  test("rests twice as long each time it fails again, up to the longest rest", () => {
    const c = connection();
    const rests = Array.from({ length: 12 }, (_, i) => {
      const now = i * 10 * pace.longestRestMs;
      c.troubled(now, now + 1, 0);
      return c.wait(now + 1);
    });
    expect(rests.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...rests)).toBe(pace.longestRestMs);
  });

  test("rests as long as the channel itself named, also when only a later one of the failures named it", () => {
    const c = connection();
    c.troubled(0, 100, 0);
    c.troubled(0, 200, 60_000);
    expect(c.wait(200)).toBe(60_000);
    // A shorter word does not cut a longer one.
    c.troubled(0, 300, 10_000);
    expect(c.wait(300)).toBe(59_900);
    const named = connection();
    named.troubled(0, 100, 7_000);
    expect(named.wait(100)).toBe(7_000);
  });

  test("comes back by doubling: with each message that gets through twice as many may go", () => {
    const c = connection();
    c.troubled(0, 100, 0);
    const rooms = [1, 2, 3, 4, 5, 6, 7].map((i) => {
      c.well(100 + i, 200 + i);
      return c.room();
    });
    expect(rooms).toEqual([2, 4, 8, 16, 32, 32, 32]);
    expect(c.doubtful()).toBe(false);
    // The next trouble is a first one again.
    c.troubled(1_000, 1_001, 0);
    expect(c.wait(1_001)).toBe(1_000);
  });

  test("a message that set off before the trouble and got through proves nothing of now", () => {
    const c = connection();
    c.troubled(0, 100, 0);
    c.well(50, 110);
    c.well(100, 120);
    expect(stands(c, 120)).toEqual([1, 980, true]);
  });
});

describe("failures that may be the messages' own", () => {
  const stumble = (c: Connection, from: number, times: number): void => {
    for (let i = 0; i < times; i++) c.stumbled(from + i, from + i);
  };
  test("are its trouble once there are as many in a row as the pace says", () => {
    const c = connection();
    stumble(c, 0, pace.failuresInARow - 1);
    expect(stands(c, 10)).toEqual([pace.inFlight, 0, false]);
    stumble(c, 10, 1);
    expect(stands(c, 10)).toEqual([1, 1_000, true]);
  });

  test("one that gets through in between ends the row", () => {
    const c = connection();
    stumble(c, 0, pace.failuresInARow - 1);
    c.well(5, 6);
    stumble(c, 10, pace.failuresInARow - 1);
    expect(c.wait(10)).toBe(0);
  });

  test("a trouble ends the row too: the next rest comes only after as many again", () => {
    const c = connection();
    stumble(c, 0, pace.failuresInARow);
    const resting = c.wait(5_000);
    stumble(c, 5_000, pace.failuresInARow - 1);
    expect(c.wait(5_000)).toBe(resting);
  });

  test("one under way while another got through counts for nothing", () => {
    const c = connection();
    c.well(0, 100);
    for (let i = 0; i < 10; i++) c.stumbled(99, 200);
    expect(c.wait(200)).toBe(0);
    // Begun in the moment of the answer it counts.
    for (let i = 0; i < 10; i++) c.stumbled(100, 200);
    expect(c.wait(200)).toBe(1_000);
  });
});

describe("a message that was lost", () => {
  test("is its trouble at once", () => {
    const c = connection();
    c.lost(0, 100);
    expect(stands(c, 100)).toEqual([1, 1_000, true]);
  });

  test("is the message's own bad luck when another got through meanwhile", () => {
    const c = connection();
    c.well(0, 100);
    c.lost(99, 200);
    expect(c.wait(200)).toBe(0);
    c.lost(100, 200);
    expect(c.wait(200)).toBe(1_000);
  });
});

describe("asked whether it answers", () => {
  test("and silent: asked again soon, then more slowly, but never as rarely as a message is risked", () => {
    const c = connection();
    c.troubled(0, 1, 0);
    const rests = [1, 2, 3, 4, 5, 6].map((i) => {
      const now = i * 100_000;
      c.silent(now, now);
      return c.wait(now);
    });
    expect(rests).toEqual([1_000, 2_000, 4_000, 8_000, pace.longestAskMs, pace.longestAskMs]);
  });

  test("and it answers: one message may be risked, and the asking starts anew", () => {
    const c = connection();
    c.troubled(0, 1, 0);
    c.silent(1_000, 1_000);
    c.silent(3_000, 3_000);
    c.answers();
    expect([c.doubtful(), c.room()]).toEqual([false, 1]);
    c.silent(9_000, 9_000);
    expect(c.wait(9_000)).toBe(1_000);
  });
});

describe("mended by a person", () => {
  test("it goes on at once, and starts to rest and to ask as if for the first time", () => {
    const c = connection();
    for (const now of [1, 10_000, 20_000]) c.troubled(now, now + 1, 60_000);
    c.silent(30_000, 30_000);
    c.silent(40_000, 40_000);
    c.resumed(50_000);
    expect(c.wait(50_000)).toBe(0);
    c.silent(60_000, 60_000);
    expect(c.wait(60_000)).toBe(1_000);
    c.troubled(70_000, 70_001, 0);
    expect(c.wait(70_001)).toBe(1_000);
  });

  test("what set off before the mending says nothing of it", () => {
    const c = connection();
    c.resumed(1_000);
    c.troubled(999, 2_000, 60_000);
    c.silent(999, 2_000);
    expect(stands(c, 2_000)).toEqual([pace.inFlight, 0, false]);
    c.troubled(1_000, 2_000, 0);
    expect(c.wait(2_000)).toBe(1_000);
  });

  test("and what is asked in the moment of mending counts", () => {
    const c = connection();
    c.resumed(1_000);
    c.silent(1_000, 2_000);
    expect(c.wait(2_000)).toBe(1_000);
  });
});
