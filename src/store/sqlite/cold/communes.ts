import type { Commune } from "../../../communes/schema.ts";
import type { DeskStore } from "../../../desk/deps.ts";
import { CommuneSettings } from "../../../desk/settings.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";
import { StoredCommune } from "./seed.ts";

/** Communes with their plans and what staff set. */
export const communeRows = (
  cold: Cold,
  id: () => string,
): Pick<DeskStore, "communes" | "commune" | "hasSample" | "saveSettings"> => ({
  async communes() {
    const rows = await cold.near.selectFrom("communes").select(["hash", "seed", "settings"]).orderBy("code").execute();
    return rows.map(read);
  },
  async commune(code) {
    const row = await cold.near
      .selectFrom("communes")
      .select(["hash", "seed", "settings"])
      .where("code", "=", code)
      .executeTakeFirst();
    return row ? read(row) : null;
  },
  async hasSample(commune) {
    // Asked on every page, so only of small tables; a demo marks both.
    const village = cold.near
      .selectFrom("villages")
      .select("id")
      .where("commune", "=", commune)
      .where("sample", "=", 1)
      .where("removed_at", "is", null)
      .limit(1);
    const entered = cold.near
      .selectFrom("denominators")
      .select("id")
      .where("commune", "=", commune)
      .where("sample", "=", 1)
      .limit(1);
    return ((await village.executeTakeFirst()) ?? (await entered.executeTakeFirst())) !== undefined;
  },
  async saveSettings(commune, settings, by) {
    await cold.write(
      cold.near
        .updateTable("communes")
        .set({ settings: JSON.stringify(settings) })
        .where("code", "=", commune),
      audit(cold, id, by, commune, "settings-saved"),
    );
  },
});

type Row = { hash: string; seed: string; settings: string };
const read = (row: Row) => ({ commune: parsed(row), settings: CommuneSettings.parse(JSON.parse(row.settings)) });

/** A plan of a hundred targets takes milliseconds to parse, every page needs it, and it changes once a year. */
const parsed = ({ hash, seed }: Row): Commune => {
  const known = plans.get(hash);
  if (known) return known;
  const plan = StoredCommune.parse(JSON.parse(seed));
  if (plans.size > 500) plans.clear();
  plans.set(hash, plan);
  return plan;
};
const plans = new Map<string, Commune>();
