import { expect, test } from "vitest";
import { pace } from "../../src/delivery/pace.ts";
import { bench, sent } from "./bench.ts";

/** Lets everything go that may, however many there are. */
const untilEmpty = async (b: ReturnType<typeof bench>): Promise<void> => {
  for (let i = 0; i < 5_000 && b.table.size > 0; i++) await b.clock.pass(pace.marksMs);
};

test("more than memory holds waits in the table: each is sent once, in order, and no fresh one passes it", async () => {
  let release = (): void => {};
  const stuck = new Promise<void>((go) => {
    release = go;
  });
  const b = bench({ answer: (_c, text) => (text === "0" ? stuck.then(() => sent) : sent) });
  const more = 1_500;
  await b.give(...Array.from({ length: pace.heldRows + more }, (_, i) => b.row("a", `${i}`)));
  expect(b.sender.depth()).toEqual({ tg: pace.heldRows });
  await b.give(b.row("b", "fresh"));
  expect(b.texts()).toEqual(["0"]);
  // The other lane is not behind: a push goes at once.
  await b.give(b.row("c", "push", 3));
  expect(b.texts()).toEqual(["0", "push"]);
  expect(b.sender.depth()).toEqual({ tg: pace.heldRows });
  release();
  await untilEmpty(b);
  const said = b.out.filter((o) => o.chat === "a").map((o) => Number(o.text));
  expect(said).toEqual(Array.from({ length: pace.heldRows + more }, (_, i) => i));
  expect(b.texts().filter((t) => t === "fresh")).toHaveLength(1);
  // What waits no more is not behind any more: fresh ones go from memory.
  await b.give(b.row("d", "later"));
  expect(b.texts().at(-1)).toBe("later");
}, 60_000);

test("a backlog of more than one reading is read to its end at the start, and what is held is counted in both lanes", async () => {
  const b = bench({ quiet: [{ from: 9 * 60, to: 10 * 60 }], answer: () => new Promise(() => {}) });
  const replies = 2_300;
  for (let i = 0; i < replies; i++) b.row("a", `${i}`);
  for (let i = 0; i < 7; i++) b.row(`p${i}`, "push", 3);
  const fresh = b.again();
  await fresh.look();
  expect(fresh.depth()).toEqual({ tg: replies + 7 });
  // Looking again takes nothing twice.
  await fresh.look();
  expect(fresh.depth()).toEqual({ tg: replies + 7 });
});

test("a backlog of more than memory holds is read until it is full, and fresh ones wait behind it", async () => {
  const b = bench({ answer: () => new Promise(() => {}) });
  for (let i = 0; i < pace.heldRows + 5; i++) b.row("a", `${i}`);
  const fresh = b.again();
  await fresh.look();
  expect(fresh.depth()).toEqual({ tg: pace.heldRows });
  fresh.committed({ said: [b.row("b", "fresh")], stopped: [] });
  await b.clock.settle();
  expect(b.texts()).toEqual(["0"]);
});

test("what became of messages can ride with somebody's transaction, and is then not written by itself", async () => {
  const b = bench();
  await b.give(b.row("a", "1"));
  const taken = b.sender.marks.take();
  expect(taken).toMatchObject([{ id: 1, as: "sent" }]);
  await b.clock.pass(1_000);
  expect(b.marks).toEqual([]);
  b.sender.marks.settled(taken, false);
  await b.clock.pass(pace.marksAgainMs);
  expect(b.marks.flat()).toMatchObject([{ id: 1, as: "sent" }]);
});

test("what another connection waits for is not this one's, and a row of none is let be", async () => {
  const b = bench();
  await b.give({ ...b.row("a", "elsewhere"), connection: "web" });
  await b.clock.pass(1_000);
  expect(b.texts()).toEqual([]);
});

test("what was sent may be put into the table anew once it is on the disk, and not before", async () => {
  const b = bench();
  const row = b.row("a", "1");
  await b.give(row);
  b.table.set(row.id, row);
  await b.sender.look();
  await b.clock.settle();
  expect(b.texts()).toEqual(["1"]);
  await b.clock.pass(pace.marksMs);
  b.table.set(row.id, row);
  await b.sender.look();
  await b.clock.settle();
  expect(b.texts()).toEqual(["1", "1"]);
});

test("what waits for another try is not read from the table a second time", async () => {
  const b = bench({
    answer: (_c, _t, nth) => (nth === 1 ? { outcome: "retry", afterMs: 0, whole: false, reason: "502" } : sent),
  });
  await b.give(b.row("a", "1"));
  await b.clock.pass(pace.marksMs);
  expect(b.marks.flat()).toMatchObject([{ as: "waiting" }]);
  await b.sender.look();
  await b.clock.pass(60_000);
  expect(b.texts()).toEqual(["1", "1"]);
});
