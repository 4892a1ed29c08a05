import fc from "fast-check";
import { expect, test } from "vitest";
import { everythingStored } from "../everything-stored.ts";
import { house, invite, wordsOf } from "../store/house.ts";
import { personalTables } from "../store/personal-columns.ts";

// Phones that join one after the other: whoever parts one gets back just what was theirs, or hears that it cannot be done.

const minute = 60_000;
type House = ReturnType<typeof house>;
const learnerOf = (h: House, chat: string) => String(h.one("SELECT learner FROM accounts WHERE chat = ?", chat));
const nameOf = (chat: string) => `Zq${chat}x`;

/** People with a phone each. Everyone has a name; `b` has passed the lesson, everyone asked the same question, `d` is of the team in two places. */
const people = async (chats: readonly string[]): Promise<House> => {
  const h = house();
  for (const chat of chats) {
    h.now += minute;
    await h.resident(chat);
    h.store.db
      .prepare("UPDATE learners SET name = ? WHERE id = (SELECT learner FROM accounts WHERE chat = ?)")
      .run(nameOf(chat), chat);
    const put = (sql: string, ...more: unknown[]) => h.store.db.prepare(sql).run("xa-thu", learnerOf(h, chat), ...more);
    put("INSERT INTO pushed (commune, learner, push, lesson, version, at) VALUES (?,?,'p1','one','',1)");
    put("INSERT OR IGNORE INTO questions (commune, id, folded, text) VALUES (?,coalesce('q1',?),'q1','q1')");
    put(
      "INSERT INTO question_askers (commune, learner, question, account, channel, at) VALUES (?,?,'q1',?,'telegram',1)",
      String(h.one("SELECT id FROM accounts WHERE chat = ?", chat)),
    );
  }
  if (chats.includes("b")) await h.talk("b", "lesson", "next", "right");
  if (chats.includes("d")) {
    invite(h, { code: "7K2P9XY4", village: "v1" });
    await h.talk("d", "7K2P9XY4", "join", "menu");
    h.store.db
      .prepare("INSERT INTO team_villages (commune, learner, village) VALUES ('xa-thu',?,'v2')")
      .run(learnerOf(h, "d"));
  }
  return h;
};

/** `joining` types the code that `shown` was shown and says that both are one; answers the joining. */
const join = async (h: House, shown: string, joining: string): Promise<string> => {
  h.now += minute;
  await h.talk(shown, "menu", "offer");
  await h.talk(joining, `MA ${h.offered(shown)}`, "yes", "one");
  await h.timers.run();
  return String(h.one("SELECT id FROM joinings ORDER BY at DESC LIMIT 1"));
};

/** Presses the button of an earlier joining, as the message that told of it has it. */
const part = async (h: House, chat: string, link: string): Promise<string> => {
  h.now += minute;
  const { account, learner } = h.all("SELECT id AS account, learner FROM accounts WHERE chat = ?", chat)[0] ?? {};
  h.store.db
    .prepare(
      "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) VALUES ('xa-thu','told',?,?,'linked',?,?)",
    )
    .run(account, learner, link, h.now);
  await h.timers.run();
  await h.send(chat, { kind: "press", token: h.last(chat).token, key: "undo-link" });
  return wordsOf(h.last(chat));
};

/** What is somebody's, of everybody: every table that says so, without where they stand and what only tells of it. */
const passing = new Set([
  "sessions",
  "timers",
  "outbox",
  "security_log",
  "joinings",
  "link_codes",
  "downloads",
  "inbox",
]);
const stateOf = (h: House): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.keys(personalTables)
      .filter((table) => !passing.has(table))
      .map((table) => [
        table,
        h
          .all(`SELECT * FROM "${table}"`)
          .map((row) => JSON.stringify({ ...row, ...(table === "accounts" && { seen_at: 0 }) }))
          .sort(),
      ]),
  );

test("parted, both have every row they had, in every table", async () => {
  for (const [shown, joining] of [
    ["a", "b"],
    ["b", "a"],
    ["a", "d"],
    ["d", "a"],
  ] as const) {
    const h = await people(["a", "b", "d"]);
    const before = stateOf(h);
    const link = await join(h, shown, joining);
    expect(learnerOf(h, joining)).toBe(learnerOf(h, shown));
    expect(await part(h, shown, link)).toContain("parted");
    expect(stateOf(h), `${shown} ${joining}`).toEqual(before);
  }
});

test("two joined, the first parted: as if only the second had ever joined, and then that one can be parted too", async () => {
  const twice = await people(["a", "b", "c"]);
  const first = await join(twice, "a", "b");
  const second = await join(twice, "a", "c");
  expect(await part(twice, "a", first)).toContain("parted");
  const once = await people(["a", "b", "c"]);
  const before = stateOf(once);
  const only = await join(once, "a", "c");
  const byChat = (h: House) => [learnerOf(h, "a") === learnerOf(h, "c"), learnerOf(h, "a") === learnerOf(h, "b")];
  expect(byChat(twice)).toEqual([true, false]);
  const progress = (h: House) =>
    h.all("SELECT name, progress, certificates FROM learners WHERE erased_at IS NULL ORDER BY name");
  expect(progress(twice)).toEqual(progress(once));
  expect(await part(twice, "a", second)).toContain("parted");
  expect(await part(once, "a", only)).toContain("parted");
  expect(progress(twice)).toEqual(progress(once));
  expect(stateOf(once)).toEqual(before);
});

test("what came with the second stays when the first is parted, also lessons", async () => {
  const h = await people(["a", "b", "c"]);
  const first = await join(h, "a", "c");
  await join(h, "a", "b");
  expect(await part(h, "a", first)).toContain("parted");
  expect(h.one("SELECT progress FROM learners WHERE id = ?", learnerOf(h, "a"))).toContain('"passed":true');
  expect(h.one("SELECT progress FROM learners WHERE id = ?", learnerOf(h, "c"))).toBe("{}");
});

test("a phone that carried somebody on to a third is parted all the same, by the first button", async () => {
  const h = await people(["a", "b", "c"]);
  const before = stateOf(h);
  const first = await join(h, "a", "b");
  // Phone b, now of a, goes to c and takes a with it.
  await join(h, "c", "b");
  expect(learnerOf(h, "a")).toBe(learnerOf(h, "c"));
  expect(await part(h, "a", first)).toContain("parted");
  expect(new Set(["a", "b", "c"].map((chat) => learnerOf(h, chat))).size).toBe(3);
  expect(stateOf(h)).toEqual(before);
});

test("who cannot part is told so, and nothing changes", async () => {
  const h = await people(["a", "b", "c"]);
  const link = await join(h, "a", "b");
  const together = stateOf(h);
  expect(await part(h, "c", link)).toContain("undone.joining-gone");
  expect(stateOf(h)).toEqual(together);
  expect(await part(h, "a", link)).toContain("parted");
  const apart = stateOf(h);
  for (const chat of ["a", "b"]) expect(await part(h, chat, link)).toContain("undone.joining-gone");
  expect(await part(h, "a", "made-up")).toContain("undone.joining-gone");
  expect(stateOf(h)).toEqual(apart);
  const again = await join(h, "a", "b");
  h.now += 8 * 24 * 60 * minute;
  expect(await part(h, "a", again)).toContain("undone.joining-gone");
});

test("a phone the channel had erased does not come back with a parting", async () => {
  const h = await people(["a", "b", "c"]);
  await join(h, "b", "c");
  const link = await join(h, "a", "b");
  const gone = String(h.one("SELECT id FROM accounts WHERE chat = 'c'"));
  // c's phone learns as a; somebody else is on it too, so a is not erased with it.
  await h.talk("c", "menu", "add");
  await h.send("c", { kind: "erase" });
  expect(h.one("SELECT count(*) FROM accounts WHERE id = ?", gone)).toBe(0);
  await part(h, "a", link);
  expect(h.one("SELECT count(*) FROM account_learners WHERE account = ?", gone)).toBe(0);
  expect(h.one("SELECT count(*) FROM joinings WHERE account = ?", gone)).toBe(0);
});

const step = fc.oneof(
  fc.record({ do: fc.constant("join" as const), a: fc.nat(4), b: fc.nat(4) }),
  fc.record({ do: fc.constant("part" as const), a: fc.nat(4), b: fc.nat(9) }),
  fc.record({ do: fc.constant("unlink" as const), a: fc.nat(4) }),
  fc.record({ do: fc.constantFrom("erase" as const, "withdraw" as const, "lesson" as const), a: fc.nat(4) }),
);
const chats = ["a", "b", "c", "d", "e"];

test("in whatever order people join, part, learn, take back and erase: nobody's name comes back, no role is raised", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const h = await people(chats);
      const links: string[] = [];
      const gone = new Set<string>();
      const namesOf = (learner: string): readonly string[] => {
        // Everybody who was made one with them, however long ago, is erased with them.
        const all = h.all(
          `WITH RECURSIVE one(id) AS (SELECT ? UNION SELECT j.former FROM joinings j JOIN one ON j.learner = one.id WHERE j.kept IS NOT NULL)
           SELECT l.name AS name FROM learners l JOIN one ON l.id = one.id
           UNION SELECT j.kept ->> '$.learner.name' FROM joinings j JOIN one ON j.former = one.id`,
          learner,
        );
        return all.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
      };
      for (const s of steps) {
        const chat = chats[s.a] ?? "a";
        const known = h.one("SELECT learner FROM accounts WHERE chat = ?", chat);
        if (known === undefined) continue;
        const remembered = h.one("SELECT consent FROM learners WHERE id = ?", known) === "yes";
        h.now += minute;
        if (s.do === "join") {
          const other = chats[s.b] ?? "a";
          const there = h.one("SELECT learner FROM accounts WHERE chat = ?", other);
          if (!remembered || there === undefined || there === known) continue;
          if (h.one("SELECT consent FROM learners WHERE id = ?", there) !== "yes") continue;
          links.push(await join(h, chat, other));
        } else if (s.do === "part") {
          const link = links[s.b % Math.max(1, links.length)];
          if (!link) continue;
          const before = JSON.stringify(stateOf(h));
          const said = await part(h, chat, link);
          expect(said.includes("parted")).toBe(JSON.stringify(stateOf(h)) !== before);
        } else if (s.do === "unlink") await h.talk(chat, "tách máy", "undo-link");
        else if (s.do === "lesson") await h.talk(chat, "menu", "lesson", "next", "right");
        else if (remembered) {
          for (const name of namesOf(String(known))) gone.add(name);
          await h.talk(chat, "menu", s.do);
        }
        // A certificate stays when consent is taken back; it is theirs.
        const all = everythingStored(h.store.db).replace(/^certificates\n.*$/m, "");
        for (const name of gone) expect(all, `${name} after ${s.do}`).not.toContain(name);
        // Nobody but d was ever given a place: no phone but d's has one.
        const team = h.all(
          `SELECT a.chat FROM accounts a JOIN account_learners x ON x.commune = a.commune AND x.account = a.id AND x.learner = a.learner AND x.by_link = 0
           JOIN team_places t ON t.commune = a.commune AND t.learner = a.learner`,
        );
        for (const row of team) expect(row.chat).toBe("d");
        // Every phone has somebody, and everybody who is remembered has a phone.
        expect(
          h.all(
            "SELECT a.chat FROM accounts a WHERE NOT EXISTS (SELECT 1 FROM account_learners x JOIN learners l ON l.commune = x.commune AND l.id = x.learner WHERE x.commune = a.commune AND x.account = a.id AND x.learner = a.learner)",
          ),
        ).toEqual([]);
        expect(
          h.all(
            "SELECT l.id FROM learners l WHERE l.erased_at IS NULL AND l.consent = 'yes' AND NOT EXISTS (SELECT 1 FROM account_learners x WHERE x.commune = l.commune AND x.learner = l.id)",
          ),
        ).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
}, 240_000);
