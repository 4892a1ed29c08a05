import { indicators } from "./indicators.ts";
import { commune as communeOption, period as periodOption } from "./options.ts";
import type { Verb } from "./verb.ts";

/** `report`: the figures of a period together with the reporting duties of the commune's plan, ready to be copied into a report. */
export const report: Verb = {
  says: {
    vi: "số liệu của một kỳ, kèm các báo cáo mà kế hoạch của xã yêu cầu",
    en: "the figures of a period with the plan's reporting duties",
  },
  options: { commune: communeOption, period: periodOption },
  run: async (input) => {
    const figures = await indicators.run(input);
    if ("fault" in figures) return figures;
    const code = typeof input.flags.commune === "string" ? input.flags.commune : input.config.commune;
    const owed = input.taught.communes.find((c) => c.code === code)?.reports ?? [];
    return {
      value: { figures: figures.value, duties: owed },
      lines: figures.lines,
      ...(figures.table && { table: figures.table }),
      after: [
        "",
        ...owed.map(
          (d) =>
            `${d.clause}: ${d.from} → ${d.to}, ${d.period}${d.deadline ? `, trước ${d.deadline.day}/${d.deadline.month}` : ", văn bản không ghi hạn"}`,
        ),
      ],
    };
  },
};
