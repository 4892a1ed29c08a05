import { createHash } from "node:crypto";
import { canonicalJson } from "../kit/canonical-json.ts";
import { lastMonths, type Period } from "../kit/period.ts";
import { type Declared, type SelfFigure, selfFigure } from "./declared.ts";
import { type CountedId, countedIds, type IndicatorDefinition, ofEach } from "./definitions.ts";
import type { DenominatorRow } from "./denominator.ts";
import { type Figure, figure } from "./figure.ts";
import { byMonth, type Group, hasSample, total } from "./groups.ts";
import { selfDefinitions, selfIds } from "./self.ts";

/**
 * Every figure of a commune for a period at one moment. The desk, the public page, the command line and every file are
 * made of this one thing, so that no two of them can say different numbers; what is frozen is its JSON.
 */
export type FigureSet = {
  readonly spec: 1;
  readonly commune: string;
  readonly period: Period;
  /** Epoch ms; everything before it is counted. */
  readonly cutoff: number;
  /** The commune first, then its villages by name, then those who never said where they live. They add up to the first. */
  readonly places: readonly [PlaceRow, ...PlaceRow[]];
  /** Add up to the commune too. Null: never said. */
  readonly audiences: readonly AudienceRow[];
  readonly selfDeclared: readonly SelfFigure[];
  /** Cumulative to the end of each month, from the first in which somebody finished a lesson. */
  readonly trend: Readonly<Record<"reach" | "basic-skills", readonly number[]>> & {
    readonly months: readonly string[];
  };
  readonly sample: boolean;
};

export type PlaceRow = {
  readonly kind: "commune" | "village" | "unknown";
  readonly village: string | null;
  readonly name: string | null;
  /** Off the list, or never on it: people were counted there. */
  readonly removed: boolean;
  readonly figures: Readonly<Record<CountedId, Figure>>;
};
export type AudienceRow = { readonly audience: string | null } & Readonly<Record<CountedId, number>>;

export type VillageName = {
  readonly id: string;
  readonly name: string;
  readonly removed: boolean;
  readonly sample: boolean;
};

export type FigureSources = {
  readonly commune: string;
  readonly period: Period;
  readonly cutoff: number;
  readonly groups: Readonly<Record<CountedId, readonly Group[]>>;
  readonly declared: Declared;
  readonly rows: readonly DenominatorRow[];
  readonly villages: readonly VillageName[];
  readonly definitions: Readonly<Record<CountedId, IndicatorDefinition>>;
};

/** No clock, no store: the same counts make the same set, in the same order. */
export const figureSet = (given: FigureSources): FigureSet => {
  const { commune, period, cutoff, groups, declared, rows, villages, definitions } = given;
  const figures = (village?: string | null): PlaceRow["figures"] =>
    ofEach((id) => figure(definitions[id], groups[id], rows, cutoff, { village }));
  const counted = countedIds.flatMap((id) => groups[id]);
  const known = new Map(villages.map((v) => [v.id, v]));
  const ids = new Set([
    ...villages.filter((v) => !v.removed).map((v) => v.id),
    ...counted.flatMap((g) => g.village ?? []),
  ]);
  const places = [...ids]
    .map((id): PlaceRow => {
      const village = known.get(id);
      return {
        kind: "village",
        village: id,
        name: village?.name ?? null,
        removed: village?.removed ?? true,
        figures: figures(id),
      };
    })
    .sort((a, b) => byName(a.name ?? "", b.name ?? "") || byName(a.village ?? "", b.village ?? ""));
  const nowhere: PlaceRow[] = counted.some((g) => g.village === null)
    ? [{ kind: "unknown", village: null, name: null, removed: false, figures: figures(null) }]
    : [];
  const whole: PlaceRow = { kind: "commune", village: null, name: null, removed: false, figures: figures() };
  return {
    spec: 1,
    commune,
    period,
    cutoff,
    places: [whole, ...places, ...nowhere],
    audiences: audienceRows(groups),
    selfDeclared: selfIds.map((id) => selfFigure(selfDefinitions[id], declared, rows, cutoff)),
    trend: trendOf(groups, cutoff),
    sample:
      hasSample(counted) ||
      whole.figures.reach.sample ||
      selfIds.some((id) => hasSample([...declared[id].yes, ...declared[id].no])) ||
      villages.some((v) => v.sample && !v.removed),
  };
};

/** A set as it is kept and compared: keys in order, so that the same figures are the same bytes. */
export const figureSetJson = (set: FigureSet): string => canonicalJson(set);

/** What a paper quotes of a set, so that anybody can prove later that it says the same. */
export const figureSetHash = (set: FigureSet): string => createHash("sha256").update(figureSetJson(set)).digest("hex");

const audienceRows = (groups: FigureSources["groups"]): AudienceRow[] => {
  const all = new Set(countedIds.flatMap((id) => groups[id].map((g) => g.audience)));
  return [...all]
    .map((audience) => ({ audience, ...ofEach((id) => total(groups[id], { audience })) }))
    .sort(
      (a, b) =>
        Number(a.audience === null) - Number(b.audience === null) ||
        b.reach - a.reach ||
        byName(a.audience ?? "", b.audience ?? ""),
    );
};

/** The last twelve months at most: nothing is drawn before somebody finished a lesson. */
const trendOf = (groups: FigureSources["groups"], cutoff: number): FigureSet["trend"] => {
  const first = groups.reach.map((g) => g.month).sort()[0] ?? "9999";
  const months = lastMonths(cutoff - 1, 12)
    .map((p) => p.key)
    .filter((key) => key >= first);
  return { months, reach: byMonth(groups.reach, months), "basic-skills": byMonth(groups["basic-skills"], months) };
};

const byName = (a: string, b: string): number => a.localeCompare(b, "vi", { numeric: true });
