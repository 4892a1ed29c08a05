import { type DenominatorRow, denominatorAt } from "./denominator.ts";
import { percent } from "./figure.ts";
import { type Headcount, hasSample, type Place, total } from "./groups.ts";
import type { SelfDefinition, SelfId } from "./self.ts";

/** Who said yes and who said no, by place, question by question. Whoever was not sure is in neither. */
export type Declared = Readonly<
  Record<SelfId, { readonly yes: readonly Headcount[]; readonly no: readonly Headcount[] }>
>;

/** What people say of themselves: an estimate over those who answered, never over the residents. */
export type SelfFigure = {
  readonly indicator: SelfId;
  readonly version: string;
  readonly selfDeclared: true;
  /** Who said yes. */
  readonly numerator: number;
  /** Who answered yes or no. */
  readonly answered: number;
  /** Percent of those who answered with one decimal, or null while nobody did. */
  readonly value: number | null;
  /** What chance alone leaves open, in percent (Wilson, 95 %). It says nothing of who chose to answer. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Percent of all residents aged 16 or over who said yes, if they answered truly: more there may be, fewer not. Null without their number. */
  readonly atLeast: { readonly value: number; readonly residents: number } | null;
  /** Epoch ms; everything before it is counted. */
  readonly cutoff: number;
  readonly sample: boolean;
};

/** The figure of one place; leave a field out for all. */
export const selfFigure = (
  definition: SelfDefinition,
  declared: Declared,
  rows: readonly DenominatorRow[],
  cutoff: number,
  place: Place = {},
): SelfFigure => {
  const { yes, no } = declared[definition.id];
  const numerator = total(yes, place);
  const answered = numerator + total(no, place);
  const row =
    place.audience === undefined && place.village !== null ? denominatorAt(rows, place.village ?? null, cutoff) : null;
  const least = row && percent(numerator, row.value);
  return {
    indicator: definition.id,
    version: definition.version,
    selfDeclared: true,
    numerator,
    answered,
    value: percent(numerator, answered),
    interval: wilson(numerator, answered),
    atLeast: row && least !== null ? { value: least, residents: row.value } : null,
    cutoff,
    sample: hasSample([...yes, ...no]) || (row?.sample ?? false),
  };
};

/** The Wilson score interval at 95 %, in percent with one decimal: honest also for three answers, where the usual one is not. */
export const wilson = (yes: number, of: number): SelfFigure["interval"] => {
  if (of <= 0) return null;
  const z2 = 1.959964 ** 2;
  const middle = (yes + z2 / 2) / (of + z2);
  const half = (Math.sqrt(z2) / (of + z2)) * Math.sqrt((yes * (of - yes)) / of + z2 / 4);
  const tenths = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return { low: tenths(middle - half), high: tenths(middle + half) };
};
