import type { Commune } from "../communes/schema.ts";
import type { Bilingual } from "../kit/bilingual.ts";
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
    if (!("value" in figures)) return figures;
    const code = typeof input.flags.commune === "string" ? input.flags.commune : input.config.commune;
    const owed = input.taught.communes.find((c) => c.code === code)?.reports ?? [];
    return {
      value: { figures: figures.value, duties: owed },
      lines: figures.lines,
      ...(figures.table && { table: figures.table }),
      after: [
        "",
        ...owed.map(({ clause, from, to, period, deadline }) => {
          const what = `${clause}: ${from} → ${to}`;
          const day = deadline ? `${deadline.day}/${deadline.month}` : null;
          return {
            vi: `${what}, ${every[period].vi}, ${day ? `trước ${day}` : "văn bản không ghi hạn"}`,
            en: `${what}, ${every[period].en}, ${day ? `before ${day}` : "the document names no deadline"}`,
          };
        }),
      ],
    };
  },
};

const every: Readonly<Record<Commune["reports"][number]["period"], Bilingual>> = {
  month: { vi: "hằng tháng", en: "every month" },
  quarter: { vi: "hằng quý", en: "every quarter" },
  "half-year": { vi: "nửa năm một lần", en: "every half year" },
  year: { vi: "hằng năm", en: "every year" },
  unstated: { vi: "văn bản không ghi bao lâu một lần", en: "the document does not say how often" },
};
