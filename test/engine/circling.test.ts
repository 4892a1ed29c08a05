import { describe, expect, test } from "vitest";
import { circling } from "../../src/engine/circling.ts";
import type { Session } from "../../src/engine/session.ts";
import { contextOf } from "./context-of.ts";
import { noon } from "./world.ts";

const minute = 60_000;

/** Says things one after the other, each in a turn of its own, and tells which of them went in a circle. */
const said = (...words: readonly (readonly [text: string, at: number])[]) => {
  let session: Partial<Session> = {};
  const circles = words.map(([text, at]) => {
    const ctx = contextOf({ session, now: noon + at });
    const circles = circling(ctx, text);
    session = ctx.session;
    return circles;
  });
  return { circles, session };
};

describe("the same words, not understood", () => {
  test("go in a circle the fourth time, and then start anew", () => {
    const again = (n: number): [string, number] => ["sao không được", n * 1_000];
    expect(said(...[0, 1, 2, 3, 4, 5, 6, 7].map(again)).circles).toEqual([
      ...[false, false, false, true],
      ...[false, false, false, true],
    ]);
  });

  test("are the same with other marks, capitals and blanks", () => {
    expect(
      said(["Sao không được", 0], ["sao khong duoc", 1], ["SAO KHÔNG ĐƯỢC", 2], [" sao  khong duoc ", 3]).circles.at(
        -1,
      ),
    ).toBe(true);
  });

  test("are counted from the first, for less than five minutes", () => {
    const until = (last: number) =>
      said(["x y", 0], ["x y", minute], ["x y", 2 * minute], ["x y", last]).circles.at(-1);
    expect([until(5 * minute - 1), until(5 * minute)]).toEqual([true, false]);
  });

  test("are not, where other words come between", () => {
    expect(said(["a b", 0], ["a b", 1], ["a b", 2], ["c d", 3], ["a b", 4]).circles).not.toContain(true);
    expect(said(["a b", 0], ["b a", 1], ["ab", 2], ["a b", 3], ["a b", 4]).circles).not.toContain(true);
  });

  test("are not kept: the session holds nothing they could be read from", () => {
    const { session } = said(["con tôi tên Nguyễn Thị Mẫu", 0]);
    expect(JSON.stringify(session.echo)).not.toMatch(/con|toi|tôi|nguy/i);
    expect(session.echo?.text).toMatch(/^[0-9a-f]{1,8}$/);
  });

  test("do not touch the session the turn began with", () => {
    const ctx = contextOf();
    const before = structuredClone(ctx.session.echo);
    const { echo } = ctx.session;
    circling(ctx, "a b");
    expect(echo).toEqual(before);
  });
});
