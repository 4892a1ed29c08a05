import type { CountedId, IndicatorDefinition } from "./definitions.ts";
import { type DenominatorRow, denominatorAt } from "./denominator.ts";
import { type Group, hasSample, type Place, total } from "./groups.ts";

/** A number that can be defended: what was counted, over what, by which rule, until when. */
export type Figure = {
  readonly indicator: CountedId;
  readonly version: string;
  readonly numerator: number;
  readonly denominator: number | null;
  /** Percent with one decimal, or null without a denominator. */
  readonly value: number | null;
  /** Epoch ms; everything before it is counted. */
  readonly cutoff: number;
  readonly denominatorSource: { readonly asOf: string; readonly source: string } | null;
  readonly sample: boolean;
};

/** The figure of one place. An audience has no denominator: nobody enters how many farmers of 16 and over there are. */
export const figure = (
  definition: IndicatorDefinition,
  groups: readonly Group[],
  rows: readonly DenominatorRow[],
  cutoff: number,
  place: Place = {},
): Figure => {
  const numerator = total(groups, place);
  const countable = place.audience === undefined && place.village !== null;
  const row = countable ? denominatorAt(rows, place.village ?? null, cutoff) : null;
  return {
    indicator: definition.id,
    version: definition.version,
    numerator,
    denominator: row?.value ?? null,
    value: row ? percent(numerator, row.value) : null,
    cutoff,
    denominatorSource: row ? { asOf: row.asOf, source: row.source } : null,
    sample: hasSample(groups) || (row?.sample ?? false),
  };
};

/** Percent with one decimal; null over nothing. */
export const percent = (numerator: number, denominator: number): number | null =>
  denominator > 0 ? Math.round((numerator / denominator) * 1000) / 10 : null;
