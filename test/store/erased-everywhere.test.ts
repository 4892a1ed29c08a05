import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { termsInMs } from "../../src/people/terms.ts";
import { forget } from "../../src/turns/retention.ts";
import { house } from "./house.ts";

type House = ReturnType<typeof house>;
/** Nothing else in the house has these letters in it. */
const marks = { chat: "zqchat7731", name: "Zqhoten", words: "zqloinhan máy hỏng", phone: "0912 345 678" };

/** Somebody who used everything: a lesson, a certificate in their name, a ticket with a number to call, a question, a code. */
const plant = async (h: House): Promise<string> => {
  await h.resident(marks.chat);
  h.store.db.prepare("UPDATE learners SET name = ? WHERE consent = 'yes'").run(marks.name);
  await h.talk(marks.chat, "lesson", "next", "right", "menu", "ticket", `${marks.words}, gọi ${marks.phone}`);
  await h.talk(marks.chat, "menu", `${marks.words} ở đâu sửa`, "menu", "offer", "menu");
  return String(h.one("SELECT id FROM learners WHERE name = ?", marks.name));
};

/** Every table there is, and the bytes of the file and its log: what is looked for must be nowhere. */
const everywhere = (h: House): Record<string, string> => {
  const tables = h.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((t) => String(t.name));
  const rows = tables.map((t) => [t, JSON.stringify(h.all(`SELECT * FROM "${t}"`))]);
  const files = [h.file, `${h.file}-wal`].filter(existsSync).map((f) => [f, readFileSync(f).toString("utf8")]);
  return Object.fromEntries([...rows, ...files]);
};
const found = (h: House, words: readonly string[]): readonly string[] =>
  Object.entries(everywhere(h)).flatMap(([where, all]) =>
    words.filter((w) => all.includes(w)).map((w) => `${w} in ${where.replace(h.file, "file")}`),
  );
const planted = [marks.chat, marks.name, "zqloinhan", "345 678"];
const sentAll = (h: House): void => void h.store.db.prepare("UPDATE outbox SET status = 'sent'").run();

test("what is planted is found where it is kept, so that finding nothing means something", async () => {
  const h = house();
  await plant(h);
  for (const word of planted) expect(found(h, [word]), word).not.toEqual([]);
});

test("erased, a person is in no table, not in the file and not in its log", async () => {
  const h = house();
  const learner = await plant(h);
  await h.talk(marks.chat, "menu", "erase");
  // Only the last word knows the chat, until it has gone out.
  expect(found(h, [marks.name, "zqloinhan", "345 678"])).toEqual([]);
  sentAll(h);
  h.now += 2 * 3_600_000;
  await forget(h.store.retention, h.now);
  expect(found(h, planted)).toEqual([]);
  expect(h.one("SELECT count(*) FROM learning_events WHERE learner = ?", learner)).toBe(0);
});

test("a child is deleted like that too, and not counted", async () => {
  const h = house();
  await plant(h);
  await h.talk(marks.chat, "menu", "child");
  sentAll(h);
  h.now += termsInMs.strangers + 3_600_000;
  await forget(h.store.retention, h.now);
  expect(found(h, planted)).toEqual([]);
  expect(h.one("SELECT count(*) FROM learning_events")).toBe(0);
  expect(h.one("SELECT count(*) FROM certificates")).toBe(0);
});

test("of somebody who refused, words, number, name and chat id go by their terms", async () => {
  const h = house();
  await h.send(marks.chat, { kind: "open", code: null });
  await h.talk(marks.chat, "no", "ticket", `${marks.words}, gọi ${marks.phone}`);
  // As an earlier version left it.
  h.store.db.prepare("UPDATE learners SET name = ?").run(marks.name);
  sentAll(h);
  h.now += termsInMs.strangers - 1;
  await forget(h.store.retention, h.now);
  expect(found(h, [marks.chat])).not.toEqual([]);
  expect(found(h, [marks.name])).toEqual([]);
  h.now += 2 * 3_600_000;
  await forget(h.store.retention, h.now);
  expect(found(h, planted)).toEqual([]);
});

test("a request nobody closed loses who and what after its term, and stays counted", async () => {
  const h = house();
  await plant(h);
  sentAll(h);
  h.now += termsInMs.tickets + 1;
  await forget(h.store.retention, h.now);
  expect(h.all("SELECT learner, account, name, village, text, status FROM tickets")).toEqual([
    { learner: null, account: "", name: null, village: null, text: null, status: "done" },
  ]);
});

test("taking consent back leaves the certificate, and nothing else with a name in it", async () => {
  const h = house();
  const learner = await plant(h);
  await h.talk(marks.chat, "menu", "withdraw");
  const tables = Object.entries(everywhere(h)).filter(
    ([where, all]) => !where.startsWith("/") && all.includes(marks.name),
  );
  expect(tables.map(([where]) => where).sort()).toEqual(["certificates", "tickets"]);
  expect(h.one("SELECT count(*) FROM link_codes")).toBe(0);
  expect(h.one("SELECT count(*) FROM team_members WHERE learner = ?", learner)).toBe(0);
});
