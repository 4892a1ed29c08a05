import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { signingKey } from "../../src/app/secret.ts";
import { newWho } from "../../src/channels/web/who.ts";
import { auditGroups } from "../../src/desk/log-groups.ts";
import { cleaned } from "../../src/people/clean.ts";
import { termsInMs } from "../../src/people/terms.ts";
import { textIds } from "../../src/report/draft.ts";
import { open } from "../../src/store/sqlite/open.ts";
import { verifyLog } from "../../src/store/sqlite/verify-log.ts";
import { forget } from "../../src/turns/retention.ts";
import {
  browser,
  codeOf,
  house as desk,
  fact,
  logIn,
  NOON,
  person,
  setUpSecondFactor,
  village,
} from "../desk/house.ts";
import { addVillages, startHouse } from "../house/house.ts";
import { alarmCode } from "../store/alarm-code.ts";
import { invite, house as store, tempDir } from "../store/house.ts";
import { atWeb, settle } from "./people.ts";

const everyKind = Object.values(auditGroups).flat().sort();
type Db = { prepare: (sql: string) => { pluck: () => { all: () => unknown[] } } };
const kindsIn = (db: Db): readonly string[] =>
  db.prepare("SELECT DISTINCT what FROM security_log").pluck().all().map(String);
const words = "một câu thật dài";

/** Everything staff can do at the desk, at a desk. */
const atTheDesk = async (): Promise<readonly string[]> => {
  const h = await desk();
  onTestFinished(() => h.close());
  const put = (sql: string, ...values: unknown[]) => h.db.prepare(sql).run(...values);
  village(h, "a-xa", "v1", "Xóm Mẫu");
  village(h, "a-xa", "v2", "Xóm Mẫu Hai");
  person(h, "a-xa", "p1", { name: "Lan", village: "v1" });
  fact(h, "a-xa", { learner: "p1", what: "lesson-finished", ref: "bai-a", at: NOON });
  put(
    "INSERT INTO accounts (commune,id,connection,chat,learner,created_at,seen_at) VALUES ('a-xa','acc','web','chat','p1',0,0)",
  );
  put("INSERT INTO team_members (commune, learner, village, since) VALUES ('a-xa','p1','v1',0)");
  for (const q of ["q1", "q2", "q3"]) {
    put("INSERT INTO questions (commune,id,folded,text) VALUES ('a-xa',?,?,?)", q, `cau ${q}`, `câu ${q}`);
    put(
      "INSERT INTO question_askers (commune,question,learner,account,channel,village,at) VALUES ('a-xa',?,'p1','acc','web','v1',?)",
      q,
      NOON,
    );
  }
  for (const t of ["t1", "t2"])
    put(
      "INSERT INTO tickets (commune,id,learner,account,topic,flow,state,urgent,status,created_at,updated_at) VALUES ('a-xa',?,'p1','acc','guide:giay-mau','guide:giay-mau','s',0,'open',?,?)",
      t,
      NOON,
      NOON,
    );
  put(
    "INSERT INTO certificates (commune,code,learner,track,name,language,sample,issued_at) VALUES ('a-xa','GIAYMAU2','p1','co-ban','Lan','vi',0,?)",
    NOON,
  );
  put(
    "INSERT INTO pushes (commune,id,by_learner,lesson,village,planned,status,created_at) VALUES ('a-xa','push1','p1','bai-a','v1',3,'running',?)",
    NOON,
  );

  put(
    "INSERT INTO timers (commune,id,account,learner,kind,token,due_at,push) VALUES ('a-xa','tm','acc','p1','push','',?,'push1')",
    NOON + 1,
  );
  const b = await logIn(h, "administrator", "a-xa", "quan-tri");
  const other = await logIn(h, "staff", "a-xa", "can-bo");
  const idOf = (login: string) => String(h.db.prepare("SELECT id FROM staff WHERE login = ?").pluck().get(login));
  const post = async (path: string, form: Record<string, string> = {}) => {
    const answer = await b.post(`/desk/a-xa${path}`, form);
    expect([path, answer.statusCode, String(answer.headers.location)]).toEqual([
      path,
      expect.toSatisfy((s) => s === 200 || s === 303),
      expect.not.stringContaining("bad-"),
    ]);
    return answer;
  };
  await post("/ho-tro/t1/nhan");
  await post("/ho-tro/t1/chuyen");
  await post("/ho-tro/t1/nhan-tin", { words: "Bác ra xã lúc nào cũng được nhé." });
  put("UPDATE tickets SET text = 'gọi 0912 345 678' WHERE id = 't2'");
  await post("/ho-tro/t2/xong", { result: "done" });
  expect(h.db.prepare("SELECT text FROM tickets WHERE id = 't2'").pluck().get()).toBeNull();
  await post("/xom/them", { name: "Xóm Mới", code: "XOM8" });
  await post("/xom/v2/ten", { name: "Xóm Đổi Tên" });
  await post("/xom/v2/bo");
  await post("/so-lieu/them", {
    population: "adults",
    village: "",
    value: "100",
    as_of: "2026-06-30",
    source: "Công an xã",
  });
  await post("/bao-cao/luu", Object.fromEntries(textIds.map((id) => [id, "Lời báo cáo."])));
  await post("/bao-cao/chot", { duty: "" });
  await post("/to/moi", { label: "họp", village: "v1", days: "7", uses: "5" });
  await post(`/to/moi/${String(h.db.prepare("SELECT id FROM invitations").pluck().get())}/bo`);
  await post("/to/p1/bo");
  await post("/day-bai/push1/dung");
  await post("/giay/GIAYMAU2/thu-hoi", { why: "in nhầm tên" });
  await post("/cai-dat/lien-he", { hotline: "0208 3822 123", counter: "", police: "", hours: "7h30" });
  await post("/cau-hoi/q1/tra-loi", { words: "Bác ra bộ phận một cửa." });
  await post("/cau-hoi/q2/gan", { topic: "guide:giay-mau", text: "câu q2" });
  await post("/cau-hoi/q3/bo");
  await post(`/cau-hoi/cum-tu/${String(h.db.prepare("SELECT id FROM phrases").pluck().get())}/go`);
  await post("/cai-dat/nguoi", { name: "Cán bộ mới", login: "moi", role: "overseer", commune: "a-xa" });
  await post(`/cai-dat/nguoi/${idOf("moi")}/duong-dan`);
  await post(`/cai-dat/nguoi/${idOf("moi")}/bo`);
  // A form without its token; then one with somebody's number in it.
  await b.post("/desk/a-xa/xom/them", { name: "x", code: "XOM9" }, "wrong");
  await other.get("/desk/a-xa/cai-dat");
  await setUpSecondFactor(other, h.time.now);
  await other.get("/desk/a-xa/tai-khoan");
  await post(`/cai-dat/nguoi/${idOf("can-bo")}/bo-ma`);
  h.time.now += 60_000;
  for (const page of ["", "/ho-tro", "/to", "/giay", "/nhat-ky", "/nhat-ky/tai/nhat-ky.csv"])
    await b.get(`/desk/a-xa${page}`);
  // Signing in again, after some that failed and were slowed.
  const again = browser(h.app);
  await again.get("/desk/dang-nhap");
  for (let n = 0; n < 7; n++) await again.post("/desk/dang-nhap", { login: "quan-tri", password: `sai ${n}` });
  h.time.now += 3_600_000;
  await again.post("/desk/dang-nhap", { login: "can-bo", password: words });
  const officer = await logIn(h, "staff", "a-xa", "hai-may");
  const key = await setUpSecondFactor(officer, h.time.now);
  h.time.now += 60_000;
  const elsewhere = browser(h.app);
  await elsewhere.get("/desk/dang-nhap");
  await elsewhere.post("/desk/dang-nhap", { login: "hai-may", password: words });
  await elsewhere.get("/desk/ma");
  await elsewhere.post("/desk/ma", { code: codeOf(key, h.time.now) });
  h.time.now += 60_000;
  await officer.get("/desk/a-xa/tai-khoan");
  await officer.post("/desk/a-xa/tai-khoan/bao-su-co", {});
  put("INSERT INTO alarm_chats (commune, account, staff, since) SELECT 'a-xa', 'acc', staff, 0 FROM alarm_codes");
  await officer.get("/desk/a-xa/tai-khoan");
  await officer.post("/desk/a-xa/tai-khoan/bao-su-co/acc/bo", {});
  await officer.get("/desk/a-xa/tai-khoan");
  await officer.post("/desk/a-xa/tai-khoan/ma-du-phong", { code: codeOf(key, h.time.now) });
  await officer.post("/desk/a-xa/tai-khoan/phien-khac/bo");
  h.deps.audit.flush();
  expect(verifyLog(h.db)).toMatchObject({ ok: true });
  return kindsIn(h.db);
};

/** Two phones become one person and are parted again; somebody joins the team, takes the yes back, erases everything. */
const inTheChat = async (): Promise<readonly string[]> => {
  const h = store();
  for (const chat of ["a", "b"]) await h.resident(chat);
  await h.talk("a", "menu", "offer");
  await h.talk("b", `MA ${h.offered("a")}`, "yes", "one");
  await h.talk("a", "tách máy", "undo-link");
  invite(h);
  await h.talk("a", "7K2P9XY4", "join", "menu");
  await alarmCode(h.file, "xa-thu", "8M3Q7XZ5", h.now + 60_000);
  await h.talk("a", "8M3Q7XZ5", "yes");
  await h.talk("a", "menu", "withdraw");
  await h.talk("b", "menu", "erase");
  return kindsIn(h.store.db);
};

/** What strangers, the clock and the machine do, in a house that runs. */
const inTheHouse = async (): Promise<readonly string[]> => {
  const folder = join(tempDir(), "backups");
  const town = await startHouse({
    BACKUP_DIR: folder,
    TELEGRAM_BOT_TOKEN: "1:test",
    TELEGRAM_WEBHOOK_SECRET: "test-secret",
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
    TELEGRAM_MODE: "webhook",
  });
  onTestFinished(() => town.close());
  const { house, url } = town;
  const { db } = house.store;
  await addVillages(house);
  const { chat, token } = newWho(signingKey(house.config.dataDir));
  const p = atWeb(house, chat);
  await settle(p, "Hoa");
  await p.says("dữ liệu của tôi", "sửa");
  await p.presses("Tuổi");
  await p.presses("50");
  const code = /\/du-lieu\/([A-Z0-9]{12})/.exec(await p.says("tải dữ liệu của tôi"))?.[1];
  await fetch(`${url}/du-lieu/${code}`, { method: "POST", headers: { cookie: `talk=${token}` } });
  // Codes that open nothing, in the chat and on the page of certificates, until they are slowed and then refused.
  for (let n = 0; n < 8; n++) await p.says("MA Y8U7Q6K4A2B3");
  for (let n = 0; n < 150; n++) await fetch(`${url}/xac-minh/Y8U7Q6K4A2B3`);
  await fetch(`${url}/webhooks/telegram/default`, { method: "POST", body: "{}" });
  db.exec(
    "CREATE TRIGGER broken BEFORE UPDATE OF session ON sessions BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END",
  );
  await p.says("menu");
  db.exec("DROP TRIGGER broken");
  house.health.threw(Object.assign(new Error("full"), { code: "SQLITE_FULL" }));

  await house.backups.run();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  await house.backups.run();
  const now = house.now();
  const nothing = { people: null, authorityTold: null, peopleTold: null, closed: null, done: cleaned("") };
  await house.desk.noteBreach(
    { ...nothing, id: "b1", commune: null, found: now, what: cleaned("mất máy"), data: cleaned("tên gọi") },
    { who: "operator", from: null, at: now },
  );
  house.store.audit.flush();
  const before = kindsIn(db);
  await forget(house.store.retention, now + termsInMs.log + 86_400_000);
  expect(verifyLog(db)).toMatchObject({ ok: true });
  return [...before, ...kindsIn(db)];
};

/** A command, and a backup put in place. */
const onTheMachine = async (): Promise<readonly string[]> => {
  const dataDir = tempDir();
  const cli = resolve(import.meta.dirname, "../../dist/cli.js");
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...args], {
      env: { PATH: process.env.PATH ?? "", DATA_DIR: dataDir, COMMUNE: "phu-binh-thai-nguyen" },
    });
  await run("audit", "list");
  const file = join(dataDir, "copy.db");
  await run("backup", file);
  await run("restore", file);
  const opened = open(join(dataDir, "house.db"));
  if (!opened.ok) throw new Error(opened.fault.cause);
  onTestFinished(() => void opened.value.close());
  return kindsIn(opened.value);
};

test("every kind of row is written by something that really happens", { timeout: 240_000 }, async () => {
  const written = [await atTheDesk(), await inTheChat(), await inTheHouse(), await onTheMachine()].flat();
  expect([...new Set(written)].sort()).toEqual(everyKind);
});

test("a thousand wrong codes are a few rows with a count, not a thousand", async () => {
  const town = await startHouse();
  onTestFinished(() => town.close());
  const { house } = town;
  const people = Array.from({ length: 250 }, (_, n) => atWeb(house, `c${n}`, { address: `192.0.2.${n}` }));
  for (let n = 0; n < 4; n++) for (const p of people) await p.says(n % 2 ? "MA Y8U7Q6K4A2B3" : "MA Y8U7Q6K4A2B4");
  house.store.audit.flush();
  const rows = house.store.db
    .prepare(
      "SELECT what, origin, after, sum(times) AS times, count(*) AS n FROM security_log WHERE what IN ('wrong-code', 'codes-slowed') GROUP BY what",
    )
    .all() as { times: number; n: number; after: string; origin: string }[]; // the columns named
  expect(rows.reduce((all, { times }) => all + times, 0)).toBe(1_000);
  expect(rows.reduce((all, { n }) => all + n, 0)).toBeLessThan(10);
  expect(rows[0]?.origin).toBe("192.0.2.0/24");
  expect(JSON.stringify(rows)).not.toContain("Y8U7");
});
