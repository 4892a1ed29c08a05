import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { terms } from "../../src/people/terms.ts";
import { myDataWords } from "../../src/site/my-data-words.ts";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";
import { personalDataOf } from "../../src/store/sqlite/cold/personal-data.ts";
import { forget } from "../../src/turns/retention.ts";
import { house } from "./house.ts";
import { personalTables, tables } from "./personal-columns.ts";

const sections = Object.keys(myDataWords("vi").sections);
const columnsOf = (h: ReturnType<typeof house>, table: string) =>
  h.all("SELECT name FROM pragma_table_info(?)", table).map(({ name }) => String(name));
const allTables = (h: ReturnType<typeof house>) =>
  h
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .map(({ name }) => String(name));
/** Names a column has that is about somebody: a new one must be entered, or be called otherwise. */
const personal = /learner|account|chat|former|person|phone|taken_by|^message$|^session$/;

test("every table there is says what it holds of people, and none is listed that is gone", () => {
  const h = house();
  expect(allTables(h).sort()).toEqual(Object.keys(tables).sort());
});

test("every column that names a learner or a chat is entered with its table", () => {
  const h = house();
  const found = allTables(h).flatMap((t) => columnsOf(h, t).flatMap((c) => (personal.test(c) ? [`${t}.${c}`] : [])));
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter((c) => !personalTables[c.split(".")[0] ?? ""]?.of.includes(c.split(".")[1] ?? ""))).toEqual([]);
  const entered = Object.entries(personalTables).flatMap(([t, p]) => p.of.map((c) => `${t}.${c}`));
  expect(entered.filter((c) => !columnsOf(h, c.split(".")[0] ?? "").includes(c.split(".")[1] ?? ""))).toEqual([]);
});

test("every section of the download and every term is one there is, and each is used", () => {
  const all = Object.values(personalTables);
  const shown = all.flatMap((p) => (typeof p.shown === "string" ? [] : p.shown));
  expect([...new Set(shown)].sort()).toEqual([...sections].sort());
  const used = new Set(all.map((p) => p.term));
  for (const kind of Object.keys(terms).filter((k) => k !== "strangers")) expect([...used], kind).toContain(kind);
  for (const term of used) expect(["person", ...Object.keys(terms)]).toContain(term);
});

test("the queries of the download read each of these tables", () => {
  const source = readFileSync(new URL("../../src/store/sqlite/cold/personal-data.ts", import.meta.url), "utf8");
  for (const [table, p] of Object.entries(personalTables))
    if (typeof p.shown !== "string") expect(source, table).toMatch(new RegExp(`(FROM|JOIN) ${table}\\b`));
});

/** What the download holds of somebody, read on a connection of its own as the server does. */
const shownOf = async (h: ReturnType<typeof house>, learner: string) => {
  const cold = openCold(h.file);
  const shown = await personalDataOf(cold, "xa-thu", learner);
  await cold.close();
  return shown;
};

describe("who took requests of others", () => {
  const taken = async () => {
    const h = house();
    await h.resident("helper");
    h.store.db.prepare("UPDATE learners SET name = 'Zqgiup' WHERE consent = 'yes'").run();
    const learner = String(h.one("SELECT learner FROM accounts WHERE chat = 'helper'"));
    for (const [id, status] of [
      ["t1", "taken"],
      ["t2", "done"],
    ])
      h.store.db
        .prepare(
          "INSERT INTO tickets (commune,id,account,topic,flow,state,urgent,status,taken_by,taken_learner,created_at,updated_at) VALUES ('xa-thu',?,'a','x','menu','menu',0,?,'Zqgiup',?,?,?)",
        )
        .run(id, status, learner, h.now, h.now);
    return h;
  };
  const tickets = (h: ReturnType<typeof house>) =>
    h.all("SELECT id, status, taken_by, taken_learner FROM tickets ORDER BY id");
  const free = [
    { id: "t1", status: "open", taken_by: null, taken_learner: null },
    { id: "t2", status: "done", taken_by: null, taken_learner: null },
  ];

  test.each(["erase", "withdraw"])("%s: their name goes, and what they had not done waits again", async (word) => {
    const h = await taken();
    await h.talk("helper", "menu", word);
    expect(tickets(h)).toEqual(free);
  });

  test("the download shows what they took, and what was sent to a phone of their own", async () => {
    const h = await taken();
    const learner = String(h.one("SELECT learner FROM accounts WHERE chat = 'helper'"));
    const { connection } = h.all("SELECT connection FROM accounts WHERE chat = 'helper'")[0] ?? {};
    const sent = Number(h.one("SELECT count(*) FROM outbox WHERE connection = ? AND chat = 'helper'", connection));
    const before = await shownOf(h, learner);
    expect(before.ticketsTaken).toEqual([
      { topic: "x", status: "taken", name: "Zqgiup", updatedAt: h.now },
      { topic: "x", status: "done", name: "Zqgiup", updatedAt: h.now },
    ]);
    expect(sent).toBeGreaterThan(0);
    expect(before.messages).toHaveLength(sent);
    expect(before.messages.map(({ text }) => text)).toEqual(["consent", "which", "menu"]);
    const points = {
      blocks: [
        { kind: "title", text: "Ba điều" },
        { kind: "keys", items: [{ text: "một" }, { text: "hai" }] },
      ],
    };
    h.store.db.prepare("UPDATE outbox SET message = ?").run(JSON.stringify(points));
    expect((await shownOf(h, learner)).messages[0]?.text).toBe("Ba điều\nmột\nhai");
    // Of a phone somebody else learns on too, nobody can say whose a message was; of a stranger nothing is shown.
    h.store.db
      .prepare(
        "INSERT INTO account_learners (commune, account, learner, since) SELECT commune, id, 'other', 0 FROM accounts WHERE chat = 'helper'",
      )
      .run();
    expect((await shownOf(h, learner)).messages).toEqual([]);
    expect((await shownOf(h, "other")).ticketsTaken).toEqual([]);
  });

  test("their name goes with the term of the request", async () => {
    const h = await taken();
    h.now += terms.tickets.ms + 1;
    await forget(h.store.retention, h.now);
    expect(JSON.stringify(tickets(h))).not.toContain("Zqgiup");
  });
});

test("a request the team closes in the chat loses words and number at once, as promised", async () => {
  const h = house();
  await h.resident("helper");
  const learner = String(h.one("SELECT learner FROM accounts WHERE chat = 'helper'"));
  h.store.db
    .prepare(
      "INSERT INTO tickets (commune,id,account,topic,flow,state,urgent,text,status,taken_by,taken_learner,created_at,updated_at) VALUES ('xa-thu','t1','a','x','menu','menu',0,'gọi 0912 345 678','taken','x',?,0,0)",
    )
    .run(learner);
  const { writers } = await import("../../src/store/sqlite/writes/writers.ts");
  const { codeHash } = await import("../../src/store/sqlite/code-hash.ts");
  const loaded = { account: { commune: "xa-thu", id: "a" }, person: { id: learner } };
  // Only what this writer reads of a turn.
  const frame = {
    loaded,
    timer: null,
    now: h.now,
    id: () => "x",
    stopped: [],
    soon: [],
    switched: false,
    gone: false,
  } as never;
  expect(writers(h.store.db, codeHash(h.file))({ write: "ticket-closed", id: "t1", result: "done" }, frame)).toBeNull();
  expect(h.all("SELECT status, text FROM tickets")).toEqual([{ status: "done", text: null }]);
});
