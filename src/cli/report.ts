import type { Commune } from "../communes/schema.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { indicators } from "./indicators.ts";
import { commune as communeOption, period as periodOption } from "./options.ts";
import { freezeReport } from "./report/freeze.ts";
import { verifyReport } from "./report/verify.ts";
import { formats, writeReport } from "./report/write.ts";
import type { Verb } from "./verb.ts";

/** `report`: the figures of a period with the duties of the plan; the report itself as a file; freezing it; checking a file against what was frozen. */
export const report: Verb = {
  words: "[freeze | verify FILE]",
  says: {
    vi: "báo cáo của một kỳ: số liệu, tệp Word hay bảng tính, chốt, và kiểm tra một tệp với bản đã chốt",
    en: "the report of a period: figures, a Word file or sheet, freezing it, checking a file against what was frozen",
  },
  options: {
    commune: communeOption,
    period: periodOption,
    duty: {
      value: "ID",
      says: {
        vi: "báo cáo nào trong văn bản của xã (xem ở trang Báo cáo)",
        en: "which report the commune's document asks for",
      },
    },
    format: { value: formats.join("|"), says: { vi: "ghi báo cáo thành tệp", en: "write the report as a file" } },
    out: { value: "FILE", says: { vi: "tệp để ghi", en: "the file to write" } },
    reason: { value: "TEXT", says: { vi: "vì sao chốt bản mới", en: "why another edition is frozen" } },
  },
  run: async (input) => {
    const [word, file, more] = input.words;
    if (word === "verify" && file !== undefined && more === undefined) return verifyReport(input, file);
    if (word === "freeze" && file === undefined) return freezeReport(input);
    if (word !== undefined)
      return {
        misused: {
          vi: "chỉ nhận `report`, `report freeze` và `report verify TỆP`",
          en: "it is `report`, `report freeze` or `report verify FILE`",
        },
      };
    if (input.flags.format !== undefined || input.flags.out !== undefined) return writeReport(input);
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
