import { expect, test } from "vitest";
import type { Message } from "../../src/channels/message.ts";
import { termsInMs } from "../../src/people/terms.ts";
import { house, wordsOf } from "../store/house.ts";

const day = 24 * 3_600_000;
type House = ReturnType<typeof house>;

/** `b` types the code that `a` was shown; what follows is said in order. */
const join = async (h: House, ...answers: readonly string[]): Promise<void> => {
  await h.talk("a", "menu", "offer");
  await h.talk("b", `MA ${h.offered("a")}`, ...answers);
  await h.timers.run();
};
const learnerOf = (h: House, chat: string) => String(h.one("SELECT learner FROM accounts WHERE chat = ?", chat));
const stateOf = (h: House) =>
  JSON.stringify([
    h.all("SELECT id, name, village, role, progress, certificates, review, review_at FROM learners ORDER BY id"),
    h.all("SELECT account, learner, by_link FROM account_learners ORDER BY account, learner"),
    h.all("SELECT chat, learner FROM accounts ORDER BY chat"),
    h.all("SELECT id, learner FROM learning_events ORDER BY id"),
    h.all("SELECT code, learner FROM certificates ORDER BY code"),
    h.all("SELECT * FROM team_members ORDER BY learner"),
    h.all("SELECT * FROM learner_marks ORDER BY learner"),
    h.all("SELECT * FROM learner_passes ORDER BY learner, lesson"),
  ]);
const press = (h: House, chat: string, message: Message, key: string) =>
  h.send(chat, { kind: "press", token: message.token, key });

/** Two phones with a learner each; `b` has passed the lesson and has its certificate. */
const two = async (): Promise<House> => {
  const h = house();
  await h.resident("a");
  await h.resident("b");
  await h.talk("b", "lesson", "next", "right");
  return h;
};

test("the owner's other phone is told at once, also at night, and parts the other with one press", async () => {
  const h = await two();
  const before = stateOf(h);
  h.now += 14 * 3_600_000;
  await join(h, "yes", "one");
  expect(learnerOf(h, "b")).toBe(learnerOf(h, "a"));
  expect(h.one("SELECT count(*) FROM learners")).toBe(1);
  const told = h.last("a");
  expect(wordsOf(told)).toBe("another-phone");
  await press(h, "a", told, "undo-link");
  expect(wordsOf(h.last("a"))).toContain("parted");
  expect(stateOf(h)).toBe(before);
  expect(h.one("SELECT count(*) FROM joinings")).toBe(0);
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'linked'")).toBe(0);
  expect(wordsOf(await h.talk("b", "menu"))).toContain("menu");
});

test("the same button works days later, after other talk, and the word does too; after seven days neither", async () => {
  for (const [days, undo] of [
    [1, "press"],
    [6, "word"],
    [8, "press"],
    [8, "word"],
  ] as const) {
    const h = await two();
    await join(h, "yes", "one");
    const told = h.last("a");
    await h.talk("a", "mine", "menu");
    h.now += days * day;
    if (days > 7) await h.store.retention.sweep(h.now, { ...termsInMs });
    if (undo === "press") await press(h, "a", told, "undo-link");
    else await h.say("a", "tách máy");
    if (days < 7) await h.talk("a", "undo-link");
    expect(learnerOf(h, "b") === learnerOf(h, "a"), `${days} ${undo}`).toBe(days > 7);
  }
});

test("what each learnt while they were one stays with the phone it was learnt on", async () => {
  const h = house();
  await h.resident("a");
  await h.resident("b");
  const b = learnerOf(h, "b");
  await join(h, "yes", "one");
  await h.talk("a", "mine");
  h.now += day;
  await h.talk("b", "menu", "lesson", "next", "right");
  expect(String(h.one("SELECT progress FROM learners"))).toContain('"passed":true');
  await h.talk("a", "tách máy", "undo-link");
  expect(learnerOf(h, "b")).toBe(b);
  expect(h.one("SELECT progress FROM learners WHERE id = ?", b)).toContain('"passed":true');
  expect(h.one("SELECT progress FROM learners WHERE id = ?", learnerOf(h, "a"))).toBe("{}");
  expect(h.one("SELECT learner FROM learner_passes")).toBe(b);
});

test("a place in the team never comes along, whoever has it, and the phone that has it keeps it", async () => {
  for (const member of ["a", "b"]) {
    const h = await two();
    h.store.db
      .prepare(
        "INSERT INTO invitations (commune, code, village, created_by, created_at, expires_at, uses_left) VALUES ('xa-thu','7K2P9XY4',NULL,'staff',0,?,5)",
      )
      .run(h.now + day);
    await h.talk(member, "7K2P9XY4", "join", "menu");
    await join(h, "yes", "one");
    // Joined there is nobody to send to, and who is of the team hears just that; parted there is the other.
    const mayPush = async (chat: string) => {
      const heard = wordsOf(await h.talk(chat, "menu", "push"));
      return heard.includes("push-nobody") || heard.includes("queued");
    };
    expect(await mayPush("a")).toBe(member === "a");
    expect(await mayPush("b")).toBe(false);
    if (member === "a") {
      // By an invitation of its own the other phone is of the team too.
      await h.talk("b", "7K2P9XY4", "join");
      expect(await mayPush("b")).toBe(true);
      continue;
    }
    await h.talk("a", "tách máy", "undo-link");
    expect(await mayPush("a")).toBe(false);
    expect(await mayPush("b")).toBe(true);
  }
});

test("a phone whose newcomer was nobody goes back to a stranger, one that stays two people to the other", async () => {
  const h = house();
  await h.resident("a");
  await h.send("b", { kind: "open", code: null });
  await join(h, "yes");
  await press(h, "a", h.last("a"), "undo-link");
  expect(learnerOf(h, "b")).not.toBe(learnerOf(h, "a"));
  expect(h.one("SELECT consent FROM learners WHERE id = ?", learnerOf(h, "b"))).toBe("unasked");

  const k = await two();
  const before = stateOf(k);
  await join(k, "yes", "two");
  expect(k.one("SELECT count(*) FROM account_learners")).toBe(3);
  await press(k, "a", k.last("a"), "undo-link");
  expect(stateOf(k)).toBe(before);
});

test("nobody but who learns as the one that was joined can part, and a made-up joining does nothing", async () => {
  const h = await two();
  await h.resident("c");
  await join(h, "yes", "one");
  const link = String(h.one("SELECT id FROM joinings"));
  const state = stateOf(h);
  await h.talk("c", "tách máy");
  expect(stateOf(h)).toBe(state);
  expect(h.one("SELECT id FROM joinings")).toBe(link);
});

test("erasing in these days erases both, and leaves nothing to part", async () => {
  const h = await two();
  await join(h, "yes", "one");
  await h.talk("a", "mine", "menu", "erase");
  expect(h.one("SELECT count(*) FROM joinings")).toBe(0);
  expect(h.one("SELECT count(*) FROM learners WHERE erased_at IS NULL AND consent = 'yes'")).toBe(0);
  expect(h.one("SELECT count(*) FROM certificates")).toBe(0);
  expect(h.one("SELECT count(*) FROM account_learners")).toBe(0);
});

test("a link code that comes by an address is not asked about: it must be typed", async () => {
  const h = await two();
  await h.talk("a", "menu", "offer");
  const code = h.offered("a");
  for (const chat of ["b", "new"]) {
    await h.send(chat, { kind: "open", code });
    expect(wordsOf(h.last(chat))).toContain("code.typed-only");
    expect(h.last(chat).choices.map((c) => c.key)).not.toContain("one");
  }
  expect(learnerOf(h, "b")).not.toBe(learnerOf(h, "a"));
  expect(wordsOf(await h.talk("b", `ma ${code}`))).toBe("is-that-you");
});

test("the log tells that two were made one and parted, by their ids and nothing else", async () => {
  const h = await two();
  const [a, b] = [learnerOf(h, "a"), learnerOf(h, "b")];
  await join(h, "yes", "one");
  await h.talk("a", "tách máy", "undo-link");
  const rows = h.all(
    "SELECT what, who, about FROM security_log WHERE what IN ('people-merged', 'merge-undone') ORDER BY seq",
  );
  expect(rows).toEqual([
    { what: "people-merged", who: `learner:${b}`, about: b },
    { what: "merge-undone", who: `learner:${a}`, about: a },
  ]);
});
