import { join } from "node:path";
import { expect, test } from "vitest";
import { migrations } from "../../src/store/migrations.ts";
import { open } from "../../src/store/sqlite/open.ts";
import { tempDir } from "./house.ts";

test("why a message of an older program did not go is counted by today's codes", () => {
  const file = join(tempDir(), "house.db");
  const mine = migrations().findIndex((script) => script.includes("ADD COLUMN code TEXT AS"));
  const older = open(file, migrations().slice(0, mine));
  if (!older.ok) throw new Error(older.fault.cause);
  const put = older.value.prepare(
    "INSERT INTO outbox (commune, connection, account, chat, priority, status, due_at, created_at, reason) VALUES ('c', 'tg', 'a', 'a', 3, 'expired', 0, 0, ?)",
  );
  const reasons = ["opted out", "blocked", "PUSH_CANCELLED", "SEND_REFUSED: 400: chat not found", "SEND_TOO_OLD", null];
  for (const reason of reasons) put.run(reason);
  older.value.close();
  const now = open(file);
  if (!now.ok) throw new Error(now.fault.cause);
  expect(now.value.prepare("SELECT code FROM outbox ORDER BY id").pluck().all()).toEqual([
    "SEND_OPTED_OUT",
    "SEND_BLOCKED",
    "PUSH_CANCELLED",
    "SEND_REFUSED",
    "SEND_TOO_OLD",
    null,
  ]);
  now.value.close();
});
