import { expect, test } from "vitest";
import type { Conditional } from "../../src/store/turn-store.ts";
import { alarmCode } from "../store/alarm-code.ts";
import { house, invite, wordsOf } from "../store/house.ts";

type House = ReturnType<typeof house>;

/** `a` is of the team and has just heard that `b` asks for a person. */
const called = async (h: House): Promise<void> => {
  invite(h);
  await h.talk("a", "7K2P9XY4", "join", "menu");
  await h.talk("b", "menu", "ticket", "skip");
  h.now += 20 * 60_000;
  await h.timers.run();
};

/** They took it, and somebody else closed it. */
const over = async (h: House): Promise<{ readonly chat: string }> => {
  await called(h);
  await h.talk("a", "take");
  h.store.db.prepare("UPDATE tickets SET status = 'done'").run();
  return { chat: "a" };
};

/** How each write that may come too late comes too late, and what the flow would have said had it not. */
const late: Record<
  Conditional,
  (h: House) => Promise<{ readonly chat: string; readonly press: string; readonly says: string }>
> = {
  "invitation-accepted": async (h) => {
    invite(h, { uses: 1 });
    await h.talk("a", "7K2P9XY4");
    await h.talk("b", "7K2P9XY4", "join");
    return { chat: "a", press: "join", says: "welcome" };
  },
  "alarms-linked": async (h) => {
    await alarmCode(h.file, "xa-thu", "7K2P9XY4", h.now + 1_000);
    await h.talk("b", "7K2P9XY4");
    h.store.db.prepare("DELETE FROM alarm_codes").run();
    return { chat: "b", press: "yes", says: "told-here" };
  },
  "push-confirmed": async (h) => {
    invite(h);
    await h.talk("a", "7K2P9XY4", "join", "menu");
    // Between loading and writing nothing can happen; so the village goes, which the tiny world does not look at.
    h.store.db.prepare("UPDATE villages SET removed_at = 1 WHERE id = 'v1'").run();
    return { chat: "a", press: "push", says: "queued" };
  },
  "link-accepted": async (h) => {
    await h.talk("b", "offer");
    const code = h.offered("b");
    await h.talk("a", `MA ${code}`, "yes");
    h.store.db.prepare("UPDATE link_codes SET used_at = 1").run();
    return { chat: "a", press: "two", says: "" };
  },
  "link-undone": async (h) => {
    await h.talk("b", "offer");
    await h.talk("a", `MA ${h.offered("b")}`, "yes", "one");
    await h.talk("b", "tách máy");
    h.store.db.prepare("DELETE FROM joinings").run();
    return { chat: "b", press: "undo-link", says: "parted" };
  },
  "ticket-taken": async (h) => {
    await called(h);
    h.store.db.prepare("UPDATE tickets SET status = 'taken', taken_by = 'Lan', taken_learner = 'x'").run();
    return { chat: "a", press: "take", says: "yours" };
  },
  "ticket-closed": async (h) => {
    await called(h);
    await h.talk("a", "take");
    h.store.db.prepare("UPDATE tickets SET status = 'done'").run();
    return { chat: "a", press: "closed", says: "thanks" };
  },
  "ticket-kept": async (h) => ({ ...(await over(h)), press: "later", says: "" }),
  "ticket-visit": async (h) => ({ ...(await over(h)), press: "visit", says: "will-go" }),
  "ticket-handed-on": async (h) => ({ ...(await over(h)), press: "pass", says: "passed-on" }),
  "ticket-said": async (h) => ({ ...(await over(h)), press: "bác mở máy lên chưa", says: "sent" }),
  "ticket-solved": async (h) => {
    await called(h);
    await h.talk("a", "take");
    await h.timers.run();
    h.store.db.prepare("UPDATE tickets SET status = 'done'").run();
    return { chat: "b", press: "solved", says: "well-done" };
  },
  "learner-switched": async (h) => {
    await h.talk("a", "add");
    await h.talk("a", "yes", "Xóm Hai");
    await h.talk("a", "who");
    h.store.db
      .prepare("DELETE FROM account_learners WHERE learner <> (SELECT learner FROM accounts WHERE chat = 'a')")
      .run();
    return { chat: "a", press: "gone", says: "" };
  },
};

test.each(
  Object.entries(late),
)("%s too late: nothing is written, and the person hears the truth", async (kind, play) => {
  const undone: string[] = [];
  const h = house({
    decider: (d) => ({
      ...d,
      undone: (why, loaded, now) => {
        undone.push(typeof why === "string" ? why : why.why);
        return d.undone(why, loaded, now);
      },
    }),
  });
  for (const chat of ["a", "b"]) await h.resident(chat);
  const { chat, press, says } = await play(h);
  const rows = () =>
    ["team_members", "alarm_chats", "pushes", "timers", "joinings", "learning_events"].map((t) =>
      h.one(`SELECT count(*) FROM ${t}`),
    );
  const before = rows();
  if (kind === "learner-switched") {
    // The list would not offer them any more; the write is what must not be silent.
    const writes = [{ write: "learner-switched", id: "gone" }] as const;
    const d = h.turns.decider;
    await h.store.turns
      .transact(
        [
          {
            from: "person",
            inbound: { connection: "tg", key: "late", chat, at: h.now, content: { kind: "text", text: "x" } },
            sensitive: false,
            code: null,
          },
        ],
        { ...d, decide: (t, l, n) => ({ ...d.decide(t, l, n), writes }) },
        h.now,
      )
      .then((c) => h.turns.committed(c));
  } else await h.talk(chat, press);
  expect(undone).toHaveLength(1);
  const words = wordsOf(h.last(chat));
  expect(words).toContain(`undone.${undone[0]}`);
  expect(words).toContain("menu");
  if (says !== "") expect(words).not.toContain(says);
  expect(rows()).toEqual(before);
});

test("two people take the last place in one batch: one is welcomed and is a member, the other is told", async () => {
  const h = house();
  for (const chat of ["a", "b"]) await h.resident(chat);
  invite(h, { uses: 1 });
  await h.talk("a", "7K2P9XY4");
  await h.talk("b", "7K2P9XY4");
  await Promise.all([h.say("a", "join"), h.say("b", "join")]);
  const heard = ["a", "b"].map((chat) => wordsOf(h.last(chat)));
  expect(heard.filter((w) => w.includes("welcome"))).toHaveLength(1);
  expect(heard.filter((w) => w.includes("undone.invitation-used"))).toHaveLength(1);
  expect(h.one("SELECT count(*) FROM team_members")).toBe(1);
});
