import { expect, test } from "vitest";
import { marks } from "../../src/delivery/marks.ts";
import { pace } from "../../src/delivery/pace.ts";
import type { Outbox, SentMark } from "../../src/store/outbox.ts";
import { mockClock } from "./bench.ts";

/** Marks on their way to a table that answers when told. */
const onTheWay = () => {
  const clock = mockClock(0);
  const asked: number[][] = [];
  const heard: number[][] = [];
  const answers: { well: () => void; badly: () => void }[] = [];
  const ids = (batch: readonly SentMark[]): number[] => batch.map((m) => m.id);
  const outbox: Outbox = {
    queued: async () => [],
    message: async () => null,
    quietOf: () => [],
    record: (batch) => {
      asked.push(ids(batch));
      return new Promise((done, fail) => answers.push({ well: done, badly: () => fail(new Error("full")) }));
    },
  };
  const m = marks(outbox, clock, (batch) => heard.push(ids(batch)));
  const answer = async (how: "well" | "badly"): Promise<void> => {
    answers.shift()?.[how]();
    await clock.settle();
  };
  const add = (...all: number[]): void => {
    for (const id of all) m.add({ id, as: "sent", at: 0, externalId: "x" });
  };
  return { clock, asked, heard, answer, add, ids, marks: m };
};

test("many are written together, a moment after the first, and heard of when they are on the disk", async () => {
  const w = onTheWay();
  w.add(1);
  await w.clock.pass(pace.marksMs - 1);
  w.add(2);
  expect(w.asked).toEqual([]);
  await w.clock.pass(1);
  expect([w.asked, w.heard]).toEqual([[[1, 2]], []]);
  await w.answer("well");
  expect(w.heard).toEqual([[1, 2]]);
  await w.clock.pass(10_000);
  expect(w.asked).toHaveLength(1);
  w.add(3);
  await w.clock.pass(pace.marksMs);
  expect(w.asked).toEqual([[1, 2], [3]]);
});

test("that could not be written are written later, before the newer ones, and not heard of until then", async () => {
  const w = onTheWay();
  w.add(1, 2);
  await w.clock.pass(pace.marksMs);
  await w.answer("badly");
  expect(w.heard).toEqual([]);
  await w.clock.pass(pace.marksAgainMs - 1);
  expect(w.asked).toHaveLength(1);
  w.add(3);
  await w.clock.pass(1);
  expect(w.asked).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
  await w.answer("well");
  expect(w.heard).toEqual([[1, 2, 3]]);
});

test("one writing at a time: what comes meanwhile waits for it, and rides with nobody's turn before it", async () => {
  const w = onTheWay();
  w.add(1);
  await w.clock.pass(pace.marksMs);
  w.add(2);
  expect(w.marks.take()).toEqual([]);
  await w.clock.pass(10 * pace.marksMs);
  expect(w.asked).toEqual([[1]]);
  await w.answer("well");
  expect(w.asked).toEqual([[1], [2]]);
  await w.answer("well");
  expect(w.heard).toEqual([[1], [2]]);
  w.add(3);
  expect(w.ids(w.marks.take())).toEqual([3]);
});

test("taken for somebody's transaction they are not written a second time; given back they are", async () => {
  const w = onTheWay();
  w.add(1, 2);
  const taken = w.marks.take();
  expect(w.ids(taken)).toEqual([1, 2]);
  expect(w.marks.take()).toEqual([]);
  await w.clock.pass(10 * pace.marksMs);
  expect(w.asked).toEqual([]);
  w.marks.settled(taken, false);
  await w.clock.pass(pace.marksAgainMs);
  expect(w.asked).toEqual([[1, 2]]);
});

test("a transaction that failed with no marks in it plans nothing", async () => {
  const w = onTheWay();
  w.marks.settled([], false);
  await w.clock.pass(10 * pace.marksAgainMs);
  expect(w.asked).toEqual([]);
  w.add(1);
  await w.clock.pass(pace.marksMs);
  expect(w.asked).toEqual([[1]]);
});

test("flushing writes at once, ends when it is written, and writes nothing when there is nothing", async () => {
  const w = onTheWay();
  await w.marks.flush();
  expect(w.asked).toEqual([]);
  w.add(1);
  let over = false;
  void w.marks.flush().then(() => {
    over = true;
  });
  await w.clock.settle();
  expect([w.asked, over]).toEqual([[[1]], false]);
  await w.answer("well");
  expect(over).toBe(true);
});
