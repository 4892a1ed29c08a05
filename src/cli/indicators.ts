import { countedIds } from "../indicator/definitions.ts";
import { figureSetHash } from "../indicator/figure-set.ts";
import { selfLabel } from "../indicator/self.ts";
import { parsePeriod, periodAt } from "../kit/period.ts";
import { commune as communeOption, noCommune, period as periodOption } from "./options.ts";
import type { Verb } from "./verb.ts";

/** `indicators`: every figure with numerator, denominator, definition version and cut-off. */
export const indicators: Verb = {
  says: {
    vi: "số liệu của một xã, số nào cũng có tử số, mẫu số, định nghĩa và thời điểm chốt",
    en: "the figures of a commune, each with numerator, denominator, definition and cut-off",
  },
  options: { commune: communeOption, period: periodOption },
  run: async ({ flags, config, house }) => {
    const open = await house();
    const commune = typeof flags.commune === "string" ? flags.commune : config.commune;
    if (!open.communes().some((c) => c.code === commune)) return noCommune(commune);
    const period = typeof flags.period === "string" ? parsePeriod(flags.period) : periodAt("month", open.now());
    // A period that has not begun would be cut off in the future.
    if (!period || period.from > open.now())
      return {
        misused: {
          vi: "--period viết như 2026-11, 2026-q4, 2026-h2, 2026 hoặc 2026-11-01..2026-11-22, và kỳ ấy phải bắt đầu rồi",
          en: "--period must look like 2026-11, 2026-q4, 2026-h2, 2026 or 2026-11-01..2026-11-22, and have begun",
        },
      };
    const set = await open.indicator.figureSet(commune, period);
    const figures = countedIds.map((id) => set.places[0].figures[id]);
    const { selfDeclared } = set;
    return {
      value: { commune, period, figures, selfDeclared, set, hash: figureSetHash(set) },
      lines: [],
      table: {
        head: [
          { vi: "chỉ số", en: "indicator" },
          { vi: "tử số", en: "numerator" },
          { vi: "mẫu số", en: "denominator" },
          { vi: "định nghĩa", en: "definition" },
          { vi: "đến", en: "cut-off" },
        ],
        rows: [
          ...figures.map((f) => [
            f.indicator,
            f.numerator,
            f.denominator === null ? { vi: "chưa nhập số dân", en: "population not entered" } : String(f.denominator),
            f.version,
            new Date(f.cutoff).toISOString(),
          ]),
          ...selfDeclared.map((f) => [
            f.indicator,
            f.numerator,
            {
              vi: `${f.answered} người đã tự trả lời (${selfLabel.vi})`,
              en: `${f.answered} people answered (${selfLabel.en})`,
            },
            f.version,
            new Date(f.cutoff).toISOString(),
          ]),
        ],
      },
    };
  },
};
