import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { driver } from "../../src/store/sqlite/driver.ts";
import { verifyLog } from "../../src/store/sqlite/verify-log.ts";
import { atWeb } from "../hostile/people.ts";
import { type RunningHouse, startHouse } from "../house/house.ts";
import { tempDir } from "./house.ts";

// Made with the program as it was before the security log and the longer codes; sample data, as its first line says.
const previous = readFileSync(join(import.meta.dirname, "../fixtures/store/previous-release.sql"), "utf8");
let town: RunningHouse;
beforeEach(async () => {
  const dataDir = tempDir();
  const db = new driver(join(dataDir, "house.db"));
  db.exec(previous);
  db.close();
  town = await startHouse({ DATA_DIR: dataDir });
});
afterEach(() => town.close());

const one = (sql: string) => town.house.store.db.prepare(sql).pluck().get();
const kind = (heard: string) => {
  expect(heard.length).toBeGreaterThan(10);
  expect(heard).not.toMatch(/undefined|\{\{|trục trặc|có lỗi/);
  expect(one("SELECT count(*) FROM inbox WHERE fault IS NOT NULL")).toBe(0);
};

test("it opens, its people are there, and the log begins with what was noted", () => {
  expect(one("SELECT count(*) FROM learners WHERE name = 'Hoa Mẫu' AND consent = 'yes'")).toBe(1);
  expect(one("SELECT count(*) FROM questions")).toBe(1);
  expect(one("SELECT text FROM tickets WHERE id = 't-mau'")).toContain("mẫu");
  expect(one("SELECT text FROM tickets WHERE id = 't-xong'")).toBeNull();
  expect(one("SELECT count(*) FROM zalo_tokens")).toBe(1);
  expect(verifyLog(town.house.store.db)).toMatchObject({ ok: true });
});

test("a code of eight signs given out before still carries lessons over, and stands nowhere in plain", async () => {
  expect(one("SELECT count(*) FROM link_codes WHERE code = 'R4T6W8Y2'")).toBe(0);
  const p = atWeb(town.house, "may-moi-mau");
  await p.opens(null);
  const heard = await p.says("MA R4T6 W8Y2");
  kind(heard);
  expect(heard).toContain("H");
  await p.presses("Đúng");
  expect(one("SELECT l.name FROM accounts a JOIN learners l ON l.id = a.learner WHERE a.chat = 'may-moi-mau'")).toBe(
    "Hoa Mẫu",
  );
});

test("its certificate is shown as true", async () => {
  const page = await fetch(`${town.url}/xac-minh/K7M2P9XQ`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Hoa Mẫu");
});

test("its staff sign in with their password", async () => {
  const door = await fetch(`${town.url}/desk/dang-nhap`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await door.text())?.[1] ?? "";
  const cookie = door.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  const answer = await fetch(`${town.url}/desk/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrf, login: "canbo", password: "một câu thật dài" }).toString(),
  });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk"]);
});

test.each([
  "hoc-vien-mau",
  "to-mau",
  "giua-chung-mau",
])("%s goes on from wherever they stood, with kind sentences", async (chat) => {
  const p = atWeb(town.house, chat);
  const before = await p.last();
  kind(await p.press(before?.token ?? "", before?.choices[0]?.key ?? ""));
  for (const words of ["1", "tiếp", "menu", "bai1", "dữ liệu của tôi", "menu"]) kind(await p.says(words));
});
