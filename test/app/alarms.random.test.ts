import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmSeen, CALM, toTell, urgent } from "../../src/app/alarms/decide.ts";
import { awake, DAY, type Quiet } from "../../src/kit/vietnam-time.ts";
import type { AlarmKind, ListenerChat, Told } from "../../src/store/ports/alarms.ts";
import { monday } from "../universe.ts";

const MINUTE = 60_000;
// The keys of a record over the kinds.
const alarmKinds = Object.keys(urgent) as readonly AlarmKind[];
const quiet: readonly Quiet[] = [
  { from: 21 * 60, to: 6 * 60 },
  { from: 12 * 60, to: 13 * 60 + 30 },
];
const connections = ["tg", "oa"] as const;
const chatOn = (connection: string): ListenerChat => ({
  account: `a-${connection}`,
  connection,
  chat: `c-${connection}`,
  seenAt: 0,
  you: "anh",
  language: "vi",
});

type Moment = {
  readonly afterMs: number;
  readonly seen: readonly AlarmSeen[];
  /** Which chats take messages now. */
  readonly reached: readonly string[];
};

const seenOf = (connection: string, kind: AlarmKind) =>
  fc
    .constantFrom<"stands" | "well" | "unknown">("stands", "well", "unknown")
    .map((is): readonly AlarmSeen[] => (is === "unknown" ? [] : [{ connection, kind, stands: is === "stands" }]));
const moment: fc.Arbitrary<Moment> = fc.record({
  afterMs: fc.oneof(
    fc.constant(MINUTE),
    fc.integer({ min: MINUTE, max: 2 * CALM }),
    fc.integer({ min: MINUTE, max: 2 * DAY }),
  ),
  seen: fc.tuple(...connections.flatMap((c) => alarmKinds.map((kind) => seenOf(c, kind)))).map((all) => all.flat()),
  reached: fc.subarray([...connections]),
});
const history = fc.array(moment, { maxLength: 80 });

type Said = { readonly at: number; readonly what: "begun" | "over"; readonly on: string; readonly seen: AlarmSeen };

/** Plays a history as the watch does, over what is kept: every look stands for itself, as after a restart. */
const played = (moments: readonly Moment[]): readonly Said[] => {
  const told = new Map<string, Told>();
  const said: Said[] = [];
  let now = monday;
  for (const { afterMs, seen, reached } of moments) {
    now += afterMs;
    const { say, keep } = toTell({
      now,
      awake: awake(now, quiet) === now,
      seen,
      told: [...told.values()],
      chats: reached.map(chatOn),
    });
    for (const t of keep) told.set(`${t.kind} ${t.connection}`, t);
    for (const s of say) said.push({ at: now, what: s.what, on: s.to.connection, seen: s.seen });
  }
  return said;
};

const of = (said: readonly Said[], connection: string, kind: AlarmKind) =>
  said.filter((s) => s.seen.connection === connection && s.seen.kind === kind);

test("whatever alarms do: begun and over take turns, each at most once a day, none at rest but what is urgent", () => {
  fc.assert(
    fc.property(history, (moments) => {
      const said = played(moments);
      for (const connection of connections)
        for (const kind of alarmKinds) {
          const mine = of(said, connection, kind);
          for (const [i, s] of mine.entries()) {
            expect(s.what).toBe(i % 2 === 0 ? "begun" : "over");
            const before = mine[i - 2];
            if (before && s.what === "begun") expect(s.at - before.at).toBeGreaterThanOrEqual(DAY);
            expect(s.seen.stands).toBe(s.what === "begun");
          }
          const days = new Map<number, number>();
          for (const s of mine.filter((m) => m.what === "begun"))
            days.set(Math.floor((s.at - monday) / DAY), (days.get(Math.floor((s.at - monday) / DAY)) ?? 0) + 1);
          for (const n of days.values()) expect(n).toBe(1);
        }
      for (const s of said)
        if (!(urgent[s.seen.kind] && s.what === "begun")) expect(awake(s.at, quiet), "at rest").toBe(s.at);
    }),
    { numRuns: 300 },
  );
});

test("whatever alarms do: never through a connection that sends nothing, and through another where there is one", () => {
  const stops: readonly AlarmKind[] = ["token-gone", "failing", "outbox"];
  fc.assert(
    fc.property(history, (moments) => {
      let now = monday;
      for (const { afterMs, seen, reached } of moments) {
        now += afterMs;
        const { say } = toTell({ now, awake: true, seen, told: [], chats: reached.map(chatOn) });
        const dead = new Set(seen.filter((s) => s.stands && stops.includes(s.kind)).map((s) => s.connection));
        for (const s of say) {
          expect(dead.has(s.to.connection)).toBe(false);
          const other = reached.some((c) => c !== s.seen.connection && !dead.has(c));
          if (other) expect(s.to.connection).not.toBe(s.seen.connection);
        }
        // Whatever stands is told, unless nobody can be reached.
        const open = reached.filter((c) => !dead.has(c));
        expect(say.length).toBe(open.length === 0 ? 0 : seen.filter((s) => s.stands).length);
      }
    }),
    { numRuns: 300 },
  );
});

test("an alarm that flickers for a day is one message and one at its end", () => {
  const flicker = Array.from(
    { length: 24 * 20 },
    (_, i): Moment => ({
      afterMs: 3 * MINUTE,
      seen: [{ connection: "tg", kind: "failing", stands: i % 2 === 0 }],
      reached: ["oa"],
    }),
  );
  const calm = Array.from(
    { length: 24 * 20 },
    (): Moment => ({
      afterMs: 3 * MINUTE,
      seen: [{ connection: "tg", kind: "failing", stands: false }],
      reached: ["oa"],
    }),
  );
  expect(played([...flicker, ...calm]).map((s) => s.what)).toEqual(["begun", "over"]);
});

test("one that nobody could be told is told when somebody can be, while it stands; and no end of it otherwise", () => {
  const stands: AlarmSeen = { connection: "tg", kind: "failing", stands: true };
  const at = (seen: AlarmSeen, reached: readonly string[]): Moment => ({ afterMs: CALM, seen: [seen], reached });
  const well = { ...stands, stands: false };
  expect(played([at(stands, ["tg"]), at(well, ["tg"]), at(well, ["tg"]), at(well, ["tg"])])).toEqual([]);
  expect(played([at(stands, ["tg"]), at(stands, ["tg", "oa"])]).map((s) => s.on)).toEqual(["oa"]);
});
