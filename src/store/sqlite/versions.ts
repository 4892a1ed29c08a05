import { z } from "zod";
import { Definition } from "../../engine/definition.ts";
import type { Database } from "./driver.ts";

/** A version of a flow with the words it says: language → key → words. */
export type Version = {
  readonly flow: string;
  readonly version: string;
  readonly definition: Definition;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** Versions of flows, kept while anybody stands on them, so that publishing never breaks off a lesson. */
export const versions = (db: Database) => {
  const has = db.prepare("SELECT 1 FROM flow_versions WHERE flow = ? AND version = ?").pluck();
  const put = db.prepare(
    "INSERT INTO flow_versions (flow, version, definition, texts, first_seen_at) VALUES (?,?,?,?,?)",
  );
  const names = db.prepare("SELECT flow, version FROM flow_versions ORDER BY flow, first_seen_at");
  const read = db.prepare("SELECT flow, version, definition, texts FROM flow_versions WHERE flow = ? AND version = ?");
  const stoodOn = db.prepare("SELECT 1 FROM sessions WHERE instr(session, ?) LIMIT 1").pluck();
  const drop = db.prepare("DELETE FROM flow_versions WHERE flow = ? AND version = ?");

  const retired = (current: readonly Named[]): Named[] => {
    const present = new Set(current.map(nameOf));
    return z
      .array(Named)
      .parse(names.all())
      .filter((v) => !present.has(nameOf(v)));
  };
  return {
    /** At start: keeps the present versions, and gives back the older ones people may still stand on. */
    save: db.transaction((current: readonly Version[], now: number): readonly Version[] => {
      for (const v of current)
        if (has.get(v.flow, v.version) !== 1)
          put.run(v.flow, v.version, JSON.stringify(v.definition), JSON.stringify(v.texts), now);
      // One of an older shape is left out: its people are set down at the nearest checkpoint of the present one.
      return retired(current).flatMap((v) => {
        const row = Row.safeParse(read.get(v.flow, v.version));
        return row.success ? [row.data] : [];
      });
    }),
    /** Drops what is not present and nobody stands on, bookmarks included. Answers how many. Reads every session for each: a job for the night. */
    drop: db.transaction((current: readonly Named[]): number => {
      const gone = retired(current).filter((v) => stoodOn.get(JSON.stringify(v.version)) !== 1);
      for (const v of gone) drop.run(v.flow, v.version);
      return gone.length;
    }),
  };
};

type Named = { readonly flow: string; readonly version: string };
const Named = z.object({ flow: z.string(), version: z.string() });
const nameOf = (v: Named): string => `${v.flow}@${v.version}`;
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
const Row = z.object({
  flow: z.string(),
  version: z.string(),
  definition: json(Definition),
  texts: json(z.record(z.string(), z.record(z.string(), z.string()))),
});
