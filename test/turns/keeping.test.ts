import { expect, test } from "vitest";
import { house, wordsOf } from "../store/house.ts";

const learner = (h: ReturnType<typeof house>) => h.all("SELECT * FROM learners")[0] ?? {};

test("a stranger is greeted, and of them only the language is kept", async () => {
  const h = house();
  await h.say("a", "chào");
  expect(wordsOf(h.last("a"))).toBe("consent");
  expect(learner(h)).toMatchObject({ consent: "unasked", name: null, village: null, language: "vi" });
  await h.talk("a", "no", "lesson", "next");
  expect(h.one("SELECT count(*) FROM learning_events")).toBe(0);
  expect(h.one("SELECT count(*) FROM timers")).toBe(0);
  expect(learner(h)).toMatchObject({ consent: "no", progress: "{}" });
});

test("with consent a lesson leaves its facts, the progress and a certificate", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "lesson", "next", "right");
  expect(learner(h)).toMatchObject({ consent: "yes", consent_version: "2026-11-2", consent_at: h.now, village: "v1" });
  expect(JSON.parse(String(learner(h).progress))).toEqual({
    one: { attempts: 1, best: 1, of: 1, passed: true, done: true },
  });
  expect(
    h
      .all("SELECT what FROM learning_events")
      .map((r) => r.what)
      .sort(),
  ).toEqual(["certificate-earned", "consent-given", "lesson-finished", "lesson-started", "quiz-finished"]);
  expect(h.all("SELECT village, adult FROM learning_events WHERE what = 'quiz-finished'")).toEqual([
    { village: "v1", adult: 1 },
  ]);
  expect(h.all("SELECT track, village, score_right, score_of FROM certificates")).toEqual([
    { track: "basic", village: "v1", score_right: null, score_of: null },
  ]);
});

test("failing a quiz after passing it takes nothing away", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "lesson", "next", "right");
  await h.talk("a", "menu", "lesson", "next", "wrong");
  expect(JSON.parse(String(learner(h).progress))).toEqual({
    one: { attempts: 2, best: 1, of: 1, passed: true, done: true },
  });
});

test("withdrawing consent makes the past nobody's and keeps nothing more", async () => {
  const h = house();
  await h.resident("a");
  const id = learner(h).id;
  await h.talk("a", "lesson", "next", "right", "menu");
  const before = h.one("SELECT count(*) FROM learning_events");
  await h.talk("a", "withdraw", "lesson", "next");
  expect(h.one("SELECT count(*) FROM learning_events")).toBe(before);
  expect(h.one("SELECT count(*) FROM learning_events WHERE learner = ? OR account IS NOT NULL", id)).toBe(0);
  expect(learner(h)).toMatchObject({ consent: "no", village: null, progress: "{}", consent_at: null });
});

test("erasing leaves only anonymous facts; the phone is a stranger's again", async () => {
  const h = house();
  await h.resident("a");
  const id = String(learner(h).id);
  await h.talk("a", "lesson", "next", "right", "menu", "ticket", "tôi bị vướng ở bước hai");
  const answer = await h.talk("a", "menu", "erase");
  expect(wordsOf(answer)).toBe("erased");
  for (const table of [
    "accounts",
    "account_learners",
    "sessions",
    "timers",
    "certificates",
    "team_members",
    "link_codes",
  ])
    expect([table, h.one(`SELECT count(*) FROM ${table}`)]).toEqual([table, 0]);
  expect(learner(h)).toMatchObject({
    id,
    name: null,
    village: null,
    progress: "{}",
    certificates: "[]",
    erased_at: h.now,
  });
  expect(h.all("SELECT learner, name, text, account FROM tickets")).toEqual([
    { learner: null, name: null, text: null, account: "" },
  ]);
  expect(h.one("SELECT count(DISTINCT learner) FROM learning_events")).toBe(1);
  expect(h.one("SELECT count(*) FROM learning_events WHERE learner = ? OR account IS NOT NULL", id)).toBe(0);
  // Everything said before is gone; the last word still goes out.
  expect(h.all("SELECT status FROM outbox WHERE message IS NOT NULL")).toEqual([{ status: "queued" }]);
  expect(h.stopped.at(-1)).toEqual({ connection: "tg", chat: "a", from: 0 });
  expect(wordsOf(await h.talk("a", "chào"))).toBe("consent");
});

test("erasing one of a household leaves the other, who is asked next", async () => {
  const h = house();
  await h.resident("a");
  const first = h.one("SELECT learner FROM accounts");
  await h.talk("a", "add", "yes", "Xóm Hai");
  expect(wordsOf(await h.talk("a", "erase"))).toBe("erased | menu");
  expect(h.one("SELECT learner FROM accounts")).toBe(first);
  expect(h.one("SELECT count(*) FROM learners WHERE erased_at IS NULL")).toBe(1);
});

test("a ticket has the person's words, their village and where they stood", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "ticket", "máy tôi không mở được, gọi 0912 345 678");
  expect(h.all("SELECT village, topic, flow, state, text, status FROM tickets")).toEqual([
    {
      village: "v1",
      topic: "stuck",
      flow: "menu",
      state: "hand",
      text: "máy tôi không mở được, gọi 0912 345 678",
      status: "open",
    },
  ]);
});

test("a number that is nobody's business is not written anywhere, whatever was asked", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "ticket");
  expect(wordsOf(await h.talk("a", "căn cước của tôi 001 056 012 345"))).toContain("sensitive");
  expect(wordsOf(await h.talk("b", "mật khẩu: hoahong99"))).toBe("sensitive | consent");
  const everything = ["inbox", "sessions", "outbox", "tickets", "learning_events", "learners", "timers"]
    .map((t) => JSON.stringify(h.all(`SELECT * FROM ${t}`)))
    .join();
  expect(everything).not.toMatch(/056|012 ?345|hoahong/);
});

test("blocking and unblocking are noted and answered with nothing", async () => {
  const h = house();
  await h.send("nobody", { kind: "blocked" });
  expect(h.one("SELECT count(*) FROM accounts")).toBe(0);
  await h.resident("a");
  const said = h.said.length;
  await h.send("a", { kind: "blocked" });
  expect(h.said.length).toBe(said);
  expect(h.one("SELECT blocked_at FROM accounts")).toBe(h.now);
  expect(h.one("SELECT count(*) FROM outbox WHERE status = 'queued'")).toBe(0);
  await h.say("a", "chào");
  expect(h.one("SELECT blocked_at FROM accounts")).toBeNull();
});

test("a village code answers the village question, opens elsewhere, and follows a renamed village at once", async () => {
  const h = house();
  await h.send("a", { kind: "open", code: null });
  expect(wordsOf(await h.talk("a", "yes"))).toBe("which");
  await h.talk("a", "xóm 2");
  expect(learner(h).village).toBe("v2");
  expect(wordsOf(await h.talk("a", "XOM1"))).toContain("code.village");
  expect(learner(h).village).toBe("v1");
  h.store.db.prepare("UPDATE villages SET code = 'THON9' WHERE id = 'v2'").run();
  await h.talk("a", "thôn 9");
  expect(learner(h).village).toBe("v2");
});

test("a lesson code opens the lesson; a code nobody knows is only words", async () => {
  const h = house();
  await h.resident("a");
  expect(wordsOf(await h.talk("a", "bài 1"))).toContain("step");
  expect(wordsOf(await h.talk("a", "bài 99"))).toContain("not-understood");
});

test("known people without a session are answered, not greeted again", async () => {
  const h = house();
  await h.resident("a");
  h.store.db.prepare("DELETE FROM sessions").run();
  expect(wordsOf(await h.talk("a", "lesson"))).toBe("step");
});

test("opened again before anything was asked, the menu stands there; whatever is asked comes at its own time", async () => {
  const h = house();
  await h.send("a", { kind: "open", code: null });
  expect(wordsOf(h.last("a"))).toBe("consent");
  await h.send("a", { kind: "open", code: null });
  expect(wordsOf(h.last("a"))).toBe("menu");
  expect(learner(h)).toMatchObject({ consent: "unasked" });
});

test("somebody who turns out to be a child leaves nothing, not even an anonymous fact", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "lesson", "menu");
  expect(h.one("SELECT count(*) FROM learning_events")).toBe(2);
  await h.talk("a", "child");
  expect(h.one("SELECT count(*) FROM learning_events")).toBe(0);
  expect(h.one("SELECT count(*) FROM timers")).toBe(0);
  expect(learner(h)).toMatchObject({ consent: "no", village: null, age: null, progress: "{}" });
});

test("the log tells of consent taken back and of data erased, by whom and of whom, in ids alone", async () => {
  const h = house();
  await h.resident("a");
  const learner = h.one("SELECT learner FROM accounts WHERE chat = 'a'");
  await h.talk("a", "withdraw");
  await h.talk("a", "menu", "erase");
  const rows = h.all(
    "SELECT what, who, about, after FROM security_log WHERE what LIKE 'consent-w%' OR what = 'data-erased' ORDER BY seq",
  );
  expect(rows).toEqual([
    { what: "consent-withdrawn", who: `learner:${learner}`, about: learner, after: null },
    { what: "data-erased", who: `learner:${learner}`, about: learner, after: '{"by":"person"}' },
  ]);
});
