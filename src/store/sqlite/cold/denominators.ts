import type { DenominatorEntry } from "../../ports/denominators.ts";
import type { Cold } from "./cold.ts";

/** Every number ever entered for a commune, the newest entry first. */
export const denominatorRows = async ({ near }: Cold, commune: string): Promise<DenominatorEntry[]> => {
  const rows = await near
    .selectFrom("denominators")
    .selectAll()
    .where("commune", "=", commune)
    .orderBy("entered_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((r) => ({
    population: r.population,
    village: r.village,
    value: r.value,
    asOf: r.as_of,
    source: r.source,
    enteredBy: r.entered_by,
    enteredAt: r.entered_at,
    sample: r.sample === 1,
  }));
};
