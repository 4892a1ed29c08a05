import type Database from "better-sqlite3";

/** How many people of a commune are not samples. Sample data never goes where real people learn. */
export const realLearners = (db: Database.Database, commune: string): number =>
  Number(
    db
      .prepare("SELECT count(*) FROM learners WHERE commune = ? AND sample = 0 AND consent = 'yes'")
      .pluck()
      .get(commune),
  );
