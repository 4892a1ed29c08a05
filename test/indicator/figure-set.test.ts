import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { learning } from "../../src/indicator/definitions.ts";
import { type FigureSet, figureSetHash, figureSetJson } from "../../src/indicator/figure-set.ts";
import { questionOf, selfIds } from "../../src/indicator/self.ts";
import { parsePeriod } from "../../src/kit/period.ts";
import { adults, fact, type House, house, person, track, village } from "../desk/house.ts";

// The figures once more, by plain loops over the events as they stand in the database: whatever happened to people
// before, the two must agree, place by place.

let h: House;
beforeAll(async () => {
  h = await house();
  village(h, "a-xa", "v1", "Xóm 1");
  village(h, "a-xa", "v2", "Xóm 2");
});
afterAll(() => h.close());

const november = parsePeriod("2026-11") ?? expect.fail();
const HOUR = 3_600_000;
/** Around the edges of the month in Viet Nam, which lie seven hours from those of UTC. */
const at = fc
  .tuple(
    fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-15", "2026-11-30", "2026-12-01"),
    fc.constantFrom(0, 16 * HOUR + 3_599_999, 17 * HOUR - 1, 17 * HOUR, 23 * HOUR),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([day, hours, ms]) => Date.parse(`${day}T00:00:00Z`) + hours + ms);
const who = fc.constantFrom("p1", "p2", "p3", "p4", "p5");
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("event" as const),
      learner: who,
      // Each time they may live elsewhere, say another group, or be known to be a child.
      village: fc.constantFrom("v1", "v2", "gone", null),
      audience: fc.constantFrom("farmer", "official", null),
      adult: fc.constantFrom(1 as const, 1 as const, 1 as const, 0 as const),
      what: fc.constantFrom(...learning, "consent-given", "self-assessed", "self-assessed"),
      lesson: fc.constantFrom(...track.lessons, "bai-khac"),
      question: fc.constantFrom(...selfIds.map(questionOf)),
      answer: fc.constantFrom("yes", "no", "unsure"),
      passed: fc.boolean(),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("merge" as const), learner: who, into: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget-events" as const), learner: who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("consent" as const),
      learner: who,
      is: fc.constantFrom("yes", "no", "unasked", "erased"),
    }),
  },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const happen = (it: Happening): void => {
  const run = (sql: string, ...args: unknown[]) => h.db.prepare(sql).run(...args);
  if (it.do === "event") {
    const said = it.what === "self-assessed";
    const data = said ? { answer: it.answer } : it.what === "quiz-finished" ? { passed: it.passed } : {};
    fact(h, "a-xa", { ...it, ref: said ? it.question : it.lesson, data });
  }
  if (it.do === "merge") run("UPDATE learning_events SET learner = ? WHERE learner = ?", it.into, it.learner);
  if (it.do === "forget-events") run("DELETE FROM learning_events WHERE learner = ?", it.learner);
  if (it.do === "consent") {
    run("DELETE FROM learners WHERE id = ?", it.learner);
    person(h, "a-xa", it.learner, { consent: it.is === "erased" ? "no" : it.is });
    if (it.is === "erased") run("UPDATE learners SET erased_at = 1 WHERE id = ?", it.learner);
  }
};

type Event = {
  readonly id: string;
  readonly learner: string;
  readonly village: string | null;
  readonly audience: string | null;
  readonly adult: number;
  readonly what: string;
  readonly ref: string;
  readonly data: string;
  readonly at: number;
};
const monthInVietNam = (ms: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric", month: "2-digit" }).format(ms);

/** Every person in a loop, every event of theirs in another; nothing of the house's own counting. */
const plainly = (from: number, cutoff: number) => {
  const all = h.db.prepare("SELECT * FROM learning_events WHERE commune = 'a-xa'").all() as Event[];
  const known = h.db.prepare("SELECT id, consent, erased_at FROM learners").all() as {
    id: string;
    consent: string;
    erased_at: number | null;
  }[];
  const places = new Map<string, Record<string, number>>();
  const add = (place: string, what: string) => {
    const row = places.get(place) ?? {};
    row[what] = (row[what] ?? 0) + 1;
    places.set(place, row);
  };
  const reachedIn: string[] = [];
  for (const learner of new Set(all.map((e) => e.learner))) {
    const row = known.find((k) => k.id === learner);
    if (row && row.consent !== "yes" && row.erased_at === null) continue;
    const events = all
      .filter((e) => e.learner === learner && e.at < cutoff)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const last = events[events.length - 1];
    if (last === undefined || last.adult === 0) continue;
    let finished: number | null = null;
    let active = false;
    const passed = new Set<string>();
    const said = new Map<string, string>();
    for (const e of events) {
      if (e.adult === 0) continue;
      if (e.what === "lesson-finished" && finished === null) finished = e.at;
      if (e.what === "quiz-finished" && JSON.parse(e.data).passed === true) passed.add(e.ref);
      if (e.at >= from && (learning as readonly string[]).includes(e.what)) active = true;
      if (e.what === "self-assessed") said.set(e.ref, JSON.parse(e.data).answer);
    }
    const facts = [
      ...(finished === null ? [] : ["reach"]),
      ...(track.lessons.every((l) => passed.has(l)) ? ["basic-skills"] : []),
      ...(active ? ["active"] : []),
      ...[...said].map(([question, answer]) => `self:${question} ${answer}`),
    ];
    if (finished !== null) reachedIn.push(monthInVietNam(finished));
    for (const what of facts) {
      add("commune", what);
      add(`village ${last.village}`, what);
      add(`audience ${last.audience}`, what);
    }
  }
  return { of: (place: string, what: string) => places.get(place)?.[what] ?? 0, reachedIn };
};

const counted = ["reach", "basic-skills", "active"] as const;
const agrees = (set: FigureSet, from: number): void => {
  const plain = plainly(from, set.cutoff);
  const [whole, ...places] = set.places;
  for (const id of counted) {
    expect([id, whole.figures[id].numerator]).toEqual([id, plain.of("commune", id)]);
    for (const p of places)
      expect([id, p.village, p.figures[id].numerator]).toEqual([id, p.village, plain.of(`village ${p.village}`, id)]);
    for (const a of set.audiences)
      expect([id, a.audience, a[id]]).toEqual([id, a.audience, plain.of(`audience ${a.audience}`, id)]);
    // They add up, and nobody stands in two places.
    expect(places.reduce((sum, p) => sum + p.figures[id].numerator, 0)).toBe(whole.figures[id].numerator);
    expect(set.audiences.reduce((sum, a) => sum + a[id], 0)).toBe(whole.figures[id].numerator);
    expect(whole.figures[id].value).toBe(Math.round((plain.of("commune", id) / 400) * 1000) / 10);
  }
  for (const f of set.selfDeclared) {
    expect([f.indicator, f.numerator]).toEqual([f.indicator, plain.of("commune", `${f.indicator} yes`)]);
    expect(f.answered).toBe(plain.of("commune", `${f.indicator} yes`) + plain.of("commune", `${f.indicator} no`));
  }
  for (const [i, month] of set.trend.months.entries())
    expect([month, set.trend.reach[i]]).toEqual([month, plain.reachedIn.filter((m) => m <= month).length]);
};

test("plain loops over the events say the same, for any history and any cut-off", async () => {
  adults(h, "a-xa", null, 400);
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 30 }), at, async (history, cutoff) => {
      h.db.exec("DELETE FROM learning_events; DELETE FROM learners");
      h.db.transaction(() => history.forEach(happen))();
      const now = await h.deps.indicator.figureSet("a-xa", november, cutoff);
      agrees(now, november.from);
      agrees(await h.deps.indicator.figureSet("a-xa", november, november.to), november.from);
      expect(now.cutoff).toBe(Math.max(november.from, Math.min(november.to, cutoff)));
    }),
    { numRuns: 300 },
  );
});

test("the same figures are the same bytes and the same hash; another figure is another", async () => {
  h.db.exec("DELETE FROM learning_events; DELETE FROM learners");
  const finish = (learner: string, where: string) =>
    fact(h, "a-xa", { learner, village: where, what: "lesson-finished", ref: "bai-a", at: november.from + 1 });
  finish("p1", "v1");
  finish("p2", "v2");
  const set = () => h.deps.indicator.figureSet("a-xa", november, november.to);
  const [a, b] = [await set(), await set()];
  expect(figureSetHash(a)).toBe(figureSetHash(b));
  // The order in which somebody wrote the keys is nobody's figure.
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([k, v]) => [k, turned(v)]),
          )
        : value;
  expect(figureSetHash(turned(a) as FigureSet)).toBe(figureSetHash(a)); // the same set
  expect(JSON.parse(figureSetJson(a))).toEqual(JSON.parse(JSON.stringify(a)));
  finish("p3", "v2");
  expect(figureSetHash(await set())).not.toBe(figureSetHash(a));
});
