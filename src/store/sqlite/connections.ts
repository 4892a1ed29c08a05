import { z } from "zod";
import type { Database } from "./driver.ts";
import type { ConnectionRow } from "./load.ts";

/** Which commune a connection speaks for. Kept in memory: there are few, and every turn asks. */
export const connections = (db: Database) => {
  const put = db.prepare(
    "INSERT INTO connections (id, commune, channel) VALUES (?,?,?) ON CONFLICT DO UPDATE SET commune = excluded.commune, channel = excluded.channel",
  );
  const read = db.prepare("SELECT id, commune, channel FROM connections WHERE id = ?");
  const all = db.prepare("SELECT id, commune, channel FROM connections ORDER BY id");
  const newest = db.prepare("SELECT newest_at FROM connections WHERE id = ?").pluck();
  const known = new Map<string, ConnectionRow>();
  return {
    put: (connection: ConnectionRow): void => {
      put.run(connection.id, connection.commune, connection.channel);
      known.set(connection.id, connection);
    },
    get: (id: string): ConnectionRow | undefined => {
      const before = known.get(id);
      if (before) return before;
      const row = read.get(id);
      if (row === undefined) return undefined;
      const connection = Row.parse(row);
      known.set(id, connection);
      return connection;
    },
    /** When the newest word came that it ever brought, by the channel's own clock; null before the first. */
    newest: (id: string): number | null => z.number().nullable().catch(null).parse(newest.get(id)),
    all: (): readonly ConnectionRow[] => all.all().map((row) => Row.parse(row)),
  };
};
export type Connections = ReturnType<typeof connections>;

const Row = z.object({
  id: z.string(),
  commune: z.string(),
  channel: z.string(),
});
