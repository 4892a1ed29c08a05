import { describe, expect, test } from "vitest";
import type { Inbound } from "../../src/channels/inbound.ts";
import type { Decider, Loaded, Timer, Turn } from "../../src/store/turn-store.ts";
import { nothing } from "../../src/turns/postponed.ts";
import { during, nameOf, type Watch, watched } from "../../src/turns/watch.ts";

/** A watch that writes down what it was told, and bars one name. */
const log = (barred = "") => {
  const heard: string[] = [];
  const watch: Watch = {
    barred: (name) => name === barred,
    begin: (name) => void heard.push(`begin ${name}`),
    end: () => void heard.push("end"),
  };
  return { heard, watch };
};
const inbound: Inbound = { connection: "tg", key: "41", chat: "7", at: 0, content: { kind: "text", text: "x" } };
const turn: Turn = { from: "person", inbound, sensitive: false, code: null };
const timer: Timer = {
  commune: "x",
  id: "a:p:unfinished",
  account: "a",
  learner: "p",
  kind: "unfinished",
  token: "t",
  dueAt: 0,
  push: null,
};
// No decider of these tests looks at it.
const loaded = {} as Loaded;

const deciding = (heard: string[], fails = false): Decider => {
  const does = (what: string) => {
    heard.push(what);
    if (fails) throw new Error("boom");
    return nothing;
  };
  return {
    decide: () => does("decide"),
    arrive: () => does("arrive"),
    undone: () => does("undone"),
    join: () => does("join"),
    apologise: () => {
      throw new Error("not asked");
    },
  } as unknown as Decider; // what the others give back is not looked at
};

describe("work under a watch", () => {
  test("is named before it begins and let go of after it, also when it throws", () => {
    const { heard, watch } = log();
    expect(during(watch, "tg 1", () => heard.push("work"))).toBe(2);
    expect(() =>
      during(watch, "tg 2", () => {
        throw new Error("boom");
      }),
    ).toThrow("boom");
    expect(heard).toEqual(["begin tg 1", "work", "end", "begin tg 2", "end"]);
  });

  test("an update has one name on each connection", () => {
    expect(nameOf(inbound)).toBe("tg 41");
    expect(nameOf({ connection: "zalo", key: "41" })).not.toBe(nameOf(inbound));
  });
});

describe("a decider under a watch", () => {
  test("says whose update it looks at, and for the person it then arrives as the same", () => {
    const { heard, watch } = log();
    const decider = watched(deciding(heard), watch);
    expect(decider.decide(turn, loaded, 0)).toBe(nothing);
    decider.arrive(loaded, 0);
    decider.decide({ from: "clock", timer }, loaded, 0);
    expect(heard).toEqual([
      ...["begin tg 41", "decide", "end"],
      ...["begin tg 41", "arrive", "end"],
      ...["begin timer a:p:unfinished", "decide", "end"],
    ]);
  });

  test("does not look at an update that ended the process before, and says why", () => {
    const { heard, watch } = log("tg 41");
    const decider = watched(deciding(heard), watch);
    expect(() => decider.decide(turn, loaded, 0)).toThrow(
      expect.objectContaining({ name: "PoisonTurn", message: expect.stringContaining("ended in it before") }),
    );
    expect(heard).toEqual([]);
    decider.decide({ from: "clock", timer }, loaded, 0);
    expect(heard).toContain("decide");
  });

  test("lets go of an update whose turn throws", () => {
    const { heard, watch } = log();
    expect(() => watched(deciding(heard, true), watch).decide(turn, loaded, 0)).toThrow("boom");
    expect(heard.at(-1)).toBe("end");
  });
});
