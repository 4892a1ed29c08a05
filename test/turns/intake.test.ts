import { expect, test } from "vitest";
import { webListeners } from "../../src/channels/web/listeners.ts";
import { ok } from "../../src/kit/result.ts";
import type { Committed, Turn } from "../../src/store/turn-store.ts";
import { intake } from "../../src/turns/intake.ts";
import { house, wordsOf } from "../store/house.ts";

const empty: Committed = { outcomes: [], said: [], stopped: [], marked: true };
const nobody = {
  decide: () => {
    throw new Error("not asked");
  },
  arrive: () => {
    throw new Error("not asked");
  },
  undone: () => {
    throw new Error("nothing was decided");
  },
  join: () => null,
  apologise: () => {
    throw new Error("not asked");
  },
};

/** An intake over a store that only notes its batches. */
const noting = (transact: (batch: readonly Turn[]) => Promise<Committed>) => {
  const batches: (readonly Turn[])[] = [];
  const gate = intake({
    store: {
      dueTimers: async () => [],
      transact: async (batch) => {
        batches.push(batch);
        return transact(batch);
      },
    },
    decider: nobody,
    now: () => 0,
    committed: () => {},
  });
  return {
    batches,
    gate,
    submit: (key: string, text = "x") =>
      gate.submit({ connection: "tg", key, chat: "a", at: 0, content: { kind: "text", text } }),
  };
};
const allDone = async (batch: readonly Turn[]): Promise<Committed> => ({
  ...empty,
  outcomes: batch.map(() => ok("done" as const)),
});

test("what arrives in one tick is one transaction, in order", async () => {
  const n = noting(allDone);
  await Promise.all(["1", "2", "3"].map((k) => n.submit(k)));
  await n.submit("4");
  expect(n.batches.map((b) => b.map((t) => t.from === "person" && t.inbound.key))).toEqual([["1", "2", "3"], ["4"]]);
});

test("a flood is cut into batches, and none is forgotten", async () => {
  const n = noting(allDone);
  await Promise.all(Array.from({ length: 600 }, (_, i) => n.submit(String(i))));
  expect(n.batches.map((b) => b.length)).toEqual([256, 256, 88]);
});

test("nothing is answered before the commit", async () => {
  let commit = (): void => {};
  const n = noting(
    (batch) =>
      new Promise((go) => {
        commit = () => void allDone(batch).then(go);
      }),
  );
  let answered = false;
  const one = n.submit("1").then(() => {
    answered = true;
  });
  await new Promise((go) => setImmediate(go));
  await new Promise((go) => setImmediate(go));
  expect(answered).toBe(false);
  commit();
  await one;
});

test("a store that breaks is told to those who wait, and the next batch goes its way", async () => {
  let first = true;
  const n = noting(async (batch) => {
    if (!first) return allDone(batch);
    first = false;
    throw new Error("gone");
  });
  await expect(n.submit("1")).rejects.toThrow("gone");
  await expect(n.submit("2")).resolves.toEqual(ok("done"));
});

test("a sensitive text never reaches the store", async () => {
  const n = noting(allDone);
  await n.submit("1", "mật khẩu là hoahong99");
  expect(n.batches).toMatchObject([
    [{ sensitive: true, code: null, inbound: { content: { kind: "text", text: "" } } }],
  ]);
  expect(JSON.stringify(n.batches)).not.toContain("hoahong");
});

test("a web page is woken by a commit with a message for its room, until it leaves", async () => {
  const h = house();
  const r = webListeners();
  let woken = 0;
  const leave = r.onCommit({ connection: "tg", chat: "a" }, () => {
    woken += 1;
  });
  const committed = h.turns.committed;
  h.turns.committed = (c) => {
    committed(c);
    r.committed(c);
  };
  await h.say("a", "chào");
  await h.say("b", "chào");
  leave();
  await h.say("a", "chào");
  expect(woken).toBe(1);
});

test("a broken flow ends kindly for the person and is on record for its author", async () => {
  const h = house();
  await h.resident("a");
  expect(wordsOf(await h.talk("a", "boom"))).toBe("failed");
  expect(h.one("SELECT fault FROM inbox WHERE fault IS NOT NULL")).toMatch(/^TURN_FAILED: .*Error: \(message left out/);
  expect(wordsOf(await h.talk("a", "xin chào"))).not.toBe("failed");
});

test.each([
  { kind: "text", text: "x" },
  { kind: "press", token: "t", key: "k" },
  { kind: "open", code: null },
  { kind: "media", media: "photo" },
] as const)("%o from more than a day before the newest is taken and not answered as if it were new", async (content) => {
  const n = noting(allDone);
  const day = 24 * 3_600_000;
  const sent = (key: string, at: number, connection = "tg") =>
    n.gate.submit({ connection, key, chat: "a", at, content });
  expect(await sent("now", 0)).toEqual(ok("done"));
  expect(await sent("old", -day - 1)).toEqual(ok("late"));
  expect(n.batches).toHaveLength(1);
  expect(await sent("yesterday", -day)).toEqual(ok("done"));
  // Each connection by its own words; and our own clock, however wrong, has no say.
  expect(await sent("elsewhere", -90 * day, "zalo")).toEqual(ok("done"));
});

test("a captured word is not answered again: not after a restart, nor when its connection was silent since", async () => {
  const h = house();
  const day = 24 * 3_600_000;
  const started = () => intake({ ...h.turns, newest: h.store.connections.newest });
  const word = (key: string, at: number, connection = "tg") =>
    ({ connection, key, chat: "a", at, content: { kind: "text", text: "chào" } }) as const;
  const captured = word("captured", h.now);
  expect(await started().submit(captured)).toEqual(ok("done"));
  h.now += 9 * day;
  const newest = word("newest", h.now);
  expect(await started().submit(newest)).toEqual(ok("done"));
  // The marks of what was received are gone after a week.
  h.store.db.exec("DELETE FROM inbox");
  expect(await started().submit(captured)).toEqual(ok("late"));
  h.now += 8 * day;
  expect(await started().submit(newest)).toEqual(ok("late"));
  const running = started();
  expect(await running.submit(word("now", h.now))).toEqual(ok("done"));
  expect(await running.submit(newest)).toEqual(ok("late"));
  // A press has our time alone: while the clock is ahead it makes nobody else's word late.
  h.now += 30 * day;
  expect(await running.submit({ ...word("pressed", h.now), undated: true })).toEqual(ok("done"));
  expect(await running.submit(word("said beside it", h.now - 30 * day + 1))).toEqual(ok("done"));
  h.now -= 30 * day;
  // Our clock was a month ahead while this came, and is right again: nobody is silenced by it, restarted or not.
  h.now += 30 * day;
  await running.submit(word("ahead", h.now));
  h.now -= 30 * day;
  for (const gate of [running, started()])
    expect(await gate.submit(word(`right again ${gate === running}`, h.now))).toEqual(ok("done"));
});

test.each(["blocked", "unblocked", "erase"] as const)("%s is obeyed however late it comes", async (kind) => {
  const n = noting(allDone);
  const sent = (key: string, at: number) => n.gate.submit({ connection: "tg", key, chat: "a", at, content: { kind } });
  await sent("now", 0);
  expect(await sent("old", -90 * 24 * 3_600_000)).toEqual(ok("done"));
  expect(n.batches).toHaveLength(2);
});
