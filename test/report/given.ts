import { loadCommunes } from "../../src/communes/load.ts";
import type { Commune } from "../../src/communes/schema.ts";
import type { Declared } from "../../src/indicator/declared.ts";
import { definitions, ofEach } from "../../src/indicator/definitions.ts";
import { figureSet } from "../../src/indicator/figure-set.ts";
import type { Group } from "../../src/indicator/groups.ts";
import { parsePeriod } from "../../src/kit/period.ts";
import type { Difficulties, Given } from "../../src/report/given.ts";

const loaded = loadCommunes("seeds/communes");
if (!loaded.ok) throw new Error(loaded.fault.cause);
export const communes: readonly Commune[] = loaded.value;

const declaredBy = (): Declared => ({
  "self:vneid-level2": answered(),
  "self:public-services": said,
  "self:digital-services": answered(),
  "self:signature": answered(),
  "self:cashless": said,
});

const track = { id: "co-ban", lessons: ["bai-a", "bai-b"] };
const noon = Date.UTC(2026, 10, 22, 5);

export type Place = {
  readonly name: string;
  readonly adults: number | null;
  readonly learnt: number;
  readonly passed: number;
};

/** What a report is made of for a commune with these villages: `adults` null where nobody entered it. Made-up figures. */
export const givenFor = (
  commune: Commune,
  places: readonly Place[],
  more: {
    readonly adults?: number | null;
    readonly period?: string;
    readonly difficulties?: Partial<Difficulties>;
  } = {},
): Given => {
  const period = parsePeriod(more.period ?? "2026-11");
  if (!period) throw new Error("no period");
  const cutoff = Math.min(noon, period.to);
  const group = (village: string, learners: number): Group => ({
    village,
    audience: null,
    sample: false,
    learners,
    month: "2026-10",
  });
  const rows = [
    ...(more.adults === undefined || more.adults === null ? [] : [{ village: null, value: more.adults }]),
    ...places.flatMap((p, i) => (p.adults === null ? [] : [{ village: `v${i}`, value: p.adults }])),
  ].map((r) => ({ ...r, population: "adults", asOf: "2026-06-30", source: "Công an xã", sample: false, enteredAt: 1 }));
  const defined = definitions(track);
  const set = figureSet({
    commune: commune.code,
    period,
    cutoff,
    groups: ofEach((id) => places.map((p, i) => group(`v${i}`, id === "basic-skills" ? p.passed : p.learnt))),
    declared: declaredBy(),
    rows,
    villages: places.map((p, i) => ({ id: `v${i}`, name: p.name, removed: false, sample: false })),
    definitions: defined,
  });
  return {
    commune,
    period,
    set,
    definitions: defined,
    before: { reach: 10, "basic-skills": 3 },
    difficulties: { asked: 0, helped: 0, waiting: 0, unanswered: 0, stuck: [], ...more.difficulties },
    duty: commune.reports[0]?.id ?? null,
  };
};

const said = { yes: [], no: [] };
/** Somebody answered one question; the others nobody did. */
const answered = () => ({ yes: [headcount(30)], no: [headcount(20)] });
const headcount = (learners: number) => ({ village: null, audience: null, sample: false, learners });
