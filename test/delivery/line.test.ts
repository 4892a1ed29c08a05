import { describe, expect, test } from "vitest";
import type { Sent } from "../../src/channels/channel.ts";
import { pace } from "../../src/delivery/pace.ts";
import { bench, sent } from "./bench.ts";

// One connection at its limits; what it does for people is in sender.test.ts, long troubles in outage.test.ts.

const hour = 3_600_000;
const failed: Sent = { outcome: "retry", afterMs: 0, whole: false, reason: "502" };

/** A channel whose calls hang until they are answered by hand. */
const hanging = (settings: Record<string, string> = {}) => {
  const calls: { readonly chat: string; readonly text: string; readonly answer: (sent: Sent) => void }[] = [];
  const b = bench({
    settings,
    answer: (chat, text) => new Promise((answer) => calls.push({ chat, text, answer })),
  });
  /** Answers the calls under way whose text this is. */
  const answer = async (what: Sent, text?: string): Promise<void> => {
    const now = calls.splice(0);
    for (const call of now) text === undefined || call.text === text ? call.answer(what) : calls.push(call);
    await b.clock.settle();
  };
  return { ...b, answer, underWay: () => calls.map((c) => c.text) };
};
const rows = (b: { row: ReturnType<typeof bench>["row"] }, n: number, text: string, priority = 0) =>
  Array.from({ length: n }, (_, i) => b.row(`${text}-${i}`, text, priority));

describe("how many are under way at once", () => {
  test("no more than the pace says, and as soon as one is through the next", async () => {
    const b = hanging();
    await b.give(...rows(b, pace.inFlight + 5, "reply"));
    expect(b.underWay()).toHaveLength(pace.inFlight);
    await b.answer(sent);
    expect(b.underWay()).toHaveLength(5);
  });

  test("pushes that hang leave half of the room to answers", async () => {
    const b = hanging({ pushesPerSecond: "1000" });
    await b.give(...rows(b, 100, "push", 3));
    expect(b.underWay()).toHaveLength(pace.inFlightUnasked);
    await b.give(...rows(b, 100, "reply"));
    expect(b.underWay().filter((t) => t === "reply")).toHaveLength(pace.inFlight - pace.inFlightUnasked);
    await b.answer(sent, "push");
    // Answers first: they fill the room that the pushes left.
    expect(b.underWay().filter((t) => t === "reply")).toHaveLength(pace.inFlight);
    await b.answer(sent);
    await b.answer(sent);
    await b.answer(sent);
    expect(b.underWay().filter((t) => t === "push")).toHaveLength(pace.inFlightUnasked);
  });

  test("messages tried before leave most of the room to new ones", async () => {
    const b = hanging();
    // Each by itself, with one that gets through in between, so that the connection is not thought to be in trouble.
    for (let i = 0; i < 20; i++) {
      await b.give(b.row(`again-${i}`, "again"));
      await b.answer(failed, "again");
      await b.give(b.row(`well-${i}`, "well"));
      await b.answer(sent, "well");
    }
    await b.clock.pass(2_000);
    expect(b.underWay()).toEqual(Array.from({ length: pace.inFlightAgain }, () => "again"));
    await b.give(...rows(b, 100, "new"));
    expect(b.underWay().filter((t) => t === "new")).toHaveLength(pace.inFlight - pace.inFlightAgain);
    await b.answer(sent, "again");
    expect(b.underWay().filter((t) => t === "again")).toHaveLength(pace.inFlightAgain);
  });

  test("after a trouble one message finds out, and it is a new one", async () => {
    const b = hanging();
    await b.give(b.row("a", "old"));
    await b.answer({ outcome: "uncertain", reason: "reset" }, "old");
    await b.give(b.row("b", "new"), b.row("c", "new"));
    await b.clock.pass(1_000);
    expect(b.underWay()).toEqual(["new"]);
    await b.answer(sent);
    expect(b.underWay().toSorted()).toEqual(["new", "old"]);
  });
});

describe("what is written down and told", () => {
  test("a message nobody may be sent now is held with the reason, counts for no trouble, and the next goes on", async () => {
    const b = bench({
      answer: (_c, text) => (text === "1" ? { outcome: "wait", reason: "48 h are over" } : sent),
    });
    await b.give(b.row("a", "1"), b.row("a", "2"));
    await b.clock.pass(100);
    expect(b.texts()).toEqual(["1", "2"]);
    expect(b.marks.flat()).toEqual([
      { id: 1, as: "held", since: b.out[0]?.at, attempts: 1, reason: "SEND_WAITING: 48 h are over" },
      { id: 2, as: "sent", at: b.out[1]?.at, externalId: "x" },
    ]);
  });

  test("every try is counted by what became of it, and each possible repeat", async () => {
    const outcomes: Sent[] = [failed, { outcome: "uncertain", reason: "reset" }, sent];
    const b = bench({ answer: (_c, _t, nth) => outcomes[nth - 1] ?? sent });
    await b.give(b.row("a", "1"));
    await b.clock.pass(60_000);
    expect(b.counts).toEqual({
      "sends_total retry": 1,
      "sends_total uncertain": 1,
      "sends_total sent": 1,
      repeats_total: 1,
    });
    expect(b.marks.flat()).toMatchObject([
      { as: "waiting", attempts: 1, reason: "SEND_RETRY: 502", repeats: false },
      { as: "waiting", attempts: 2, reason: "SEND_UNCERTAIN: reset", repeats: true },
      { as: "sent" },
    ]);
  });

  test("a fault of our own is told once a message, and the message is tried again, slower and slower", async () => {
    const b = bench({
      answer: (_c, _t, nth) =>
        nth === 1 ? Promise.reject(new TypeError("bug")) : nth === 2 ? Promise.reject("no error at all") : sent,
    });
    await b.give(b.row("a", "1"));
    await b.clock.pass(1_000);
    expect(b.texts()).toEqual(["1", "1"]);
    await b.clock.pass(1_999);
    expect(b.texts()).toEqual(["1", "1"]);
    await b.clock.pass(1);
    expect(b.texts()).toEqual(["1", "1", "1"]);
    expect(b.raised).toEqual([{ code: "SEND_RETRY", cause: "sending threw TypeError" }]);
    await b.clock.pass(100);
    expect(b.marks.flat()).toMatchObject([{ reason: "SEND_RETRY: TypeError" }, { reason: "SEND_RETRY: thrown" }, {}]);
  });

  test("refused credentials are told again only when they are refused anew", async () => {
    const b = hanging();
    await b.give(b.row("a", "1"), b.row("b", "2"));
    await b.answer({ outcome: "unauthorised", reason: "401" });
    expect(b.raised).toHaveLength(1);
    await b.clock.pass(pace.unauthorisedMs);
    await b.answer({ outcome: "unauthorised", reason: "401" });
    expect(b.raised).toHaveLength(2);
  });

  test("that a chat is blocked is found out once, also before it is written down", async () => {
    const b = bench({ answer: () => ({ outcome: "blocked", reason: "403" }) });
    await b.give(b.row("a", "1"));
    await b.sender.look();
    await b.clock.settle();
    expect(b.texts()).toEqual(["1"]);
  });

  test("of a blocked chat only the message that found out is written down; the others are forgotten", async () => {
    const b = bench({ answer: (chat) => (chat === "a" ? { outcome: "blocked", reason: "403" } : sent) });
    const both = [b.row("a", "1"), b.row("a", "2")];
    await b.give(...both);
    await b.clock.pass(100);
    expect(b.marks.flat()).toEqual([{ id: 1, as: "blocked", connection: "tg", chat: "a", at: b.out[0]?.at }]);
    expect(b.sender.depth()).toEqual({ tg: 0 });
    // What is in the table again may be read again: nobody holds it.
    for (const row of both) b.table.set(row.id, { ...row, chat: "b" });
    await b.sender.look();
    await b.clock.settle();
    expect(b.out.filter((o) => o.chat === "b").map((o) => o.text)).toEqual(["1", "2"]);
  });
});

describe("messages that fail", () => {
  test("three in a row are the connection's trouble: all wait, then one finds out", async () => {
    const b = hanging();
    for (const chat of ["a", "b", "c"]) {
      await b.give(b.row(chat, chat));
      await b.answer(failed);
    }
    await b.give(b.row("d", "new"), b.row("e", "new"));
    expect(b.underWay()).toEqual([]);
    await b.clock.pass(1_000);
    expect(b.underWay()).toEqual(["new"]);
  });

  test("three in a row that were to be left alone for a while are not", async () => {
    const b = hanging();
    for (const chat of ["a", "b", "c"]) {
      await b.give(b.row(chat, chat));
      await b.answer({ outcome: "retry", afterMs: 5_000, whole: false, reason: "429" });
    }
    await b.give(b.row("d", "new"), b.row("e", "new"));
    expect(b.underWay()).toEqual(["new", "new"]);
  });
});

describe("a chat that was pushed to", () => {
  test("is not one that was only answered: a push behind an answer goes at once", async () => {
    const b = bench();
    await b.give(b.row("a", "reply"));
    await b.give(b.row("a", "push", 3));
    expect(b.texts()).toEqual(["reply", "push"]);
  });

  test("is still left alone for its second when it was empty in between", async () => {
    const b = bench();
    await b.give(b.row("a", "p1", 3));
    await b.clock.pass(400);
    await b.give(b.row("a", "p2", 3));
    await b.clock.pass(599);
    expect(b.texts()).toEqual(["p1"]);
    await b.clock.pass(1);
    expect(b.texts()).toEqual(["p1", "p2"]);
  });

  test("is still left alone for as long as the channel asked when it was empty in between", async () => {
    const b = bench({
      answer: (_c, _t, nth) => (nth === 1 ? { outcome: "retry", afterMs: 9_000, whole: false, reason: "429" } : sent),
    });
    await b.give(b.row("a", "p1", 3));
    b.sender.committed({ said: [], stopped: [{ connection: "tg", chat: "a", from: 2 }] });
    await b.clock.pass(5_000);
    await b.give(b.row("a", "reply"));
    await b.clock.pass(3_999);
    expect(b.texts()).toEqual(["p1"]);
    await b.clock.pass(1);
    expect(b.texts()).toEqual(["p1", "reply"]);
  });
});

describe("hushing a chat", () => {
  test("drops what was not asked for from that priority on, and nothing of other chats", async () => {
    const b = bench({ quiet: [{ from: 9 * 60, to: 10 * 60 }] });
    await b.give(b.row("a", "reminder", 2), b.row("a", "push", 3), b.row("b", "other", 3));
    b.sender.committed({ said: [], stopped: [{ connection: "tg", chat: "a", from: 3 }] });
    b.sender.committed({ said: [], stopped: [{ connection: "tg", chat: "nobody", from: 0 }] });
    b.sender.committed({ said: [], stopped: [{ connection: "another", chat: "a", from: 0 }] });
    await b.clock.pass(2 * hour);
    expect(b.texts().toSorted()).toEqual(["other", "reminder"]);
  });

  test("lets go of what it dropped: in the table again, it is read again", async () => {
    const b = bench({ quiet: [{ from: 9 * 60, to: 10 * 60 }] });
    const push = b.row("a", "push", 3);
    await b.give(push);
    b.sender.committed({ said: [], stopped: [{ connection: "tg", chat: "a", from: 2 }] });
    await b.sender.look();
    expect(b.sender.depth()).toEqual({ tg: 1 });
  });

  test("does not call back what is under way, and sends it once", async () => {
    const b = hanging();
    await b.give(b.row("a", "p1", 3), b.row("a", "p2", 3));
    b.sender.committed({ said: [], stopped: [{ connection: "tg", chat: "a", from: 2 }] });
    expect(b.sender.depth()).toEqual({ tg: 1 });
    await b.answer(sent);
    await b.clock.pass(5_000);
    expect(b.texts()).toEqual(["p1"]);
    expect(b.marks.flat()).toMatchObject([{ id: 1, as: "sent" }]);
    expect(b.sender.depth()).toEqual({ tg: 0 });
  });
});

describe("a product that can be asked whether it answers", () => {
  const asking = (answers: () => boolean | Promise<boolean>) => {
    let down = true;
    const b = bench({
      alive: () => answers(),
      answer: () => (down ? { outcome: "retry", afterMs: 0, whole: true, reason: "refused" } : sent),
    });
    const mend = (): void => {
      down = false;
    };
    return { ...b, mend };
  };

  test("is asked after a trouble, and no message is risked until it answers", async () => {
    let well = false;
    const b = asking(() => well);
    await b.give(b.row("a", "1"));
    await b.clock.pass(30_000);
    expect(b.texts()).toEqual(["1"]);
    const asked = b.asked();
    expect(asked).toBeGreaterThan(3);
    well = true;
    b.mend();
    await b.clock.pass(1.25 * pace.longestAskMs);
    expect(b.texts()).toEqual(["1", "1"]);
    expect(b.asked()).toBe(asked + 1);
    await b.clock.pass(hour);
    expect(b.asked()).toBe(asked + 1);
  });

  test("is not asked while nobody waits for it", async () => {
    const b = asking(() => false);
    await b.give(b.row("a", "1", 3));
    b.sender.committed({ said: [], stopped: [{ connection: "tg", chat: "a", from: 2 }] });
    await b.clock.settle();
    b.table.clear();
    const asked = b.asked();
    await b.clock.pass(hour);
    expect(b.asked()).toBe(asked);
  });

  test("is asked once at a time, however many write meanwhile", async () => {
    const b = asking(() => new Promise(() => {}));
    await b.give(b.row("a", "1"));
    await b.clock.pass(2_000);
    await b.give(b.row("b", "2"));
    await b.give(b.row("c", "3"));
    await b.clock.pass(hour);
    expect([b.asked(), b.texts()]).toEqual([1, ["1"]]);
  });

  test("whose asking throws is taken to be silent", async () => {
    const b = asking(() => {
      throw new Error("no network");
    });
    await b.give(b.row("a", "1"));
    await b.clock.pass(60_000);
    expect(b.texts()).toEqual(["1"]);
    expect(b.asked()).toBeGreaterThan(3);
  });

  test("at the end of the process is not asked any more: what is ready is tried", async () => {
    const b = asking(() => false);
    await b.give(b.row("a", "1"));
    b.mend();
    const drained = b.sender.drain();
    await b.clock.pass(pace.drainMs);
    await drained;
    expect(b.texts()).toEqual(["1", "1"]);
  });
});

describe("messages held in memory", () => {
  test("are a thousand; those of the rows behind them are read when their turn comes", async () => {
    const b = hanging();
    const all = Array.from({ length: pace.heldMessages + 3 }, (_, i) => b.row("a", `${i}`));
    await b.give(...all);
    // What stands in the table by now is what tells whether it was read again.
    for (const [id, row] of b.table)
      b.table.set(id, { ...row, message: row.message && { ...row.message, blocks: [] } });
    for (let i = 0; i < all.length; i++) await b.answer(sent);
    expect(b.texts().filter((t) => t === "")).toHaveLength(3);
    expect(b.texts().slice(0, 2)).toEqual(["0", "1"]);
    // Room was made: the next are held again.
    const next = [b.row("a", "under way"), b.row("a", "held")];
    await b.give(...next);
    b.table.clear();
    await b.answer(sent);
    expect(b.texts().at(-1)).toBe("held");
  });
});
