import { indicators } from "./indicators.ts";
import type { Verb } from "./verb.ts";

/** `report`: the figures of a period together with the reporting duties of the commune's plan, ready to be copied into a report. */
export const report: Verb = {
  usage: "report [--commune CODE] [--period 2026-11]",
  says: "the figures of a period with the plan's reporting duties",
  run: async (input) => {
    const figures = await indicators.run(input);
    if ("fault" in figures) return figures;
    const code = typeof input.flags.commune === "string" ? input.flags.commune : input.config.commune;
    const owed = input.taught.communes.find((c) => c.code === code)?.reports ?? [];
    return {
      value: { figures: figures.value, duties: owed },
      lines: [
        ...figures.lines,
        "",
        ...owed.map(
          (d) =>
            `${d.clause}: ${d.from} → ${d.to}, ${d.period}${d.deadline ? `, trước ${d.deadline.day}/${d.deadline.month}` : ", văn bản không ghi hạn"}`,
        ),
      ],
    };
  },
};
