import { z } from "zod";
import type { Zalo } from "../../zalo.ts";
import type { Database } from "../driver.ts";
import { learntStore } from "./learnt.ts";
import { moneyStore } from "./money.ts";
import { keyBeside, sealer } from "./seal.ts";
import { tokenStore } from "./tokens.ts";

/** Everything of Zalo OA on one open database; its key lies beside the file and is made when first needed. */
export const zaloOn = (db: Database, key: Uint8Array = keyBeside(db.name)): Zalo => {
  const seen = db.prepare("SELECT seen_at FROM accounts WHERE connection = ? AND chat = ?").pluck();
  const upload = db.prepare("SELECT file_id FROM uploads WHERE connection = ? AND card = ? AND at >= ?").pluck();
  return {
    tokens: tokenStore(db, sealer(key)),
    learnt: learntStore(db),
    money: moneyStore(db),
    seen: (connection, chat) => z.number().nullable().catch(null).parse(seen.get(connection, chat)),
    upload: (connection, key, since) =>
      z
        .string()
        .nullable()
        .catch(null)
        .parse(upload.get(connection, key, since)),
  };
};
