import { expect, onTestFinished, test } from "vitest";
import { alarms } from "../../src/store/sqlite/alarms.ts";
import { house, logIn } from "./house.ts";

const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("an officer gets a code shown once, sees the chat it bound, and ends it; nobody else's", async () => {
  const h = await house();
  onTestFinished(h.close);
  const b = await logIn(h, "staff", "a-xa", "can-bo");
  expect(text((await b.get("/desk/a-xa/tai-khoan")).body)).toContain("Chưa nối. Máy không nhắn gì cho bạn.");
  const made = await b.post("/desk/a-xa/tai-khoan/bao-su-co", {});
  const code = /gõ mã này[^:]*: <b class="link">([A-Z0-9 -]+)<\/b>/.exec(made.body.replace(/\s+/g, " "))?.[1] ?? "";
  expect(code.replace(/[^A-Z0-9]/g, "")).toMatch(/^([A-HJKMNP-Z][2-9]){6}$/);
  expect((await b.get("/desk/a-xa/tai-khoan")).body).not.toContain(code);
  expect(JSON.stringify(h.db.prepare("SELECT * FROM alarm_codes").all())).not.toContain(code.replace(/[^A-Z0-9]/g, ""));
  // The chat agreed: as the turn writes it.
  const staff = h.db.prepare("SELECT staff FROM alarm_codes").pluck().get();
  h.db.exec(`
    INSERT INTO connections (id, commune, channel) VALUES ('tg','a-xa','telegram');
    INSERT INTO learners (commune, id, created_at) VALUES ('a-xa','l',0);
    INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES ('a-xa','acc','tg','1','l',0,0);
    INSERT INTO alarm_chats (commune, account, staff, since) VALUES ('a-xa','acc','${staff}',0);`);
  expect(alarms(h.db).listeners("a-xa")).toHaveLength(1);
  expect(text((await b.get("/desk/a-xa/tai-khoan")).body)).toMatch(/Telegram .*Thôi báo ở đây/);
  const other = await logIn(h, "staff", "a-xa", "nguoi-khac");
  await other.get("/desk/a-xa/tai-khoan");
  expect((await other.post("/desk/a-xa/tai-khoan/bao-su-co/acc/bo", {})).statusCode).toBe(404);
  await b.get("/desk/a-xa/tai-khoan");
  expect((await b.post("/desk/a-xa/tai-khoan/bao-su-co/acc/bo", {})).statusCode).toBe(303);
  expect(alarms(h.db).listeners("a-xa")).toEqual([]);
});
