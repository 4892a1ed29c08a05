import type { Commune } from "../communes/schema.ts";
import type { Indicator } from "../indicator/service.ts";
import type { Period } from "../kit/period.ts";
import type { Given } from "./given.ts";

/** Who is asked for what a report is made of. */
export type Sources = {
  readonly indicator: Indicator;
  readonly difficulties: (
    commune: string,
    window: { readonly from: number; readonly to: number },
  ) => Promise<{
    readonly asked: number;
    readonly helped: number;
    readonly waiting: number;
    readonly stuck: readonly { readonly guide: string; readonly people: number }[];
  }>;
  readonly unanswered: (commune: string) => Promise<number>;
  /** What a guide is called, or null when it is gone. */
  readonly titleOf: (guide: string) => string | null;
};

/** The house's own answers, for whoever shows or freezes a report. `titleOf`: the Vietnamese title of a guide. */
export const sourcesOf = (
  store: { readonly difficulties: Sources["difficulties"]; readonly questionCount: Sources["unanswered"] },
  indicator: Indicator,
  titleOf: Sources["titleOf"],
): Sources => ({ indicator, difficulties: store.difficulties, unanswered: store.questionCount, titleOf });

/** Everything a report of a period is made of, as it is counted now. `duty` '' is a report no plan asks for. */
export const gather = async (from: Sources, commune: Commune, period: Period, duty: string): Promise<Given> => {
  const { code } = commune;
  const before = async (id: "reach" | "basic-skills"): Promise<number> =>
    (await from.indicator.count(id, { commune: code, cutoff: period.from })).numerator;
  const [set, reach, basic, met, unanswered] = await Promise.all([
    from.indicator.figureSet(code, period),
    before("reach"),
    before("basic-skills"),
    from.difficulties(code, period),
    from.unanswered(code),
  ]);
  return {
    commune,
    period,
    set,
    definitions: from.indicator.definitions,
    before: { reach, "basic-skills": basic },
    difficulties: {
      ...met,
      unanswered,
      stuck: met.stuck.map(({ guide, people }) => ({ title: from.titleOf(guide) ?? guide, people })),
    },
    duty: duty === "" ? null : duty,
  };
};
