import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStore } from "../../src/store/sqlite/store.ts";
import { seed, tempDir } from "./house.ts";
import { turnStoreContract } from "./turn-store.contract.ts";

turnStoreContract("SQLite", async () => {
  let n = 0;
  const opened = openStore(join(tempDir(), "house.db"), { id: () => `id-${++n}`, publicUrl: "" });
  if (!opened.ok) throw new Error(opened.fault.cause);
  const store = opened.value;
  onTestFinished(store.close);
  seed(store);
  return {
    store: store.turns,
    faults: async () => store.db.prepare("SELECT fault FROM inbox WHERE fault IS NOT NULL").pluck().all() as string[],
    waiting: async () =>
      store.db
        .prepare(
          "SELECT chat, json_extract(message, '$.blocks[0].text') AS text FROM outbox WHERE status = 'queued' ORDER BY id",
        )
        .all() as { chat: string; text: string }[],
    fill: async () => {
      store.db.pragma("wal_checkpoint(TRUNCATE)");
      store.db.pragma(`max_page_count = ${store.db.pragma("page_count", { simple: true })}`);
      return () => void store.db.pragma("max_page_count = 1073741823");
    },
  };
});
