import { expect, test } from "vitest";
import { forget } from "../../src/turns/retention.ts";
import { house, invite, wordsOf } from "../store/house.ts";

const minute = 60_000;

/** Members `t` and `u` of the first village, `w` of the second; residents `a` and `b` of the first. */
const team = async () => {
  const h = house();
  invite(h);
  invite(h, { code: "7K2P9XY5", village: "v2" });
  for (const chat of ["t", "u", "w", "a", "b"]) await h.resident(chat);
  for (const chat of ["t", "u"]) await h.talk(chat, "7K2P9XY4", "join", "menu");
  await h.talk("w", "7K2P9XY5", "join", "menu");
  h.now += 30 * minute;
  /** Everything one chat was sent, in order. */
  const heard = (chat: string): string =>
    h.said.flatMap((r) => (r.chat === chat && r.message ? [wordsOf(r.message)] : [])).join("\n");
  const later = async (minutes: number): Promise<void> => {
    for (let left = minutes; left > 0; left -= 5) {
      h.now += Math.min(left, 5) * minute;
      await h.timers.run();
    }
  };
  const ticket = () => h.all("SELECT status, result, visit, climbed, taken_by FROM tickets")[0];
  const taken = async (): Promise<void> => {
    await h.talk("a", "lesson", "menu", "ticket", "chữ nhỏ quá");
    await later(2);
    await h.talk("t", "take");
    await h.timers.run();
  };
  return { h, heard, later, ticket, taken };
};

test("what both write reaches the other, in both directions and at once, and nobody else", async () => {
  const { h, heard, taken } = await team();
  await taken();
  expect(wordsOf(h.last("a"))).toContain("somebody-is-there");
  await h.talk("t", "Bác mở máy lên chưa?");
  expect(wordsOf(h.last("t"))).toBe("sent | write");
  expect(wordsOf(h.last("a"))).toBe("heard: Bác mở máy lên chưa? | write");
  await h.talk("a", "Mở rồi cháu ơi", "tiếp");
  expect(heard("t")).toMatch(/heard: Mở rồi cháu ơi[\s\S]*heard: tiếp/);
  for (const stranger of ["u", "w", "b"]) expect(heard(stranger)).not.toMatch(/Mở rồi|mở máy/);
});

test("a private number or code goes to nobody, and both are told; a telephone to call back is passed on", async () => {
  const { h, heard, taken } = await team();
  await taken();
  await h.talk("a", "mã otp của tôi là 482913");
  expect(wordsOf(h.last("a"))).toBe("refused | write");
  expect(wordsOf(h.last("t"))).toBe("held-back | write");
  await h.talk("t", "mật khẩu là Hoa@12345");
  expect(wordsOf(h.last("t"))).toBe("refused | write");
  expect(wordsOf(h.last("a"))).toBe("held-back | write");
  await h.talk("a", "gọi tôi số 0912 345 678, thư hoa@example.com");
  expect(heard("t")).toContain("0912 345 678");
  const everything = JSON.stringify([h.said, h.all("SELECT * FROM ticket_words"), h.all("SELECT * FROM sessions")]);
  for (const secret of ["482913", "Hoa@12345", "hoa@example.com"]) expect(everything).not.toContain(secret);
});

test("pictures are not passed on, and it is said", async () => {
  const { h, heard, taken } = await team();
  await taken();
  const before = heard("t");
  await h.send("a", { kind: "media", media: "photo" });
  expect(wordsOf(h.last("a"))).toBe("no-pictures | write");
  expect(heard("t")).toBe(before);
});

test("what was said is kept while it is open and gone with its end, also from sessions and messages sent", async () => {
  const { h, taken } = await team();
  await taken();
  await h.talk("t", "zqtoi bác ơi");
  await h.talk("a", "zqlui cháu ơi, gọi 0912 345 678");
  expect(h.one("SELECT count(*) FROM ticket_words")).toBe(2);
  h.store.db.prepare("UPDATE outbox SET status = 'sent'").run();
  await h.talk("t", "closed");
  await h.timers.run();
  h.store.db.prepare("UPDATE outbox SET status = 'sent'").run();
  h.now += 2 * 60 * minute;
  await forget(h.store.retention, h.now);
  const tables = h.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((t) => String(t.name));
  const everything = JSON.stringify(tables.map((t) => h.all(`SELECT * FROM "${t}"`)));
  expect(["zqtoi", "zqlui", "345 678", "chữ nhỏ quá"].filter((word) => everything.includes(word))).toEqual([]);
});

test("after the end nothing is passed on, whoever types, and they hear why", async () => {
  const { h, heard, taken } = await team();
  await taken();
  await h.talk("t", "closed");
  const before = heard("t");
  // The news has not come yet: to them the talk is still open.
  await h.talk("a", "cháu ơi còn đó không");
  expect(wordsOf(h.last("a"))).toContain("undone.talk-over");
  expect(heard("t")).toBe(before);
});

test("both have a way out: the assistant comes back, and 9 leads into the talk again", async () => {
  const { h, taken } = await team();
  await taken();
  await h.talk("a", "away");
  expect(wordsOf(h.last("a"))).toContain("assistant-again");
  const said = h.one("SELECT count(*) FROM ticket_words");
  await h.talk("a", "menu", "count");
  expect(h.one("SELECT count(*) FROM ticket_words")).toBe(said);
  await h.talk("t", "bác còn đó không");
  expect(wordsOf(h.last("a"))).toContain("heard: bác còn đó không");
  await h.talk("a", "solved");
  await h.timers.run();
  expect(wordsOf(h.last("t"))).toContain("yours-no-more");
  expect(h.all("SELECT status, result, text FROM tickets")).toEqual([{ status: "done", result: "solved", text: null }]);
});

test.each([
  ["visit", { status: "taken", result: null, visit: 1 }, "talk-is-over"],
  ["pass", { status: "open", result: null, visit: 0 }, "handed-on"],
  ["unreached", { status: "done", result: "unreached", visit: 0 }, "talk-is-over"],
  ["closed", { status: "done", result: "done", visit: 0 }, "talk-is-over"],
])("%s: noted, and whoever asked is told", async (press, row, told) => {
  const { h, ticket, taken } = await team();
  await taken();
  await h.talk("t", press);
  await h.timers.run();
  expect(ticket()).toMatchObject(row);
  expect(wordsOf(h.last("a"))).toContain(told);
});

test("handed on, it rings for everybody else of the team, and for the staff two hours later", async () => {
  const { h, heard, later, ticket, taken } = await team();
  h.store.db
    .prepare(
      "INSERT INTO alarm_chats (commune, account, staff, since) SELECT commune, id, 's1', 0 FROM accounts WHERE chat = 'b'",
    )
    .run();
  h.store.db
    .prepare(
      "INSERT INTO staff (id, commune, login, name, role, created_at) VALUES ('s1','xa-thu','x','Lan','staff',0)",
    )
    .run();
  await taken();
  const [t, u, w] = ["t", "u", "w"].map((chat) => heard(chat).split("somebody-asks").length);
  await h.talk("t", "pass");
  await later(3);
  expect(["t", "u", "w"].map((chat) => heard(chat).split("somebody-asks").length)).toEqual([
    t,
    (u ?? 0) + 1,
    (w ?? 0) + 1,
  ]);
  h.now += 24 * 60 * minute;
  expect(heard("b")).not.toContain("ticket.staff");
  await later(10);
  expect(ticket()).toMatchObject({ status: "open", climbed: 2 });
  expect(heard("b")).toContain("ticket.staff");
  expect(heard("a")).toContain("ticket.climbed-2");
});

test("nobody takes it: after a quarter of an hour the rest of the team, after two hours the staff; a restart changes nothing", async () => {
  const { h, heard, later, ticket } = await team();
  await h.talk("a", "menu", "ticket", "skip");
  await later(14);
  expect(heard("w")).not.toContain("somebody-asks");
  await later(6);
  expect(heard("w")).toContain("somebody-asks");
  expect(heard("a")).toContain("ticket.climbed-1");
  expect(ticket()).toMatchObject({ climbed: 1 });
  await later(95);
  expect(ticket()).toMatchObject({ climbed: 1 });
  await later(10);
  // Two hours of which nobody may be woken at noon.
  expect(ticket()).toMatchObject({ climbed: 1 });
  await later(130);
  expect(ticket()).toMatchObject({ climbed: 2 });
});

test("only duty hours count: what is asked at night climbs in the morning, money just lost at once", async () => {
  const { h, later, ticket } = await team();
  h.now = Date.UTC(2026, 10, 24, 13, 55);
  await h.talk("a", "menu", "ticket", "skip");
  await later(9 * 60);
  expect(ticket()).toMatchObject({ climbed: 0 });
  await later(60);
  expect(ticket()).toMatchObject({ climbed: 1 });
});

test("whoever took it and says nothing is asked after a quarter of an hour, and two hours later somebody else hears it", async () => {
  const { h, heard, later, ticket, taken } = await team();
  await taken();
  await later(20);
  expect(wordsOf(h.last("t"))).toContain("done?");
  await h.talk("t", "vâng cháu đang giúp đây");
  await later(60);
  expect(ticket()).toMatchObject({ status: "taken" });
  await later(200);
  expect(wordsOf(h.last("t"))).toContain("done?");
  await later(5 * 60);
  expect(ticket()).toMatchObject({ status: "open", taken_by: null });
  expect(heard("t")).toContain("yours-no-more");
  expect(heard("a")).toContain("handed-on");
  expect(heard("w")).toContain("somebody-asks");
});

test("somebody else at the phone hears nothing of it, and the words wait for who they are for", async () => {
  const { h, heard, later, taken } = await team();
  await taken();
  await h.talk("a", "menu", "add", "yes", "Xóm Một", "menu");
  await h.talk("t", "zqchỉ bác nghe");
  await later(20);
  expect(heard("a")).not.toContain("zqchỉ");
  await h.talk("a", "who");
  const other = h.one(
    "SELECT al.learner FROM account_learners al JOIN accounts a ON a.id = al.account WHERE a.chat = 'a' AND al.learner <> a.learner",
  );
  h.store.db.prepare("UPDATE accounts SET learner = ? WHERE chat = 'a'").run(other);
  await later(10);
  expect(heard("a")).toContain("zqchỉ bác nghe");
});

test("a member put out of the team cannot go on writing; the request is looked for somebody else at once", async () => {
  const { h, heard, later, ticket, taken } = await team();
  await taken();
  h.store.db
    .prepare("UPDATE team_members SET removed_at = 1 WHERE learner = (SELECT learner FROM accounts WHERE chat = 't')")
    .run();
  await h.talk("t", "zqnghe cháu nói");
  expect(wordsOf(h.last("t"))).toContain("undone.talk-over");
  await later(10);
  expect(heard("a")).not.toContain("zqnghe");
  expect(ticket()).toMatchObject({ status: "open" });
  expect(heard("w")).toContain("somebody-asks");
});

test("whoever asked erases everything: nothing stays, and whoever helped hears that it is over", async () => {
  const { h, heard, later, taken } = await team();
  await taken();
  await h.talk("a", "zqcháu ơi", "menu", "erase");
  await later(2);
  expect(heard("t")).toContain("yours-no-more");
  expect(h.all("SELECT status, result, learner, text FROM tickets")).toEqual([
    { status: "done", result: "gone", learner: null, text: null },
  ]);
  expect(h.one("SELECT count(*) FROM ticket_words")).toBe(0);
});

test("two phones become one person: one request stays open, and nobody helps themselves", async () => {
  const { h, later } = await team();
  await h.talk("a", "menu", "ticket", "skip");
  await h.talk("b", "menu", "ticket", "skip");
  await h.talk("a", "menu", "offer");
  const code = h.offered("a");
  await h.talk("b", `MA ${code}`, "yes", "one");
  await later(20);
  expect(h.all("SELECT status, result, climbed FROM tickets ORDER BY status DESC")).toEqual([
    { status: "open", result: null, climbed: 1 },
    { status: "done", result: "gone", climbed: 0 },
  ]);
});

test("where the other's chat cannot be served just now, whoever spoke is not hurt by it, and the words come with the clock", async () => {
  const { h, heard, taken } = await team();
  await taken();
  const broken = h.store.db.prepare(
    "UPDATE learners SET progress = ? WHERE id = (SELECT taken_learner FROM tickets WHERE status = 'taken')",
  );
  broken.run("{");
  await h.talk("a", "Mở rồi cháu ơi");
  expect(wordsOf(h.last("a"))).toBe("sent | write");
  expect(h.one("SELECT count(*) FROM inbox WHERE fault IS NOT NULL")).toBe(0);
  expect(heard("t")).not.toContain("Mở rồi");
  broken.run("{}");
  h.now += minute;
  await h.timers.run();
  expect(heard("t")).toContain("heard: Mở rồi cháu ơi");
});
