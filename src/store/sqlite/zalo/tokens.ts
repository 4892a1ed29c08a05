import { createHash } from "node:crypto";
import { z } from "zod";
import type { Pair, Refused, TokenStore } from "../../zalo.ts";
import type { Database } from "../driver.ts";
import type { Seal } from "./seal.ts";

/** Tokens on SQLite. Each method is one transaction; with `synchronous=FULL` what it answered survives a power cut. */
export const tokenStore = (db: Database, box: Seal): TokenStore => {
  const read = db.prepare(
    "SELECT sealed, access_until AS accessUntil, refresh_until AS refreshUntil, version, refused FROM zalo_tokens WHERE connection = ?",
  );
  const put = db.prepare(
    `INSERT INTO zalo_tokens (connection, sealed, access_until, refresh_until, version) VALUES (@connection, @sealed, @accessUntil, @refreshUntil, 1)
     ON CONFLICT DO UPDATE SET sealed = excluded.sealed, access_until = excluded.access_until, refresh_until = excluded.refresh_until, version = version + 1, refused = NULL`,
  );
  const renewed = db.prepare(
    `UPDATE zalo_tokens SET sealed = @sealed, access_until = @accessUntil, refresh_until = @refreshUntil, version = version + 1, refused = NULL
     WHERE connection = @connection AND version = @version`,
  );
  const refused = db.prepare("UPDATE zalo_tokens SET refused = ? WHERE connection = ? AND version = ?");
  const ended = db.prepare("UPDATE zalo_tokens SET access_until = 0 WHERE connection = ? AND version = ?");
  const seed = db.prepare("INSERT OR IGNORE INTO zalo_seeds (connection, digest) VALUES (?,?)");
  const lease = db.prepare(
    `INSERT INTO zalo_leases (connection, holder, until) VALUES (@connection, @holder, @until)
     ON CONFLICT DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE zalo_leases.until <= @now OR zalo_leases.until > @until`,
  );
  const release = db.prepare("DELETE FROM zalo_leases WHERE connection = ? AND holder = ?");
  const asked = db.prepare("INSERT INTO zalo_consents (state, connection, sealed, until) VALUES (?,?,?,?)");
  const forget = db.prepare("DELETE FROM zalo_consents WHERE until < ?");
  const answered = db.prepare("DELETE FROM zalo_consents WHERE state = ? AND until >= ? RETURNING connection, sealed");

  const row = (connection: string, { access, refresh, accessUntil, refreshUntil }: Pair) => ({
    connection,
    sealed: box.shut(JSON.stringify({ access, refresh }), connection),
    accessUntil,
    refreshUntil,
  });
  const adopt = db.transaction((connection: string, pair: Pair): boolean => {
    if (seed.run(connection, digest(pair.refresh)).changes === 0) return false;
    put.run(row(connection, pair));
    return true;
  });

  return {
    read: (connection) => {
      const found = Row.safeParse(read.get(connection));
      if (!found.success) return null;
      const { sealed, ...rest } = found.data;
      const text = box.open(sealed, connection);
      return text === null ? null : { ...Secret.parse(JSON.parse(text)), ...rest };
    },
    adopt: (connection, pair) => adopt.immediate(connection, pair),
    lease: (connection, holder, now, ms) => lease.run({ connection, holder, now, until: now + ms }).changes === 1,
    release: (connection, holder) => void release.run(connection, holder),
    save: (connection, version, pair) => renewed.run({ ...row(connection, pair), version }).changes === 1,
    refuse: (connection, version, why) => void refused.run(JSON.stringify(why), connection, version),
    accessEnded: (connection, version) => void ended.run(connection, version),
    consentAsked: (connection, state, verifier, until) => {
      asked.run(digest(state), connection, box.shut(verifier, state), until);
    },
    consentAnswered: (state, now) => {
      forget.run(now);
      const found = Asked.safeParse(answered.get(digest(state), now));
      const verifier = found.success ? box.open(found.data.sealed, state) : null;
      return found.success && verifier !== null ? { connection: found.data.connection, verifier } : null;
    },
  };
};

const digest = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const Bytes = z.instanceof(Uint8Array);
const Row = z.object({
  sealed: Bytes,
  accessUntil: z.number(),
  refreshUntil: z.number(),
  version: z.number(),
  refused: z
    .string()
    .nullable()
    .transform((text): Refused | null => (text === null ? null : refusedOf(text))),
});
const RefusedRow = z.object({ by: z.enum(["app", "token"]), reason: z.string(), asked: z.string() });
/** Releases before this one kept the reason alone. */
const refusedOf = (text: string): Refused => {
  const stored = text.startsWith("{") ? RefusedRow.safeParse(JSON.parse(text)) : null;
  return stored?.success ? stored.data : { by: "token", reason: text, asked: "" };
};
const Secret = z.object({ access: z.string(), refresh: z.string() });
const Asked = z.object({ connection: z.string(), sealed: Bytes });
