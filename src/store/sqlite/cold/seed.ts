import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { z } from "zod";
import type { Commune } from "../../../communes/schema.ts";

/**
 * A commune as it was checked when it was loaded. Its rules are not run again on the way out of the database: the row
 * is ours, `seedCommunes` is its only writer, and the schema turns passages into text on the way in (once).
 */
export const StoredCommune = z.custom<Commune>(
  (value) =>
    z
      .object({ code: z.string(), name: z.string(), targets: z.array(z.unknown()), reports: z.array(z.unknown()) })
      .safeParse(value).success,
);

/** Writes the communes whose seed changed; what staff set stays. Returns the codes written. */
export const seedCommunes = (db: Database.Database, communes: readonly Commune[]): string[] => {
  const upsert = db.prepare(
    `INSERT INTO communes (code, hash, seed) VALUES (?, ?, ?)
     ON CONFLICT (code) DO UPDATE SET hash = excluded.hash, seed = excluded.seed WHERE communes.hash <> excluded.hash`,
  );
  return db.transaction(() =>
    communes.flatMap((commune) => {
      const seed = JSON.stringify(commune);
      const hash = createHash("sha256").update(seed).digest("hex");
      return upsert.run(commune.code, hash, seed).changes > 0 ? [commune.code] : [];
    }),
  )();
};
