import { expect, test } from "vitest";
import { marks } from "../../src/delivery/marks.ts";
import { pace } from "../../src/delivery/pace.ts";
import type { Outbox, SentMark } from "../../src/store/outbox.ts";
import { openStore } from "../../src/store/sqlite/store.ts";
import { decider } from "../../src/turns/decide.ts";
import { intake } from "../../src/turns/intake.ts";
import { morning, seed, tempDir } from "../store/house.ts";
import { buttons, mockUniverse, tinyWorld } from "../turns/tiny-world.ts";
import { mockClock } from "./bench.ts";

/** The real store and turns, and the marks of a sender, with transactions of their own counted. */
const world = () => {
  const opened = openStore(`${tempDir()}/house.db`, { id: mockUniverse().id, publicUrl: "" });
  if (!opened.ok) throw new Error(opened.fault.cause);
  const store = opened.value;
  seed(store);
  const clock = mockClock(morning);
  const own: (readonly SentMark[])[] = [];
  const written: number[] = [];
  const record: Outbox["record"] = (batch) => {
    own.push(batch);
    return store.outbox.record(batch);
  };
  const waiting = marks({ ...store.outbox, record }, clock, (batch) => written.push(...batch.map((m) => m.id)));
  const said: number[] = [];
  const gate = intake({
    store: store.turns,
    decider: decider(tinyWorld(mockUniverse()), { telegram: buttons }),
    now: clock.now,
    committed: (c) => void said.push(...c.said.map((r) => r.id)),
    marks: waiting,
  });
  let n = 0;
  return {
    clock,
    own,
    written,
    said,
    waiting,
    break: () => store.db.exec("CREATE TRIGGER t BEFORE UPDATE ON outbox BEGIN SELECT raise(ABORT, 'broken'); END"),
    mend: () => store.db.exec("DROP TRIGGER t"),
    hello: () =>
      gate.submit({
        connection: "tg",
        key: String(++n),
        chat: "7",
        at: clock.now(),
        content: { kind: "open", code: null },
      }),
    sent: (id: number) => waiting.add({ id, as: "sent", at: clock.now(), externalId: "x" }),
    status: (id: number) => store.db.prepare("SELECT status FROM outbox WHERE id = ?").pluck().get(id),
  };
};

test("what was sent is marked in the transaction of the next turn, without one of its own", async () => {
  const w = world();
  await w.hello();
  const [first = 0] = w.said;
  w.sent(first);
  expect(w.status(first)).toBe("queued");
  await w.hello();
  expect(w.status(first)).toBe("sent");
  expect(w.written).toEqual([first]);
  await w.clock.pass(10 * pace.marksMs);
  expect(w.own).toEqual([]);
});

test("when nobody writes they are marked by themselves after a moment", async () => {
  const w = world();
  await w.hello();
  const [first = 0] = w.said;
  w.sent(first);
  await w.clock.pass(pace.marksMs);
  expect(w.status(first)).toBe("sent");
  expect(w.own).toHaveLength(1);
});

test("marks that could not be written harm no turn, and are written later", async () => {
  const w = world();
  await w.hello();
  const [first = 0] = w.said;
  w.sent(first);
  w.break();
  expect(await w.hello()).toEqual({ ok: true, value: "done" });
  expect(w.status(first)).toBe("queued");
  expect(w.written).toEqual([]);
  w.mend();
  await w.clock.pass(pace.marksAgainMs);
  expect(w.status(first)).toBe("sent");
  expect(w.written).toEqual([first]);
});
