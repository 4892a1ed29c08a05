import type { Database } from "./driver.ts";

/** Pictures a channel already has, by connection and card. */
export const uploads = (db: Database) => {
  const read = db.prepare("SELECT file_id FROM uploads WHERE connection = ? AND card = ?").pluck();
  const put = db.prepare("INSERT OR REPLACE INTO uploads (connection, card, file_id, at) VALUES (?,?,?,?)");
  return {
    get: (connection: string, card: string): string | null =>
      (read.get(connection, card) as string | undefined) ?? null, // the column `file_id`
    save: (connection: string, card: string, fileId: string, now: number): void =>
      void put.run(connection, card, fileId, now),
  };
};
