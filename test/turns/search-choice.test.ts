import { expect, test } from "vitest";
import { terms } from "../../src/people/terms.ts";
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
  for (const text of ["", "?!", "gọi tôi 0912345678 nhé", "tôi ".repeat(13)])
    expect(searchChoice(text, "guide:x"), text).toBeNull();
});

/** The writer alone, for the learner of chat "a", so many hours after the morning. */
const pick = (h: ReturnType<typeof house>, hours: number) => {
  const id = h.one("SELECT id FROM learners");
  // The writer reads no more of its frame than this.
  const frame = { loaded: { account: { commune: "xa-thu" }, person: { id } }, now: h.now + hours * 3_600_000 } as Frame;
  writer(h.store.db)({ write: "search-choice", said: "quen mat khau", topic: "guide:x" }, frame);
};

test("a choice is counted once a day, and nothing tells whose it was", async () => {
  const h = house();
  await h.resident("a");
  for (const hours of [0, 1, 24, 25]) pick(h, hours);
  expect(rows(h)).toEqual([{ said: "quen mat khau", topic: "guide:x", days: 2 }]);
  expect(h.all("SELECT name FROM pragma_table_info('search_choices')").map(({ name }) => name)).toEqual([
    "commune",
    "said",
    "topic",
    "days",
    "last_day",
  ]);
});

test("of somebody who agreed when nothing typed was kept, none is counted", async () => {
  const h = house();
  await h.resident("a");
  h.store.db.exec("UPDATE learners SET consent_version = '2026-11'");
  pick(h, 0);
  expect(rows(h)).toEqual([]);
});

test("days of all communes are added, and rare ones do not come out; after 90 days none is left", async () => {
  const h = house();
  h.store.db.exec(
    "INSERT INTO search_choices VALUES ('xa-thu','mat the','guide:x',2,1),('xa-hai','mat the','guide:x',1,1),('xa-hai','khac','guide:x',1,1)",
  );
  const cold = openCold(h.file);
  expect(await searchChoiceRows(cold).searchChoices(3)).toEqual([{ said: "mat the", topic: "guide:x", days: 3 }]);
  await cold.close();
  await h.store.retention.sweep(terms.questions + 86_400_000, terms);
  expect(rows(h)).toEqual([]);
});
