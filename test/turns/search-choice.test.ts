import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { termsInMs } from "../../src/people/terms.ts";
import { codeHash } from "../../src/store/sqlite/code-hash.ts";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";
import { searchChoiceRows } from "../../src/store/sqlite/cold/search-choices.ts";
import type { Frame } from "../../src/store/sqlite/writes/frame.ts";
import { searchChoice as writer } from "../../src/store/sqlite/writes/search-choice.ts";
import { searchChoice } from "../../src/turns/search-choice.ts";
import { house } from "../store/house.ts";

const rows = (h: ReturnType<typeof house>) => h.all("SELECT said, topic, days FROM search_choices");

test("only words that are short and hold nothing private are kept, without their marks", () => {
  expect(searchChoice("Quên mật khẩu VNeID?", "guide:x")).toEqual({
    write: "search-choice",
    said: "quen mat khau vneid",
    topic: "guide:x",
  });
  for (const text of ["", "?!", "gọi tôi 0912345678 nhé", "mật khẩu là conmeo9 nhé", "tôi ".repeat(13)])
    expect(searchChoice(text, "guide:x"), text).toBeNull();
});

/** The writer alone, for the learner of chat "a", so many hours after the morning. */
const picks = (h: ReturnType<typeof house>) => {
  const id = h.one("SELECT id FROM learners");
  const write = writer(h.store.db, codeHash(h.file));
  return (hours: number, said = "quen mat khau") => {
    // The writer reads no more of its frame than this.
    const frame = { loaded: { account: { commune: "xa-thu" }, person: { id } }, now: h.now + hours * 3_600_000 };
    write({ write: "search-choice", said: cleaned(said), topic: "guide:x" }, frame as Frame);
  };
};
const filesWith = (h: ReturnType<typeof house>, words: string): readonly string[] =>
  [h.file, `${h.file}-wal`].filter((f) => existsSync(f) && readFileSync(f).includes(words));

test("what was said on one day only stands nowhere; from the second day on it is counted once a day, of nobody", async () => {
  const h = house();
  await h.resident("a");
  const pick = picks(h);
  for (const hours of [0, 1]) pick(hours);
  expect(rows(h)).toEqual([]);
  expect(h.one("SELECT count(*) FROM search_choices_once")).toBe(1);
  expect(filesWith(h, "quen mat khau")).toEqual([]);
  for (const hours of [24, 25, 48, 49]) pick(hours);
  expect(rows(h)).toEqual([{ said: "quen mat khau", topic: "guide:x", days: 3 }]);
  expect(h.one("SELECT count(*) FROM search_choices_once")).toBe(0);
  const columns = h.all("SELECT name FROM pragma_table_info('search_choices')").map(({ name }) => name);
  expect(columns).toEqual(["commune", "said", "topic", "days", "last_day"]);
});

test("whoever tries a thousand wordings in a day adds twenty hashes, and what is known is counted all the same", async () => {
  const h = house();
  await h.resident("a");
  const pick = picks(h);
  for (const hours of [0, 24]) pick(hours);
  for (let n = 0; n < 1_000; n++) pick(25, `cau thu ${n}`);
  pick(48);
  expect(h.one("SELECT count(*) FROM search_choices_once")).toBe(20);
  expect(rows(h)).toEqual([{ said: "quen mat khau", topic: "guide:x", days: 3 }]);
});

test("of somebody who agreed when nothing typed was kept, none is counted", async () => {
  const h = house();
  await h.resident("a");
  h.store.db.exec("UPDATE learners SET consent_version = '2026-11'");
  const pick = picks(h);
  for (const hours of [0, 24]) pick(hours);
  expect(rows(h)).toEqual([]);
  expect(h.one("SELECT count(*) FROM search_choices_once")).toBe(0);
});

test("days of all communes are added, and rare ones do not come out; after 90 days none is left", async () => {
  const h = house();
  h.store.db.exec(
    "INSERT INTO search_choices VALUES ('xa-thu','mat the','guide:x',2,1),('xa-hai','mat the','guide:x',1,1),('xa-hai','khac','guide:x',1,1)",
  );
  h.store.db.exec("INSERT INTO search_choices_once VALUES ('xa-thu','h.x',1)");
  const cold = openCold(h.file);
  expect(await searchChoiceRows(cold).searchChoices(3)).toEqual([{ said: "mat the", topic: "guide:x", days: 3 }]);
  await cold.close();
  await h.store.retention.sweep(termsInMs.questions + 86_400_000, termsInMs);
  expect(rows(h)).toEqual([]);
  expect(h.one("SELECT count(*) FROM search_choices_once")).toBe(0);
});
