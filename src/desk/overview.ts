import { standing } from "../communes/standing.ts";
import { type CountedId, countedIds, type IndicatorDefinition } from "../indicator/definitions.ts";
import { dueReports } from "../indicator/duty.ts";
import type { Figure } from "../indicator/figure.ts";
import type { FigureSet, PlaceRow } from "../indicator/figure-set.ts";
import { marksFor, type TargetMark } from "../indicator/target-marks.ts";
import { yearOf } from "../kit/vietnam-time.ts";
import type { CommuneRow } from "../store/ports/communes.ts";
import type { TicketRow } from "../store/ports/tickets.ts";

export type Kpi = {
  readonly definition: IndicatorDefinition;
  readonly figure: Figure;
  readonly marks: readonly TargetMark[];
  readonly wordsOnly: readonly TargetMark["target"][];
};
/** A place with how many people wait there for somebody. */
export type PlaceLine = PlaceRow & { readonly waiting: number };
export type Overview = ReturnType<typeof overview>;

type Given = {
  readonly set: FigureSet;
  readonly definitions: Readonly<Record<CountedId, IndicatorDefinition>>;
  readonly tickets: readonly TicketRow[];
  readonly row: CommuneRow;
  readonly now: number;
};

/** Everything the overview shows, worked out from what was counted and entered. No clock, no store. */
export const overview = ({ set, definitions, tickets, row, now }: Given) => {
  const [whole, ...places] = set.places;
  const { targets, reports } = row.commune;
  const year = yearOf(now);
  const kpis = countedIds.map((id): Kpi => {
    const counted = whole.figures[id];
    const marks = marksFor(id, targets, year, counted.value);
    const wordsOnly = targets.filter((t) => t.indicator === id && !marks.some((m) => m.target.id === t.id));
    return { definition: definitions[id], figure: counted, marks, wordsOnly };
  });
  const current = targets.filter((t) => ["active", "undated"].includes(standing(t, targets, year)));
  const open = tickets.filter((t) => t.status === "open");
  return {
    cutoff: set.cutoff,
    kpis,
    whole: { ...whole, waiting: open.length } satisfies PlaceLine,
    places: byNeed(places.map((p) => ({ ...p, waiting: open.filter((t) => t.village === p.village).length }))),
    audiences: set.audiences,
    trend: set.trend,
    tickets,
    due: dueReports(reports, now),
    adultsMissing: whole.figures.reach.denominator === null,
    /** Targets of the plan that no indicator of this house answers. */
    elsewhere: current.filter((t) => t.measured === "staff" || t.measured === "not-here"),
    selfDeclared: current.filter((t) => t.measured === "self"),
    sample: set.sample,
  };
};

/** Villages in the order of need: the lowest share first, then those without a denominator, "unknown" last. */
const byNeed = (lines: readonly PlaceLine[]): PlaceLine[] => {
  const rank = (line: PlaceLine) =>
    line.kind === "unknown" ? 3 : line.removed ? 2 : line.figures.reach.value === null ? 1 : 0;
  return lines.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.figures.reach.value ?? 0) - (b.figures.reach.value ?? 0) ||
      a.figures.reach.numerator - b.figures.reach.numerator ||
      (a.name ?? "").localeCompare(b.name ?? "", "vi", { numeric: true }),
  );
};
