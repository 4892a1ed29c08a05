import type { Commune } from "../communes/schema.ts";
import type { CountedId, IndicatorDefinition } from "../indicator/definitions.ts";
import type { FigureSet } from "../indicator/figure-set.ts";
import type { Period } from "../kit/period.ts";

/** What a report is made of: the plan, what was counted, and what people met with. Nothing here is about a single person. */
export type Given = {
  readonly commune: Commune;
  readonly period: Period;
  readonly set: FigureSet;
  readonly definitions: Readonly<Record<CountedId, IndicatorDefinition>>;
  /** Who had been counted when the period began: what is new is the difference. */
  readonly before: Readonly<Record<"reach" | "basic-skills", number>>;
  readonly difficulties: Difficulties;
  /** The duty of the plan this report answers, by its id. */
  readonly duty: string | null;
};

export type Difficulties = {
  /** Who asked for a person in the period, and for how many of them that is done. */
  readonly asked: number;
  readonly helped: number;
  /** Who waits now. */
  readonly waiting: number;
  /** Questions nobody answered yet. */
  readonly unanswered: number;
  /** Guides in which people said that they were stuck in the period, most people first. */
  readonly stuck: readonly { readonly title: string; readonly people: number }[];
};
