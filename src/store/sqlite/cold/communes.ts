import type { Commune } from "../../../communes/schema.ts";
import { CommuneSettings } from "../../../communes/settings.ts";
import type { CommuneStore, SettingsChange } from "../../ports/communes.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";
import { StoredCommune } from "./seed.ts";

/** Communes with their plans and what staff set. */
export const communeRows = (cold: Cold): CommuneStore => ({
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
  async saveSettings(commune, change, by) {
    const now = await cold.near
      .selectFrom("communes")
      .select("settings")
      .where("code", "=", commune)
      .executeTakeFirst();
    const settings = merged(now?.settings ?? "{}", change);
    await cold.write(
      cold.near
        .updateTable("communes")
        .set({ settings: JSON.stringify(settings) })
        .where("code", "=", commune),
      audit(cold, by, { what: "settings-changed", commune, ...changed(now?.settings ?? "{}", settings) }),
    );
  },
});

const merged = (stored: string, { fees, ...change }: SettingsChange): CommuneSettings => {
  const before = CommuneSettings.parse(JSON.parse(stored));
  const all = Object.entries({ ...before.fees, ...fees }).flatMap(([id, fee]) => (fee === null ? [] : [[id, fee]]));
  return CommuneSettings.parse({
    ...before,
    ...change,
    ...((before.fees || fees) && { fees: Object.fromEntries(all) }),
  });
};

/** What was set before and what is set now, of the settings that differ. */
const changed = (stored: string, settings: CommuneSettings) => {
  const [before, after] = [flat(JSON.parse(stored)), flat(settings)];
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((n) => before.get(n) !== after.get(n));
  const of = (values: ReadonlyMap<string, string>) => Object.fromEntries(names.map((n) => [n, values.get(n) ?? null]));
  return { before: of(before), after: of(after) };
};
/** `contacts.hotline` → what stands there; a list is one value. */
const flat = (value: unknown, at = ""): Map<string, string> =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? new Map(value === undefined ? [] : [[at, typeof value === "string" ? value : JSON.stringify(value)]])
    : new Map(Object.entries(value).flatMap(([k, v]) => [...flat(v, at === "" ? k : `${at}.${k}`)]));

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
