import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { shortAddress } from "../../src/kit/short-address.ts";
import { migrations } from "../../src/store/migrations.ts";
import type { AuditEntry, Seen } from "../../src/store/ports/audit.ts";
import { auditLog } from "../../src/store/sqlite/audit-log.ts";
import { auditRow } from "../../src/store/sqlite/audit-row.ts";
import { chainHash } from "../../src/store/sqlite/chain-hash.ts";
import type { Database } from "../../src/store/sqlite/driver.ts";
import { open } from "../../src/store/sqlite/open.ts";
import { trimLog } from "../../src/store/sqlite/trim-log.ts";
import { verifyLog } from "../../src/store/sqlite/verify-log.ts";
import { tempDir } from "./house.ts";

const opened = (file = join(tempDir(), "house.db"), scripts?: readonly string[]): Database => {
  const result = scripts ? open(file, scripts) : open(file);
  if (!result.ok) throw new Error(result.fault.cause);
  onTestFinished(() => void result.value.close());
  return result.value;
};
const staff: Seen = { who: "staff:s1", from: "10.1.2.0/24", at: 1_000 };
const stranger = (from: string, at: number): Seen => ({ who: "stranger", from, at });
const refused: AuditEntry = { what: "signature-refused", commune: null, after: { channel: "telegram" } };
const rows = (db: Database) => db.prepare("SELECT * FROM security_log ORDER BY seq").all() as Record<string, unknown>[];

describe("a row", () => {
  test("says who, when, from where, about what, what was and what is", () => {
    const db = opened();
    auditRow(db)(
      { what: "village-renamed", commune: "a-xa", about: "v1", before: { name: "Xóm Cũ" }, after: { name: "Xóm Mới" } },
      staff,
    );
    expect(rows(db)).toEqual([
      {
        seq: 1,
        commune: "a-xa",
        at: 1_000,
        who: "staff:s1",
        origin: "10.1.2.0/24",
        what: "village-renamed",
        about: "v1",
        before: '{"name":"Xóm Cũ"}',
        after: '{"name":"Xóm Mới"}',
        times: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test("carries the hash of the one before it and of itself", () => {
    const db = opened();
    const add = auditRow(db);
    for (let n = 0; n < 3; n++) add(refused, stranger("10.0.0.0/24", n));
    let before = "";
    for (const r of rows(db)) {
      const row = JSON.stringify([
        r.seq,
        r.commune,
        r.at,
        r.who,
        r.origin,
        r.what,
        r.about,
        r.before,
        r.after,
        r.times,
      ]);
      expect(r.hash).toBe(chainHash(before, row));
      before = String(r.hash);
    }
  });

  test("is part of the transaction it is written in", () => {
    const db = opened();
    const add = auditRow(db);
    expect(() =>
      db.transaction(() => {
        add(refused, stranger("10.0.0.0/24", 1));
        throw new Error("undone");
      })(),
    ).toThrow("undone");
    expect(rows(db)).toEqual([]);
  });

  test("holds no more of a text than a setting is long", () => {
    const db = opened();
    auditRow(db)({ what: "settings-changed", commune: "a-xa", after: { hours: "x".repeat(5_000) } }, staff);
    expect(String(rows(db)[0]?.after).length).toBeLessThan(250);
  });
});

test.each([
  ["UPDATE security_log SET who = 'staff:other'"],
  ["UPDATE security_log SET at = at WHERE seq = 1"],
  ["DELETE FROM security_log"],
  ["DELETE FROM security_log WHERE seq = (SELECT max(seq) FROM security_log)"],
  ["REPLACE INTO security_log SELECT * FROM security_log WHERE seq = 1"],
  ["UPDATE security_log_start SET seq = 99, hash = 'x'"],
  ["UPDATE security_log_start SET seq = 1, hash = 'x'"],
  ["DELETE FROM security_log_start"],
])("%s: refused", (sql) => {
  const db = opened();
  const add = auditRow(db);
  for (let n = 0; n < 3; n++) add(refused, stranger("10.0.0.0/24", n));
  const before = rows(db);
  expect(() => db.exec(sql)).toThrow();
  expect(rows(db)).toEqual(before);
});

describe("a log that was tampered with is noticed", () => {
  const filled = () => {
    const db = opened();
    const add = auditRow(db);
    for (let n = 0; n < 5; n++) add(refused, stranger("10.0.0.0/24", n));
    return db;
  };
  test("a whole one is whole, and a hash written down earlier still stands in it", () => {
    const db = filled();
    const first = verifyLog(db);
    expect(first).toMatchObject({ ok: true, rows: 5 });
    auditRow(db)(refused, staff);
    expect(verifyLog(db, first.ok ? first.head : "")).toMatchObject({ ok: true, rows: 6 });
    expect(verifyLog(db, "0".repeat(64))).toEqual({ ok: false, at: null, why: "noted-hash-gone" });
  });

  test.each([
    ["a changed one", "UPDATE security_log SET origin = NULL WHERE seq = 3", { at: 3, why: "changed" }],
    ["one taken out", "DELETE FROM security_log WHERE seq = 3", { at: 3, why: "missing" }],
    ["the last taken off", "DELETE FROM security_log WHERE seq = 5", { at: 5, why: "missing" }],
    ["the first taken off", "DELETE FROM security_log WHERE seq = 1", { at: 1, why: "missing" }],
  ])("%s, by somebody who took the triggers away first", (_name, sql, found) => {
    const db = filled();
    for (const name of ["update", "delete"]) db.exec(`DROP TRIGGER security_log_no_${name}`);
    db.exec(sql);
    expect(verifyLog(db)).toEqual({ ok: false, ...found });
  });

  test("rows that left from the front, as they may, leave the rest whole", () => {
    const db = filled();
    const noted = String(rows(db)[3]?.hash);
    expect(trimLog(db)(100, 2)).toBe(2);
    expect(verifyLog(db, noted)).toMatchObject({ ok: true, rows: 4 });
    expect(rows(db).at(-1)).toMatchObject({ what: "log-trimmed", who: "program", after: '{"rows":2,"upTo":2}' });
    expect(trimLog(db)(100, 2)).toBe(0);
    // Once more, and then all that is left: the row that says so is always there.
    expect(trimLog(db)(200, 1_000)).toBe(4);
    expect(verifyLog(db)).toMatchObject({ ok: true, rows: 1 });
    auditRow(db)(refused, staff);
    expect(verifyLog(db)).toMatchObject({ ok: true, rows: 2 });
  });

  test("rows that somebody else took from the front, along with the start of the chain, are missed", () => {
    const db = filled();
    trimLog(db)(100, 2);
    db.exec("UPDATE security_log_start SET seq = 4, hash = (SELECT hash FROM security_log WHERE seq = 4)");
    db.exec("DELETE FROM security_log WHERE seq <= 4");
    expect(verifyLog(db)).toEqual({ ok: false, at: 1, why: "missing" });
  });

  test("a row with an older time behind a younger one waits for it", () => {
    const db = opened();
    const add = auditRow(db);
    for (const at of [10, 500, 20]) add(refused, stranger("10.0.0.0/24", at));
    expect(trimLog(db)(1_000, 100)).toBe(1);
    expect(rows(db).map((r) => r.at)).toEqual([500, 20, 1_000]);
  });
});

describe("a flood", () => {
  test("is one row a minute for each kind and address", () => {
    const db = opened();
    const log = auditLog(db);
    for (let n = 0; n < 10_000; n++) log.tally(refused, stranger(`10.0.${n % 3}.0/24`, n * 6));
    log.flush(60_000);
    expect(rows(db).map((r) => [r.origin, r.times])).toEqual([
      ["10.0.0.0/24", 3334],
      ["10.0.1.0/24", 3333],
      ["10.0.2.0/24", 3333],
    ]);
  });

  test("from everywhere fills neither disk nor memory, and none of it is left out of the count", () => {
    const db = opened();
    const log = auditLog(db);
    for (let n = 0; n < 60_000; n++)
      log.tally(refused, stranger(`10.${n % 250}.${Math.floor(n / 250) % 250}.0/24`, n % 60_000));
    log.flush();
    expect(rows(db).length).toBeLessThan(300);
    expect(rows(db).reduce((all, r) => all + Number(r.times), 0)).toBe(60_000);
  });

  test("waits for the end of its minute, and is written when the process leaves", () => {
    const db = opened();
    const log = auditLog(db);
    log.tally(refused, stranger("10.0.0.0/24", 61_000));
    log.flush(62_000);
    expect(rows(db)).toEqual([]);
    log.flush();
    log.flush();
    expect(rows(db)).toHaveLength(1);
  });

  test("that cannot be written now is not forgotten", () => {
    const db = opened();
    const failures: unknown[] = [];
    const log = auditLog(db, (error) => failures.push(error));
    log.tally(refused, stranger("10.0.0.0/24", 0));
    db.pragma("query_only = 1");
    log.flush();
    db.pragma("query_only = 0");
    expect(failures).toHaveLength(1);
    log.flush();
    expect(rows(db).map((r) => r.times)).toEqual([1]);
  });
});

test("what an older database had noted becomes the beginning of the chain", () => {
  const file = join(tempDir(), "house.db");
  const all = migrations();
  const mine = all.findIndex((script) => script.includes("CREATE TABLE security_log "));
  const old = opened(file, all.slice(0, mine));
  old.exec(`INSERT INTO staff (id, login, name, role, created_at) VALUES ('s1', 'quantri', 'Quản trị', 'admin', 0);
    INSERT INTO audit (commune, id, staff, what, detail, at) VALUES
      ('a-xa', 'b', 's1', 'ticket-taken', '{"ticket":"t1"}', 20), (NULL, 'a', 'start', 'staff-added', '{"staff":"s1","role":"administrator"}', 10),
      (NULL, 'c', 's1', 'logged-in', '{}', 15), ('a-xa', 'd', 's1', 'certificate-revoked', '{"code":"ABC"}', 30)`);
  old.close();
  const db = opened(file);
  expect(rows(db)).toMatchObject([
    { seq: 1, who: "program", what: "staff-added", about: "s1", after: '{"role":"administrator"}', at: 10 },
    { seq: 2, who: "staff:s1", what: "signed-in", at: 15 },
    { seq: 3, who: "staff:s1", what: "ticket-taken", about: "t1", commune: "a-xa", at: 20 },
    { seq: 4, what: "certificate-revoked", after: null },
  ]);
  expect(new Set(rows(db).map((r) => r.hash)).size).toBe(4);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'audit'").pluck().get()).toBe(0);
});

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:abcd:12:1:2:3:4", "2001:db8:abcd::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["unix:", null],
  ["", null],
])("the address %s is kept as %s", (address, kept) => expect(shortAddress(address)).toBe(kept));

test("no row of any kind has a place for a name, a text or a number of somebody", () => {
  const source = readFileSync(new URL("../../src/store/ports/audit.ts", import.meta.url), "utf8");
  const told = [...source.matchAll(/readonly (\w+): (?:string|number|boolean|AuditValue)/g)].map(([, name]) => name);
  for (const forbidden of ["text", "words", "phone", "login", "password", "chat", "secret", "token", "person"])
    expect(told).not.toContain(forbidden);
});
