import { z } from "zod";
import type { Learnt, LearntStore } from "../../zalo.ts";
import type { Database } from "../driver.ts";

export const learntStore = (db: Database): LearntStore => {
  const read = db.prepare("SELECT learnt FROM zalo_learnt WHERE connection = ?").pluck();
  const put = db.prepare(
    "INSERT INTO zalo_learnt (connection, learnt) VALUES (?,?) ON CONFLICT DO UPDATE SET learnt = excluded.learnt",
  );
  const of = (connection: string): Learnt => {
    const text = read.get(connection);
    return typeof text === "string" ? Row.parse(JSON.parse(text)) : Row.parse({});
  };
  const note = db.transaction((connection: string, learnt: Partial<Learnt>) => {
    put.run(connection, JSON.stringify({ ...of(connection), ...learnt }));
  });
  return { read: of, note: (connection, learnt) => note.immediate(connection, learnt) };
};

const time = z.number().nullable().default(null);
const Row = z.object({
  endpoint: z.enum(["v3", "v2"]).default("v3"),
  v3RefusedAt: time,
  v2RefusedAt: time,
  buttonsRefused: z.record(z.string(), z.object({ at: z.number(), texts: z.array(z.string()) })).default({}),
  signature: z.string().nullable().default(null),
  signatureWrong: z.number().default(0),
  signatureWrongAt: time,
});
