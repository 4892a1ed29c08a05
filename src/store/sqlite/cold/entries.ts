import type { DenominatorStore } from "../../ports/denominators.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";
import { denominatorRows } from "./denominators.ts";

/** Numbers staff enter. Only ever added: a correction is a new row, and the old figure can still be explained. */
export const denominatorWrites = (cold: Cold): DenominatorStore => ({
  denominators: (commune) => denominatorRows(cold, commune),
  async addDenominator(commune, { asOf, ...row }, by) {
    await cold.write(
      cold.near
        .insertInto("denominators")
        .values({ commune, ...row, as_of: asOf, entered_by: by.name, entered_at: by.at }),
      audit(cold, by, {
        what: "denominator-added",
        commune,
        about: row.id,
        after: { population: row.population, village: row.village, value: row.value, asOf },
      }),
    );
  },
});
