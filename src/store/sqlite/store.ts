import type { CommuneFacts } from "../../engine/facts.ts";
import { ok, type Result } from "../../kit/result.ts";
import type { Audit } from "../ports/audit.ts";
import { alarms } from "./alarms.ts";
import { auditLog } from "./audit-log.ts";
import { codeHash, hashOldCodes } from "./code-hash.ts";
import { communes } from "./communes.ts";
import { connections } from "./connections.ts";
import type { Database } from "./driver.ts";
import { faultOf } from "./fault-of.ts";
import { heartbeat } from "./heartbeat.ts";
import { open } from "./open.ts";
import { feed, outbox } from "./outbox.ts";
import { retention } from "./retention.ts";
import { type TurnStoreOptions, turnStore } from "./turn-store.ts";
import { uploads } from "./uploads.ts";
import { versions } from "./versions.ts";

export type StoreOptions = {
  /** Ids that grow with time (UUIDv7) keep the indexes narrow at their end; any unique ones will do. */
  readonly id: () => string;
  readonly publicUrl: string;
  readonly windows?: TurnStoreOptions["windows"] | undefined;
  /** Where the program is one bundled file, the migrations are read by whoever knows where they lie. */
  readonly migrations?: readonly string[];
};

/** The embedded default: one file with everything. */
export const openStore = (file: string, options: StoreOptions): Result<Store> => {
  const opened = open(file, options.migrations);
  return opened.ok ? ok(storeOn(opened.value, options)) : opened;
};

/** Everything the house keeps, on one open database. */
export const storeOn = (db: Database, { id, publicUrl, windows }: StoreOptions) => {
  const known = communes(db, publicUrl);
  const hashed = codeHash(db.name);
  hashOldCodes(db, hashed, id);
  const connected = connections(db);
  const audit: Audit = auditLog(db);
  return {
    db,
    connections: connected,
    turns: turnStore(db, { connections: connected, communes: known, id, windows, codeHash: hashed }),
    /** A commune as the next turn will know it. */
    facts: (commune: string): CommuneFacts => {
      known.fresh();
      return known.get(commune).facts;
    },
    outbox: outbox(db, known),
    feed: feed(db),
    versions: versions(db),
    uploads: uploads(db),
    alarms: alarms(db),
    retention: retention(db, id),
    audit,
    beat: heartbeat(db),
    /** Folds the log back into the file, so that a copy of it is whole. A full disk leaves it for the next start. */
    close: (): void => {
      if (!db.open) return;
      try {
        audit.flush();
        db.pragma("wal_checkpoint(TRUNCATE)");
      } catch (error) {
        if (faultOf(error) === null) throw error;
      } finally {
        db.close();
      }
    },
  };
};
export type Store = ReturnType<typeof storeOn>;
