import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Chat, emptyChat, isAsked, laneOf, queue, readyAt } from "../../src/delivery/chat.ts";
import { bench } from "./bench.ts";

describe("a queue", () => {
  test("gives what a plain list would, however long it gets and however it is emptied in between", () => {
    const step = fc.oneof(
      fc.record({ put: fc.integer({ min: 1, max: 3_000 }) }),
      fc.record({ take: fc.integer({ min: 1, max: 3_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const q = queue<number>();
        const list: number[] = [];
        const wrong: number[] = [];
        const same = (): boolean => q.empty() === (list.length === 0) && q.peek() === list[0];
        let n = 0;
        for (const s of steps)
          if ("put" in s)
            for (let i = 0; i < s.put; i++) {
              n += 1;
              q.push(n);
              list.push(n);
            }
          else for (let i = 0; i < s.take; i++) if (!same() || q.shift() !== list.shift()) wrong.push(n);
        expect(wrong).toEqual([]);
        expect(same()).toBe(true);
      }),
      { numRuns: 20, examples: [[[{ put: 3_000 }, { take: 2_900 }, { put: 2 }, { take: 200 }]]] },
    );
  });
});

const row = bench().row("a", "1");
/** A chat whose two lanes and itself may go from these moments. */
const chat = (from: { chat?: number; asked?: number; unasked?: number; pushedAt?: number }, waits = false): Chat => {
  const c = emptyChat("a");
  c.notBefore = from.chat ?? c.notBefore;
  c.lanes[0].notBefore = from.asked ?? c.lanes[0].notBefore;
  c.lanes[1].notBefore = from.unasked ?? c.lanes[1].notBefore;
  c.pushedAt = from.pushedAt ?? c.pushedAt;
  if (waits) c.lanes[0].rows.push({ ...row, since: 0 });
  return c;
};
const answer = (c: Chat): number => readyAt(c, c.lanes[0], 1_000);
const push = (c: Chat): number => readyAt(c, c.lanes[1], 1_000);

describe("when the first message of a lane may go", () => {
  test("replies and tickets are asked for, reminders and pushes are not", () => {
    expect([0, 1, 2, 3].map((priority) => isAsked({ priority }))).toEqual([true, true, false, false]);
    const c = emptyChat("a");
    expect([0, 1, 2, 3].map((priority) => laneOf(c, { priority }).asked)).toEqual([true, true, false, false]);
  });

  test("in a new chat: at once", () => {
    expect([answer(emptyChat("a")), push(emptyChat("a"))]).toEqual([-Infinity, -Infinity]);
  });

  test("an answer waits for its own retry and for a chat to be left alone, and for no push", () => {
    expect(answer(chat({ asked: 50 }, true))).toBe(50);
    expect(answer(chat({ asked: 50, chat: 70 }, true))).toBe(70);
    expect(answer(chat({ asked: 50, chat: 30, unasked: 900, pushedAt: 900 }, true))).toBe(50);
  });

  test("a push waits for its own retry, for the chat, for a second after the last push, and behind an answer that is tried again", () => {
    expect(push(chat({ unasked: 50 }))).toBe(50);
    expect(push(chat({ unasked: 50, chat: 70 }))).toBe(70);
    expect(push(chat({ unasked: 50, pushedAt: 60 }))).toBe(1_060);
    expect(push(chat({ unasked: 50, asked: 5_000 }, true))).toBe(5_000);
  });

  test("an answer that is gone holds up no push", () => {
    expect(push(chat({ unasked: 50, asked: 5_000 }))).toBe(50);
  });
});
