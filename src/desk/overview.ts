import { type CountedId, countedIds, type Definition } from "../indicator/definitions.ts";
import { denominatorAt } from "../indicator/denominator.ts";
import { dueReports } from "../indicator/duty.ts";
import { type Figure, figure } from "../indicator/figure.ts";
import { byMonth, type Group, total } from "../indicator/groups.ts";
import type { Snapshot } from "../indicator/service.ts";
import { type Mark, marksFor, standing } from "../indicator/targets.ts";
import { lastMonths } from "../kit/period.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import type { CommuneRow } from "../store/ports/communes.ts";
import type { DenominatorEntry } from "../store/ports/denominators.ts";
import type { TicketRow } from "../store/ports/tickets.ts";
import type { VillageRow } from "../store/ports/villages.ts";

export type Kpi = {
  readonly definition: Definition;
  readonly figure: Figure;
  readonly marks: readonly Mark[];
  readonly wordsOnly: readonly Mark["target"][];
};
export type VillageLine = {
  readonly id: string | null;
  readonly name: string | null;
  readonly removed: boolean;
  readonly adults: number | null;
  readonly reach: Figure;
  readonly basic: Figure;
  readonly waiting: number;
};
export type Overview = ReturnType<typeof overview>;

type Given = {
  readonly snapshot: Snapshot;
  readonly definitions: Readonly<Record<CountedId, Definition>>;
  readonly rows: readonly DenominatorEntry[];
  readonly villages: readonly VillageRow[];
  readonly tickets: readonly TicketRow[];
  readonly row: CommuneRow;
  readonly now: number;
};

/** Everything the overview shows, worked out from what was counted and entered. No clock, no store. */
export const overview = ({ snapshot, definitions, rows, villages, tickets, row, now }: Given) => {
  const { groups, cutoff } = snapshot;
  const { targets, reports } = row.commune;
  const year = Number(dayOf(now).slice(0, 4));
  const kpis = countedIds.map((id): Kpi => {
    const counted = figure(definitions[id], groups[id], rows, cutoff);
    const marks = marksFor(id, targets, year, counted.value);
    const wordsOnly = targets.filter((t) => t.indicator === id && !marks.some((m) => m.target.id === t.id));
    return { definition: definitions[id], figure: counted, marks, wordsOnly };
  });
  const current = targets.filter((t) => ["active", "undated"].includes(standing(t, targets, year)));
  const sampleVillages = villages.some((v) => v.sample && !v.removed);
  const adults = denominatorAt(rows, null, cutoff);
  return {
    cutoff,
    kpis,
    whole: {
      id: null,
      name: null,
      removed: false,
      adults: adults?.value ?? null,
      reach: figure(definitions.reach, groups.reach, rows, cutoff),
      basic: figure(definitions["basic-skills"], groups["basic-skills"], rows, cutoff),
      waiting: tickets.filter((t) => t.status === "open").length,
    } satisfies VillageLine,
    villages: villageLines(groups.reach, groups["basic-skills"], { snapshot, definitions, rows, villages, tickets }),
    audiences: audienceLines(groups),
    trend: trendOf(groups, cutoff),
    tickets,
    due: dueReports(reports, now),
    adultsMissing: adults === null,
    /** Targets of the plan that no indicator of this house answers. */
    elsewhere: current.filter((t) => t.measured === "staff" || t.measured === "not-here"),
    selfDeclared: current.filter((t) => t.measured === "self"),
    sample: kpis.some((k) => k.figure.sample) || sampleVillages,
  };
};

type Basis = Pick<Given, "snapshot" | "definitions" | "rows" | "villages" | "tickets">;

/** Villages in the order of need: the lowest share first, then those without a denominator, "unknown" last. */
const villageLines = (
  reach: readonly Group[],
  basic: readonly Group[],
  { snapshot, definitions, rows, villages, tickets }: Basis,
): VillageLine[] => {
  const counted = new Set([...reach, ...basic].map((g) => g.village));
  const known = new Map(villages.map((v) => [v.id, v]));
  const shown = new Set<string | null>([...villages.filter((v) => !v.removed).map((v) => v.id), ...counted]);
  const lines = [...shown].map((id): VillageLine => {
    const village = id === null ? undefined : known.get(id);
    return {
      id,
      name: village?.name ?? null,
      removed: village?.removed ?? id !== null,
      adults: id === null ? null : (denominatorAt(rows, id, snapshot.cutoff)?.value ?? null),
      reach: figure(definitions.reach, reach, rows, snapshot.cutoff, { village: id }),
      basic: figure(definitions["basic-skills"], basic, rows, snapshot.cutoff, { village: id }),
      waiting: tickets.filter((t) => t.village === id && t.status === "open").length,
    };
  });
  const rank = (line: VillageLine) => (line.id === null ? 3 : line.removed ? 2 : line.reach.value === null ? 1 : 0);
  return lines.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.reach.value ?? 0) - (b.reach.value ?? 0) ||
      a.reach.numerator - b.reach.numerator ||
      (a.name ?? "").localeCompare(b.name ?? "", "vi", { numeric: true }),
  );
};

const audienceLines = (groups: Snapshot["groups"]) => {
  const all = new Set([...groups.reach, ...groups["basic-skills"], ...groups.active].map((g) => g.audience));
  return [...all]
    .map((audience) => ({
      audience,
      reach: total(groups.reach, { audience }),
      basic: total(groups["basic-skills"], { audience }),
      active: total(groups.active, { audience }),
    }))
    .sort((a, b) => Number(a.audience === null) - Number(b.audience === null) || b.reach - a.reach);
};

/** The last twelve months at most, from the first in which somebody finished a lesson: nothing is drawn before that. */
const trendOf = (groups: Snapshot["groups"], cutoff: number) => {
  const first = groups.reach.map((g) => g.month).sort()[0] ?? "9999";
  const months = lastMonths(cutoff - 1, 12)
    .map((p) => p.key)
    .filter((key) => key >= first);
  return { months, reach: byMonth(groups.reach, months), basic: byMonth(groups["basic-skills"], months) };
};
