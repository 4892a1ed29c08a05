import { expect, test } from "vitest";
import { house, wordsOf } from "../store/house.ts";

test("a second learner on the phone is greeted in the same message and has an own place", async () => {
  const h = house();
  await h.resident("a");
  const answer = await h.talk("a", "add");
  expect(wordsOf(answer)).toBe("added | consent");
  expect(
    h
      .all("SELECT consent FROM learners ORDER BY created_at, id")
      .map((r) => r.consent)
      .sort(),
  ).toEqual(["unasked", "yes"]);
  await h.talk("a", "yes", "Xóm Hai");
  const [first] = h.all("SELECT learner FROM account_learners ORDER BY since, learner");
  expect(h.one("SELECT count(*) FROM account_learners")).toBe(2);
  expect(h.one("SELECT count(*) FROM sessions")).toBe(2);
  expect(h.one("SELECT learner FROM accounts")).not.toBe(first?.learner);
});

test("switching goes back to the first learner, whose own menu comes", async () => {
  const h = house();
  await h.resident("a");
  const first = h.one("SELECT learner FROM accounts");
  await h.talk("a", "add", "yes", "Xóm Hai", "who");
  const message = h.last("a");
  const token = message.token;
  const other = message.choices.find((c) => c.key === `list:${first}`);
  expect(other).toBeDefined();
  await h.send("a", { kind: "press", token, key: `list:${first}` });
  expect(h.one("SELECT learner FROM accounts")).toBe(first);
  expect(wordsOf(h.last("a"))).toBe("menu");
});

test("a learner of another phone cannot be switched to", async () => {
  const h = house({
    decider: (d) => ({
      ...d,
      decide: (t, l, n) => ({ ...d.decide(t, l, n), writes: [{ write: "learner-switched", id: "stranger" }] }),
    }),
  });
  await h.say("a", "xin chào");
  expect(h.one("SELECT learner FROM accounts")).not.toBe("stranger");
});

test("a link code brings the same learner to a second phone, who is counted once", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "offer");
  const code = h.offered("a");
  await h.send("b", { kind: "open", code: null });
  expect(wordsOf(await h.talk("b", `mã ${code.toLowerCase().slice(0, 4)} ${code.slice(4)}`))).toBe("is-that-you");
  expect(wordsOf(await h.talk("b", "yes"))).toBe("menu");
  expect(h.one("SELECT count(DISTINCT learner) FROM accounts")).toBe(1);
  expect(h.one("SELECT count(*) FROM learners")).toBe(1);
  expect(h.one("SELECT count(*) FROM sessions WHERE account = (SELECT id FROM accounts WHERE chat = 'b')")).toBe(1);
});

test("a link code is over after fifteen minutes", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "offer");
  const code = h.offered("a");
  await h.send("b", { kind: "open", code: null });
  h.now += 15 * 60_000;
  await h.talk("b", `MA ${code}`, "yes");
  expect(h.one("SELECT count(DISTINCT learner) FROM accounts")).toBe(2);
});

test("an invitation makes a team member, as often as it says", async () => {
  const h = house();
  h.store.db
    .prepare(
      "INSERT INTO invitations (commune, code, village, created_by, created_at, expires_at, uses_left) VALUES ('xa-thu','7K2P9XY4','v1','staff',0,?,1)",
    )
    .run(h.now + 1000);
  for (const chat of ["a", "b"]) {
    await h.resident(chat);
    await h.talk(chat, "7k2p 9xy4", "join");
  }
  expect(h.all("SELECT village FROM team_members")).toEqual([{ village: "v1" }]);
  expect(h.one("SELECT count(*) FROM team_members WHERE removed_at IS NULL")).toBe(1);
  expect(h.one("SELECT uses_left FROM invitations")).toBe(0);
});
