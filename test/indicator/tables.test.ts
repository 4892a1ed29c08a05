import { describe, expect, test } from "vitest";
import type { Declared } from "../../src/indicator/declared.ts";
import { definitions, ofEach } from "../../src/indicator/definitions.ts";
import {
  type FigureSet,
  type FigureSources,
  figureSet,
  figureSetHash,
  figureSetJson,
} from "../../src/indicator/figure-set.ts";
import type { Group } from "../../src/indicator/groups.ts";
import { selfIds } from "../../src/indicator/self.ts";
import { parsePeriod } from "../../src/kit/period.ts";

// A figure set made of counts written down here; what the database counts is in figure-set.test.ts.

const november = parsePeriod("2026-11") ?? expect.fail();
const nobodySaid: Declared = {
  "self:vneid-level2": { yes: [], no: [] },
  "self:digital-services": { yes: [], no: [] },
  "self:public-services": { yes: [], no: [] },
  "self:cashless": { yes: [], no: [] },
  "self:signature": { yes: [], no: [] },
};
const group = (
  village: string | null,
  audience: string | null,
  learners: number,
  more: Partial<Group> = {},
): Group => ({
  village,
  audience,
  learners,
  sample: false,
  month: "2026-11",
  ...more,
});
const village = (id: string, name: string, more: object = {}) => ({ id, name, removed: false, sample: false, ...more });
const residents = (value: number, place: string | null = null, sample = false) => ({
  population: "adults",
  village: place,
  value,
  asOf: "2026-06-30",
  source: "Công an xã",
  enteredAt: 0,
  sample,
});
const set = ({
  groups,
  ...more
}: { groups?: Partial<FigureSources["groups"]> } & Partial<Omit<FigureSources, "groups">> = {}): FigureSet =>
  figureSet({
    commune: "a-xa",
    period: november,
    cutoff: november.to,
    groups: { ...ofEach(() => []), ...groups },
    declared: nobodySaid,
    rows: [],
    villages: [],
    definitions: definitions({ id: "co-ban", lessons: ["bai-a", "bai-b"] }),
    ...more,
  });
const names = (s: FigureSet) => s.places.map((p) => [p.kind, p.village, p.name]);

describe("the places", () => {
  test("are the commune first, then the villages by name as people count, then those who never said", () => {
    const s = set({
      groups: { reach: [group(null, null, 2), group("v10", null, 1)] },
      villages: [village("v10", "Xóm 10"), village("v2", "Xóm 2"), village("vd", "Đồng Mẫu"), village("vb", "Bản Mẫu")],
    });
    expect(names(s)).toEqual([
      ["commune", null, null],
      ["village", "vb", "Bản Mẫu"],
      ["village", "vd", "Đồng Mẫu"],
      ["village", "v2", "Xóm 2"],
      ["village", "v10", "Xóm 10"],
      ["unknown", null, null],
    ]);
    expect(s.places.map((p) => p.figures.reach.numerator)).toEqual([3, 0, 0, 0, 1, 2]);
    expect(s.places.map((p) => p.removed)).toEqual([false, false, false, false, false, false]);
  });

  test("nobody has a name for stand before the named", () => {
    const s = set({
      groups: { reach: [group("v8", null, 1), group("v9", null, 1)] },
      villages: [village("v1", "A Mẫu"), village("v2", "Xóm Hai")],
    });
    expect(s.places.map((p) => p.village)).toEqual([null, "v8", "v9", "v1", "v2"]);
  });

  test("of one name keep an order of their own", () => {
    const both = [village("v2", "Xóm Mẫu"), village("v1", "Xóm Mẫu")];
    const order = (villages: typeof both) => set({ villages }).places.map((p) => p.village);
    expect(order(both)).toEqual([null, "v1", "v2"]);
    expect(order(both.toReversed())).toEqual([null, "v1", "v2"]);
  });

  test("leave out a village off the list, unless people were counted there; then it says so", () => {
    const gone = village("v1", "Xóm Cũ", { removed: true });
    expect(names(set({ villages: [gone] }))).toEqual([["commune", null, null]]);
    const s = set({ villages: [gone], groups: { active: [group("v1", null, 1)] } });
    expect(s.places[1]).toMatchObject({ village: "v1", name: "Xóm Cũ", removed: true });
    const never = set({ groups: { reach: [group("v9", null, 1)] }, villages: [village("v1", "Xóm Một")] });
    expect(never.places.slice(1).map((p) => [p.village, p.name, p.removed])).toEqual([
      ["v9", null, true],
      ["v1", "Xóm Một", false],
    ]);
  });

  test("hold every indicator, each over the residents of its own place", () => {
    const s = set({
      groups: {
        reach: [group("v1", null, 30), group("v2", null, 10)],
        "basic-skills": [group("v1", null, 6)],
        active: [group("v2", null, 9)],
      },
      villages: [village("v1", "Xóm Một"), village("v2", "Xóm Hai")],
      rows: [residents(400), residents(60, "v1")],
    });
    const said = s.places.map((p) => Object.values(p.figures).map((f) => [f.indicator, f.numerator, f.value]));
    expect(said).toEqual([
      [
        ["reach", 40, 10],
        ["basic-skills", 6, 1.5],
        ["active", 9, 2.3],
      ],
      [
        ["reach", 10, null],
        ["basic-skills", 0, null],
        ["active", 9, null],
      ],
      [
        ["reach", 30, 50],
        ["basic-skills", 6, 10],
        ["active", 0, 0],
      ],
    ]);
  });
});

describe("the audiences", () => {
  test("are the largest first, by name where they are alike, and those who never said last however many", () => {
    const s = set({
      groups: {
        reach: [
          group(null, null, 90),
          group("v1", "nong-dan", 5),
          group("v1", "can-bo", 5),
          group("v2", "hoc-sinh", 7),
        ],
        "basic-skills": [group("v1", "nong-dan", 3), group("v2", "nong-dan", 1)],
        active: [group("v1", "chi-hoi", 1)],
      },
    });
    expect(s.audiences).toEqual([
      { audience: "hoc-sinh", reach: 7, "basic-skills": 0, active: 0 },
      { audience: "can-bo", reach: 5, "basic-skills": 0, active: 0 },
      { audience: "nong-dan", reach: 5, "basic-skills": 4, active: 0 },
      { audience: "chi-hoi", reach: 0, "basic-skills": 0, active: 1 },
      { audience: null, reach: 90, "basic-skills": 0, active: 0 },
    ]);
  });
});

describe("the trend", () => {
  const reach = [group("v1", null, 3, { month: "2026-10" }), group("v1", null, 2, { month: "2026-08" })];
  const skills = [group("v1", null, 1, { month: "2026-10" })];

  test("begins with the first month in which somebody finished a lesson, and ends with that of the cut-off", () => {
    expect(set({ groups: { reach, "basic-skills": skills } }).trend).toEqual({
      months: ["2026-08", "2026-09", "2026-10", "2026-11"],
      reach: [2, 2, 5, 5],
      "basic-skills": [0, 0, 1, 1],
    });
  });

  test("is never longer than a year, and still holds who came before", () => {
    const { months, reach: line } = set({
      groups: { reach: [group("v1", null, 4, { month: "2020-01" }), ...reach] },
    }).trend;
    expect([months.length, months[0], months.at(-1)]).toEqual([12, "2025-12", "2026-11"]);
    expect([line[0], line.at(-1)]).toEqual([4, 9]);
  });

  test("is empty while nobody finished anything", () => {
    expect(set({ groups: { active: [group("v1", null, 4)] } }).trend.months).toEqual([]);
  });

  test("in the first moment of a month still ends with the month before", () => {
    expect(set({ cutoff: november.from, groups: { reach } }).trend.months.at(-1)).toBe("2026-10");
    expect(set({ cutoff: november.from + 1, groups: { reach } }).trend.months.at(-1)).toBe("2026-11");
  });
});

describe("sample data in a set", () => {
  const one = { village: null, audience: null, sample: true, learners: 1 };
  test("shows, wherever it comes from", () => {
    const real = {
      groups: { reach: [group("v1", null, 1)] },
      villages: [village("v1", "Xóm Một")],
      rows: [residents(9)],
    };
    expect(set(real).sample).toBe(false);
    expect(set({ ...real, groups: { active: [group("v1", null, 1, { sample: true })] } }).sample).toBe(true);
    expect(set({ ...real, rows: [residents(9, null, true)] }).sample).toBe(true);
    expect(set({ ...real, villages: [village("v1", "Xóm Một", { sample: true })] }).sample).toBe(true);
    const both = [village("v1", "Xóm Một"), village("v2", "Xóm Hai", { sample: true })];
    expect(set({ ...real, villages: both }).sample).toBe(true);
    for (const id of selfIds) {
      expect(set({ ...real, declared: { ...nobodySaid, [id]: { yes: [one], no: [] } } }).sample).toBe(true);
      expect(set({ ...real, declared: { ...nobodySaid, [id]: { yes: [], no: [one] } } }).sample).toBe(true);
    }
  });

  test("a sample village that is off the list does not", () => {
    expect(set({ villages: [village("v1", "Xóm Một", { sample: true, removed: true })] }).sample).toBe(false);
  });
});

describe("a set as it is kept", () => {
  test("says whose it is, of which period and until when, with a figure for each question people answer themselves", () => {
    const s = set({
      declared: { ...nobodySaid, "self:cashless": { yes: [group("v1", null, 3)], no: [group(null, null, 1)] } },
    });
    expect(s).toMatchObject({ spec: 1, commune: "a-xa", period: november, cutoff: november.to });
    expect(s.selfDeclared.map((f) => [f.indicator, f.numerator, f.answered])).toEqual(
      selfIds.map((id) => [id, id === "self:cashless" ? 3 : 0, id === "self:cashless" ? 4 : 0]),
    );
  });

  test("is the same bytes whatever the order of the keys, and reads back as it was", () => {
    const s = set({ groups: { reach: [group("v1", "nong-dan", 2), group("v2", null, 1)] } });
    const turned = Object.fromEntries(Object.entries(s).reverse()) as FigureSet; // the same entries
    expect(figureSetJson(turned)).toBe(figureSetJson(s));
    expect(JSON.parse(figureSetJson(s))).toEqual(JSON.parse(JSON.stringify(s)));
    expect(
      figureSetJson(s).startsWith('{"audiences":[{"active":0,"audience":"nong-dan","basic-skills":0,"reach":2}'),
    ).toBe(true);
    expect(figureSetHash(turned)).toBe(figureSetHash(s));
    expect(figureSetHash(s)).toMatch(/^[0-9a-f]{64}$/);
  });
});
