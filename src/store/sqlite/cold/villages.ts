import type { VillageStore } from "../../ports/villages.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Villages of a commune. A removed one keeps its row: figures of the past name it, and its code may hang on a wall. */
export const villageRows = (cold: Cold): VillageStore => ({
  async villages(commune) {
    const rows = await cold.near
      .selectFrom("villages")
      .where("commune", "=", commune)
      .select(["id", "name", "code", "sample", "removed_at"])
      .execute();
    return rows
      .map((v) => ({ id: v.id, name: v.name, code: v.code, sample: v.sample === 1, removed: v.removed_at !== null }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
  },
  async learnersByVillage(commune) {
    const rows = await cold.far
      .selectFrom("learners")
      .where("commune", "=", commune)
      .where("erased_at", "is", null)
      .where("village", "is not", null)
      .select((e) => ["village", e.fn.countAll<number>().as("n")])
      .groupBy("village")
      .execute();
    return new Map(rows.map((row) => [row.village ?? "", row.n]));
  },
  async addVillage(commune, village, by) {
    return cold.write(
      cold.near
        .insertInto("villages")
        .values({ commune, ...village, removed_at: null })
        .onConflict((c) => c.doNothing()),
      audit(cold, by, {
        what: "village-added",
        commune,
        about: village.id,
        after: { name: village.name, code: village.code },
      }),
    );
  },
  async renameVillage(commune, village, name, by) {
    const known = await cold.near
      .selectFrom("villages")
      .select("name")
      .where("commune", "=", commune)
      .where("id", "=", village)
      .executeTakeFirst();
    await cold.write(
      cold.near.updateTable("villages").set({ name }).where("commune", "=", commune).where("id", "=", village),
      audit(cold, by, {
        what: "village-renamed",
        commune,
        about: village,
        before: known ?? {},
        after: { name },
      }),
    );
  },
  async removeVillage(commune, village, by) {
    await cold.write(
      cold.near
        .updateTable("villages")
        .set({ removed_at: by.at })
        .where("commune", "=", commune)
        .where("id", "=", village)
        .where("removed_at", "is", null),
      audit(cold, by, { what: "village-removed", commune, about: village }),
    );
  },
});
