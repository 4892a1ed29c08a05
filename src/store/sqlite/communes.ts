import { z } from "zod";
import { type CommuneFacts, noContacts } from "../../engine/facts.ts";
import type { Quiet } from "../../kit/vietnam-time.ts";
import type { Database } from "./driver.ts";

export type KnownCommune = {
  readonly facts: CommuneFacts;
  readonly quiet: readonly Quiet[];
  readonly villageOf: ReadonlyMap<string, string>;
};

/**
 * Communes as turns know them, read again only when a trigger counted a change. Staff edit villages from another
 * process too, so the count is asked once a batch; `fresh` begins one.
 */
export const communes = (db: Database, publicUrl: string) => {
  const countOf = db.prepare("SELECT n FROM commune_changes WHERE commune = ?").pluck();
  const seedOf = db.prepare("SELECT seed, settings FROM communes WHERE code = ?");
  const villagesOf = db.prepare(
    "SELECT id, name, code FROM villages WHERE commune = ? AND removed_at IS NULL ORDER BY id",
  );
  const phrasesOf = db.prepare("SELECT text, topic FROM phrases WHERE commune = ? ORDER BY id");
  const known = new Map<string, KnownCommune & { readonly n: unknown }>();
  const checked = new Set<string>();

  const read = (code: string): KnownCommune => {
    const row = Row.parse(seedOf.get(code));
    const villages = inOrder(z.array(Village).parse(villagesOf.all(code)));
    const phrases = z.array(Phrase).parse(phrasesOf.all(code));
    const { fees } = row.settings;
    const { name, province, unit, team, movement, languages } = row.seed;
    const contacts = row.settings.contacts ?? row.seed.contacts;
    const of = { code, name, province, unit: unit.lower, team, movement, villages, languages, publicUrl };
    return {
      facts: { ...of, contacts, phrases, ...(fees && { fees }) },
      quiet: (row.settings.quiet_hours ?? row.seed.quiet_hours).map((q) => ({
        from: minutes(q.from),
        to: minutes(q.to),
      })),
      villageOf: new Map(villages.map((v) => [bareCode(v.code), v.id])),
    };
  };
  return {
    fresh: (): void => checked.clear(),
    get: (code: string): KnownCommune => {
      const before = known.get(code);
      if (before && checked.has(code)) return before;
      checked.add(code);
      const n = countOf.get(code);
      if (before && before.n === n) return before;
      const now = { ...read(code), n };
      known.set(code, now);
      return now;
    },
  };
};
export type Communes = ReturnType<typeof communes>;

/** Xóm 10 comes after Xóm 9. */
const inOrder = (villages: readonly z.infer<typeof Village>[]) =>
  villages.toSorted((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));

const bareCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, "");
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const Village = z.object({ id: z.string(), name: z.string(), code: z.string() });
const Phrase = z.object({ text: z.string(), topic: z.string() });
const Entered = z.string().nullable().default(null);
const Contacts = z.object({ hotline: Entered, counter: Entered, police: Entered, hours: Entered });
const Hours = z.array(z.object({ from: z.string(), to: z.string() }));
const Fees = z.record(z.string(), z.object({ says: z.string(), basis: z.string(), on: z.string() }));
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(schema);
// Only what a turn needs of the seed; the whole of it is checked where seeds are loaded.
const Row = z.object({
  seed: json(
    z.object({
      name: z.string(),
      province: z.string(),
      unit: z.object({ lower: z.string() }),
      team: z.string(),
      movement: z.string(),
      languages: z.array(z.string()).default(["vi", "en"]),
      contacts: Contacts.default(noContacts),
      quiet_hours: Hours.default([
        { from: "21:00", to: "06:30" },
        { from: "11:30", to: "13:30" },
      ]),
    }),
  ),
  settings: json(z.object({ quiet_hours: Hours.optional(), contacts: Contacts.optional(), fees: Fees.optional() })),
});
