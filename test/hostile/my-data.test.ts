import { afterEach, beforeEach, expect, test } from "vitest";
import { signingKey } from "../../src/app/secret.ts";
import { newWho } from "../../src/channels/web/who.ts";
import { myDataWords } from "../../src/site/my-data-words.ts";
import type { DataSection, PersonalData } from "../../src/store/ports/downloads.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { atWeb, settle } from "./people.ts";

const commune = "phu-binh-thai-nguyen";
let town: RunningHouse;
beforeEach(async () => {
  town = await startHouse();
  await addVillages(town.house);
});
afterEach(() => town.close());

const db = () => town.house.store.db;
const browser = () => newWho(signingKey(town.house.config.dataDir));
const ask = async (p: ReturnType<typeof atWeb>, words = "tải dữ liệu của tôi"): Promise<string> => {
  const found = /\/du-lieu\/([A-Z0-9]{12})/.exec(await p.says(words));
  if (!found?.[1]) throw new Error(`no address in: ${await p.heard()}`);
  return found[1];
};
const send = (path: string, token: string | null, body = "") =>
  fetch(`${town.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      ...(token === null ? {} : { cookie: `talk=${token}` }),
    },
    body,
  });
const fileCode = (page: string): string => /name="ma" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** Whose rows stand where: each table with a learner in it, and the section that shows them. Null: made from rows shown elsewhere. */
const shownIn: Readonly<Record<string, DataSection | null>> = {
  accounts: null,
  learner_marks: null,
  learner_passes: null,
  account_learners: "phones",
  sessions: "standing",
  timers: "reminders",
  learning_events: "facts",
  learner_answers: "answers",
  certificates: "certificates",
  team_members: "team",
  link_codes: "codes",
  tickets: "tickets",
  question_askers: "questions",
  review_items: "review",
  joinings: "joinings",
  downloads: "downloads",
  team_villages: "teamVillages",
  pushed: "pushesReceived",
};

/** A row of every feature for somebody, with a word of their own in each text. */
const plant = (learner: string, account: string, mark: string): void => {
  const put = (sql: string, ...values: unknown[]) =>
    db()
      .prepare(sql)
      .run(...values);
  put(
    "UPDATE learners SET progress = json_object('vneid', json_object('attempts',1,'best',3,'of',3,'passed',1,'done',1)) WHERE id = ?",
    learner,
  );
  put(
    "INSERT OR IGNORE INTO timers (commune,id,account,learner,kind,token,due_at) VALUES (?,?,?,?,'unfinished','t',9e12)",
    commune,
    `t-${mark}`,
    account,
    learner,
  );
  put(
    "INSERT INTO certificates (commune,code,learner,track,name,language,issued_at) VALUES (?,?,?,'co-ban',?,'vi',1)",
    commune,
    `C-${mark}`,
    learner,
    `ten ${mark}`,
  );
  put(
    "INSERT INTO learning_events (commune,id,learner,adult,what,ref,data,at) VALUES (?,?,?,1,'self-assessed','vneid-level2','{\"answer\":\"yes\"}',1)",
    commune,
    `e-${mark}`,
    learner,
  );
  put("INSERT INTO team_members (commune,learner,since) VALUES (?,?,1)", commune, learner);
  put("INSERT INTO team_villages (commune,learner,village) VALUES (?,?,'v9')", commune, learner);
  put("INSERT INTO pushed (commune,learner,push,lesson,version,at) VALUES (?,?,'p','vneid','',1)", commune, learner);
  put("INSERT INTO link_codes (commune,code,learner,expires_at) VALUES (?,?,?,9e12)", commune, `h.${mark}`, learner);
  put(
    "INSERT INTO tickets (commune,id,learner,account,topic,flow,state,urgent,text,status,created_at,updated_at) VALUES (?,?,?,?,'stuck','menu','menu',0,?,'open',1,1)",
    commune,
    `k-${mark}`,
    learner,
    account,
    `nhờ ${mark}`,
  );
  put("INSERT INTO questions (commune,id,folded,text) VALUES (?,?,?,?)", commune, `q-${mark}`, mark, `hỏi ${mark}`);
  put(
    "INSERT INTO question_askers (commune,question,learner,account,channel,at) VALUES (?,?,?,?,'web',1)",
    commune,
    `q-${mark}`,
    learner,
    account,
  );
  put(
    "INSERT INTO review_items (commune,learner,item,version,box,at) VALUES (?,?,?,'',1,1)",
    commune,
    learner,
    `vneid/${mark}`,
  );
  put(
    "INSERT INTO joinings (commune,id,learner,account,former,at) VALUES (?,?,?,?,'x',1)",
    commune,
    `j-${mark}`,
    learner,
    account,
  );
  put(
    "INSERT INTO pushes (commune,id,lesson,by_learner,created_at,planned,status) VALUES (?,?,'vneid',?,1,2,'done')",
    commune,
    `p-${mark}`,
    learner,
  );
};

const resident = async () => {
  const who = browser();
  const p = atWeb(town.house, who.chat);
  await settle(p, "Hoa");
  const row = db().prepare("SELECT id, learner FROM accounts WHERE chat = ?").get(who.chat) as {
    id: string;
    learner: string;
  };
  // Somebody else learns on the same phone.
  db()
    .prepare(
      "INSERT INTO learners (commune, id, name, consent, age, created_at) VALUES (?,'other','Nguoikhac','yes','30-49',1)",
    )
    .run(commune);
  db()
    .prepare("INSERT INTO account_learners (commune, account, learner, since) VALUES (?,?,'other',1)")
    .run(commune, row.id);
  plant(row.learner, row.id, "zqhoa");
  plant("other", row.id, "zqkhac");
  return { who, p, ...row };
};

test("what is downloaded is every row there is of that person, and nothing of who shares the phone", async () => {
  const { who, p, learner } = await resident();
  const code = await ask(p);
  const asking = await fetch(`${town.url}/du-lieu/${code}`);
  expect(await asking.text()).not.toContain("zqhoa");
  const opened = await send(`/du-lieu/${code}`, who.token);
  expect(opened.status).toBe(200);
  const page = await opened.text();
  const answer = await send("/du-lieu/tep", who.token, `ma=${fileCode(page)}`);
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  const text = await answer.text();
  const { inWords, ...kept } = JSON.parse(text) as PersonalData & { readonly inWords: object };
  const tables = db()
    .prepare(
      "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'learner' WHERE m.type = 'table'",
    )
    .pluck()
    .all()
    .map(String);
  expect(tables.filter((t) => !(t in shownIn))).toEqual([]);
  for (const table of tables) {
    const section = shownIn[table];
    if (!section) continue;
    const n = Number(db().prepare(`SELECT count(*) FROM "${table}" WHERE learner = ?`).pluck().get(learner));
    expect(n, table).toBeGreaterThan(0);
    expect(kept[section], table).toHaveLength(n);
  }
  expect(kept.pushesSent).toHaveLength(1);
  expect(kept.person).toMatchObject([{ name: "Hoa", consent: "yes" }]);
  expect(kept.progress).toMatchObject([{ lesson: "vneid", best: 3 }]);
  for (const mark of ["ten zqhoa", "nhờ zqhoa", "hỏi zqhoa", "vneid/zqhoa"]) {
    expect(text).toContain(mark);
    expect(page).toContain(mark);
  }
  for (const all of [text, page])
    for (const other of ["zqkhac", "Nguoikhac", who.chat, who.token, learner]) expect(all, other).not.toContain(other);
  // What is kept stands there as it is kept, and once more in words: the button, not its code.
  for (const all of [JSON.stringify(inWords), page]) {
    expect(all).toContain("Bà con chọn");
    expect(all).toContain("Có rồi");
  }
  expect(Object.keys(kept).sort()).toEqual(Object.keys(myDataWords("vi").sections).sort());
  const log = db()
    .prepare("SELECT who, about, after FROM security_log WHERE what = 'data-downloaded' ORDER BY seq")
    .all();
  expect(log).toEqual(
    ["page", "file"].map((form) => ({ who: `learner:${learner}`, about: learner, after: JSON.stringify({ form }) })),
  );
});

test("used, over, unknown and another browser are one kind page, and the code stands nowhere readable", async () => {
  const { who, p } = await resident();
  const first = await ask(p);
  const stranger = await send(`/du-lieu/${first}`, browser().token);
  const nobody = await send(`/du-lieu/${first}`, null);
  const opened = await send(`/du-lieu/${first}`, who.token);
  expect(opened.status).toBe(200);
  const file = fileCode(await opened.text());
  const again = await send(`/du-lieu/${first}`, who.token);
  expect((await send("/du-lieu/tep", browser().token, `ma=${file}`)).status).toBe(404);
  expect((await send("/du-lieu/tep", who.token, `ma=${file}`)).status).toBe(200);
  const fileAgain = await send("/du-lieu/tep", who.token, `ma=${file}`);
  const unknown = await send("/du-lieu/Y8U7Q6K4A2B3", who.token);
  const late = await ask(p);
  town.clock.skip(15 * 60_000);
  const over = await send(`/du-lieu/${late}`, who.token);
  const pages = await Promise.all(
    [stranger, nobody, again, fileAgain, unknown, over].map(async (r) => `${r.status} ${await r.text()}`),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toMatch(/^404 .*gõ: tải dữ liệu của tôi/s);
  const stored = JSON.stringify(db().prepare("SELECT * FROM downloads").all());
  expect(stored).not.toContain(first);
  expect(stored).not.toContain(file);
});

test("a new address ends the one before; the other words work too, and without consent", async () => {
  const who = browser();
  const p = atWeb(town.house, who.chat);
  await p.opens(null);
  const first = await ask(p, "tai du lieu");
  const second = await ask(p);
  expect(second).not.toBe(first);
  expect((await send(`/du-lieu/${first}`, who.token)).status).toBe(404);
  expect((await send(`/du-lieu/${second}`, who.token)).status).toBe(200);
});

test("on a phone's chat the address opens in any browser, once", async () => {
  const { who, p, learner } = await resident();
  const code = await ask(p);
  db().prepare("UPDATE connections SET channel = 'zalo-oa' WHERE id = ?").run(p.connection);
  expect((await send(`/du-lieu/${code}`, null)).status).toBe(200);
  expect((await send(`/du-lieu/${code}`, null)).status).toBe(404);
  expect([who.chat, learner].every((w) => w !== "")).toBe(true);
});

test("codes cannot be tried out: after thirty wrong ones the right one is refused too", async () => {
  const { who, p } = await resident();
  for (let n = 0; n < 30; n++) await send("/du-lieu/Y8U7Q6K4A2B3", who.token);
  const code = await ask(p);
  expect((await send(`/du-lieu/${code}`, who.token)).status).toBe(404);
  town.house.store.audit.flush();
  const kinds = db()
    .prepare("SELECT DISTINCT what FROM security_log WHERE what IN ('wrong-code', 'codes-slowed') ORDER BY what")
    .pluck()
    .all();
  expect(kinds).toEqual(["codes-slowed", "wrong-code"]);
});
