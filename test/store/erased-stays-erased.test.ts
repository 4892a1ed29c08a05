import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";
import { downloadRows } from "../../src/store/sqlite/cold/downloads.ts";
import { openStore } from "../../src/store/sqlite/store.ts";
import { forget } from "../../src/turns/retention.ts";
import { house, wordsOf } from "./house.ts";
import { personalTables } from "./personal-columns.ts";

// Somebody was erased. Whatever is pressed, typed, delivered again, put together, parted or started anew after that: not
// a sign of them comes back, in no table, no file and no message.

type House = ReturnType<typeof house>;
const MARK = "zqhoten";
/** Columns that hold words or copies of somebody; ids lead nowhere once the rows they led to are gone. */
const ids = /^(id|learner|account|chat|former|who|about|taken_learner|by_learner)$/;

/** Puts the mark into every column of every row that holds somebody's words, by the list every table must stand in. */
const mark = (h: House): number => {
  let marked = 0;
  for (const [table, personal] of Object.entries(personalTables)) {
    if (table === "security_log") continue;
    for (const column of personal.of.filter((c) => !ids.test(c))) {
      const type = h.one("SELECT type FROM pragma_table_info(?) WHERE name = ?", table, column);
      if (type !== "TEXT") continue;
      // JSON stays JSON: the mark becomes a member nobody reads.
      marked += h.store.db
        .prepare(
          `UPDATE "${table}" SET "${column}" = CASE WHEN json_valid("${column}") AND json_type("${column}") = 'object'
             THEN json_set("${column}", '$.zq', ?) WHEN json_valid("${column}") THEN "${column}" ELSE ? END
           WHERE "${column}" IS NOT NULL AND "${column}" <> ''`,
        )
        .run(MARK, MARK).changes;
    }
  }
  return marked;
};

const found = (h: House): readonly string[] => {
  const names = h.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => String(name));
  const rows = names.filter((t) => JSON.stringify(h.all(`SELECT * FROM "${t}"`)).includes(MARK));
  const files = [h.file, `${h.file}-wal`].filter((f) => existsSync(f) && readFileSync(f).includes(MARK));
  return [...rows, ...files.map((f) => f.replace(h.file, "file"))];
};

/** Somebody who used everything, on two phones that were put together; what was said, pressed and offered before. */
const used = async (): Promise<{ readonly h: House; readonly link: string; readonly codes: readonly string[] }> => {
  const h = house();
  for (const chat of ["a", "b", "c"]) await h.resident(chat);
  await h.talk("b", "lesson", "next", "right", "menu", "ticket", "máy hỏng");
  await h.talk("a", "menu", "offer");
  const first = h.offered("a");
  await h.talk("b", `MA ${first}`, "yes", "one");
  await h.timers.run();
  await h.talk("a", "menu", "không ai biết câu này", "menu", "offer");
  const second = h.offered("a");
  const cold = openCold(h.file);
  const learner = String(h.one("SELECT learner FROM accounts WHERE chat = 'a'"));
  h.store.db
    .prepare(
      "INSERT INTO downloads (code, commune, learner, account, stage, expires_at) SELECT ?, 'xa-thu', ?, id, 'page', ? FROM accounts WHERE chat = 'a'",
    )
    .run(cold.codeHash("Y8U7Q6K4A2B3"), learner, h.now + 900_000);
  await cold.close();
  return { h, link: String(h.one("SELECT id FROM joinings")), codes: [first, second] };
};

const again: Readonly<Record<string, (w: Awaited<ReturnType<typeof used>>) => Promise<unknown>>> = {
  "everything delivered a second time": async ({ h }) => {
    for (let n = 1; n < 60; n++)
      await h.gate.submit({
        connection: "tg",
        key: `k${n}`,
        chat: n % 2 ? "a" : "b",
        at: h.now,
        content: { kind: "text", text: "one" },
      });
  },
  "the codes offered before, typed by a stranger and by a third": async ({ h, codes }) => {
    for (const code of codes) for (const chat of ["c", "new"]) await h.talk(chat, `MA ${code}`, "yes", "one");
  },
  "every button of before, on both phones": async ({ h, link }) => {
    const told = h.said.filter((row) => row.message);
    for (const { chat, message } of told)
      for (const choice of message?.choices ?? [])
        await h.send(chat, { kind: "press", token: message?.token ?? "", key: choice.key });
    h.store.db
      .prepare(
        "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) SELECT commune, 'late', id, learner, 'linked', ?, 0 FROM accounts LIMIT 1",
      )
      .run(link);
    await h.timers.run();
    for (const chat of ["a", "b", "c"]) await h.talk(chat, "undo-link", "tách máy", "undo-link");
  },
  "the address of their data": async ({ h }) => {
    const cold = openCold(h.file);
    const mine = await downloadRows(cold).openDownload("Y8U7Q6K4A2B3", {
      at: h.now,
      from: null,
      browser: "a",
      next: "next",
    });
    await cold.close();
    expect(mine).toBeNull();
  },
  "every timer, a month of them": async ({ h }) => {
    for (let n = 0; n < 30; n++) {
      h.now += 24 * 3_600_000;
      await h.timers.run();
    }
  },
  "a new start on the same file": async ({ h }) => {
    h.store.close();
    const opened = openStore(h.file, { id: () => `anew-${Math.floor(h.now++)}`, publicUrl: "http://test" });
    if (!opened.ok) throw new Error(opened.fault.cause);
    opened.value.close();
    expect([h.file, `${h.file}-wal`].filter((f) => existsSync(f) && readFileSync(f).includes(MARK))).toEqual([]);
  },
};

test.each(["a", "b"])("planted in every column that holds words, found, and gone once %s erases", async (chat) => {
  const { h } = await used();
  expect(mark(h)).toBeGreaterThan(15);
  expect(found(h).length).toBeGreaterThan(7);
  await h.talk(chat, "menu", "erase");
  h.store.db.prepare("UPDATE outbox SET status = 'sent'").run();
  h.now += 2 * 3_600_000;
  await forget(h.store.retention, h.now);
  // What is left is the third's, who was marked along with everybody.
  const third = String(h.one("SELECT learner FROM accounts WHERE chat = 'c'"));
  const theirs = JSON.stringify(h.all("SELECT name, progress, certificates FROM learners WHERE id <> ?", third));
  expect(theirs).not.toContain(MARK);
  for (const table of ["joinings", "tickets", "certificates", "downloads", "questions", "team_members"])
    expect(JSON.stringify(h.all(`SELECT * FROM ${table}`)), table).not.toContain(MARK);
});

test.each(Object.entries(again))("erased, and then %s: nothing comes back", async (_, act) => {
  const w = await used();
  const { h } = w;
  // Of the two alone: the third stays as they are.
  for (const chat of ["a", "b"])
    h.store.db
      .prepare("UPDATE learners SET name = ? WHERE id = (SELECT learner FROM accounts WHERE chat = ?)")
      .run(MARK, chat);
  h.store.db.prepare("UPDATE tickets SET name = ?, text = ?").run(MARK, MARK);
  h.store.db.prepare("UPDATE certificates SET name = ?").run(MARK);
  h.store.db.prepare("UPDATE questions SET text = ?, folded = ?").run(MARK, MARK);
  h.store.db.prepare("UPDATE joinings SET kept = json_set(kept, '$.learner.name', ?)").run(MARK);
  expect(found(h).length).toBeGreaterThan(4);
  await h.talk("a", "menu", "erase");
  h.store.db.prepare("UPDATE outbox SET status = 'sent'").run();
  await forget(h.store.retention, h.now);
  expect(found(h)).toEqual([]);
  const before = h.said.length;
  await act(w);
  for (const row of h.said.slice(before)) expect(row.message ? wordsOf(row.message) : "").not.toContain(MARK);
  if (!h.store.db.open) return;
  expect(found(h)).toEqual([]);
  expect(h.one("SELECT count(*) FROM learners WHERE name = ?", MARK)).toBe(0);
});
