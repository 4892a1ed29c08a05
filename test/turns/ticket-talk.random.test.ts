import fc from "fast-check";
import { expect, test } from "vitest";
import { awake } from "../../src/kit/vietnam-time.ts";
import { forget } from "../../src/turns/retention.ts";
import { house, invite, wordsOf } from "../store/house.ts";

const minute = 60_000;
const members = ["t", "u", "w"] as const;
const askers = ["a", "b"] as const;
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("ask" as const), who: fc.constantFrom(...askers) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("take" as const), who: fc.constantFrom(...members) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("take-both" as const), who: fc.constant("t" as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant("say" as const), who: fc.constantFrom(...members, ...askers) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom(
        "closed" as const,
        "visit" as const,
        "pass" as const,
        "unreached" as const,
        "later" as const,
      ),
      who: fc.constantFrom(...members),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom("solved" as const, "away" as const),
      who: fc.constantFrom(...askers),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      does: fc.constant("wait" as const),
      who: fc.constantFrom("0", "0", "0", "5", "20", "150", "700"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom("remove" as const, "erase" as const),
      who: fc.constantFrom("t", "a"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("link" as const, "seat" as const), who: fc.constant("b" as const) }),
  },
);

/** Most of what can go wrong needs a talk to go wrong in. */
const begun = [
  { does: "ask", who: "b" },
  { does: "wait", who: "5" },
  { does: "take", who: "t" },
  { does: "wait", who: "0" },
  { does: "say", who: "t" },
  { does: "say", who: "b" },
] as const;

/**
 * Whatever order people ask, take, write, close, wait, leave, erase and become one in: words reach the other of the two
 * once and nobody else, none after the end, one has a request at most, nobody is woken in quiet hours, and in the end no
 * request just lies there.
 */
test("requests and talks under random turns of events", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 30 }), async (acts) => {
      const h = house();
      invite(h);
      invite(h, { code: "7K2P9XY5", village: "v2" });
      for (const chat of [...members, ...askers]) await h.resident(chat);
      for (const chat of ["t", "u"]) await h.talk(chat, "7K2P9XY4", "join", "menu");
      await h.talk("w", "7K2P9XY5", "join", "menu");
      h.now += 30 * minute;
      const quiet = h.store.outbox.quietOf("xa-thu");
      const learnerOf = (chat: string) => h.one("SELECT learner FROM accounts WHERE chat = ?", chat);
      const heardBy = (word: string) =>
        h.said.flatMap((r) => (r.message && wordsOf(r.message).includes(`heard: ${word}`) ? [r.chat] : []));
      /** Words that did not arrive before their talk was over: they never may. */
      const dead = new Set<string>();
      const onTheWay = new Map<string, string>();
      let n = 0;
      let seen = 0;
      /** The learner each word was meant for; of no use any more once two learners became one. */
      const meant = new Map<string, unknown>();
      let moved = false;
      let joined = false;

      const holds = (): void => {
        for (const r of h.said.slice(seen)) {
          const word = r.message && /heard: (w\d+x)/.exec(wordsOf(r.message))?.[1];
          if (word && !joined) expect(learnerOf(r.chat), `${word} to somebody else at the phone`).toBe(meant.get(word));
          if (!r.message || !/somebody-asks|done\?/.test(wordsOf(r.message)) || r.message.purpose !== "ticket")
            continue;
          expect(awake(r.dueAt, quiet), "woken in quiet hours").toBe(r.dueAt);
        }
        seen = h.said.length;
        expect(
          h.all(
            "SELECT learner FROM tickets WHERE status <> 'done' AND learner IS NOT NULL GROUP BY learner HAVING count(*) > 1",
          ),
        ).toEqual([]);
        expect(
          h.all(
            "SELECT w.ticket FROM ticket_words w LEFT JOIN tickets t ON t.id = w.ticket WHERE t.status IS NOT 'taken'",
          ),
        ).toEqual([]);
        expect(h.all("SELECT id FROM tickets WHERE status = 'taken' AND taken_learner = learner")).toEqual([]);
        for (const word of dead) expect(heardBy(word), `${word} after the end`).toEqual([]);
        for (const [word, ticket] of onTheWay) {
          if (heardBy(word).length > 0) onTheWay.delete(word);
          else if (h.one("SELECT count(*) FROM ticket_words WHERE ticket = ? AND text = ?", ticket, word) === 0) {
            onTheWay.delete(word);
            dead.add(word);
          }
        }
      };

      for (const { does, who } of [...begun, ...acts]) {
        if (does === "ask") await h.talk(who, "menu", "ticket", "skip");
        else if (does === "take-both") {
          const before = h.said.length;
          await Promise.all([h.say("t", "take"), h.say("u", "take")]);
          const said = h.said.slice(before).filter((r) => r.message && /\byours\b/.test(wordsOf(r.message)));
          expect(new Set(h.all("SELECT id FROM tickets WHERE status = 'taken'")).size).toBeGreaterThanOrEqual(
            said.length > 0 ? 1 : 0,
          );
        } else if (does === "say") {
          const word = `w${++n}x`;
          const me = learnerOf(who);
          const of = h.all(
            "SELECT id, learner, taken_learner FROM tickets WHERE status = 'taken' AND (learner = ? OR taken_learner = ?)",
            me,
            me,
          );
          meant.set(word, of[0]?.learner === me ? of[0]?.taken_learner : of[0]?.learner);
          const answer = wordsOf(await h.talk(who, word));
          const got = heardBy(word);
          expect(got.length).toBeLessThanOrEqual(1);
          if (!answer.includes("sent")) expect(got, "passed on without a word").toEqual([]);
          else {
            const others = of.map((t) => (t.learner === me ? t.taken_learner : t.learner));
            for (const chat of got) expect(others).toContain(learnerOf(chat));
            expect(got).not.toContain(who);
            if (!moved) expect(got, "said, and not heard").toHaveLength(1);
            if (got.length === 0)
              onTheWay.set(word, String(h.one("SELECT ticket FROM ticket_words WHERE text = ?", word) ?? ""));
          }
        } else if (does === "wait") {
          for (let left = Number(who); left >= 0; left -= 50) {
            h.now += Math.min(left, 50) * minute;
            await h.timers.run();
            holds();
          }
        } else if (does === "remove")
          h.store.db
            .prepare(
              "UPDATE team_members SET removed_at = ? WHERE learner = (SELECT learner FROM accounts WHERE chat = 't')",
            )
            .run(h.now);
        else if (does === "erase") {
          moved = true;
          await h.talk(who, "menu", "erase");
        } else if (does === "link") {
          moved = true;
          joined = true;
          await h.talk("a", "menu", "offer");
          await h.talk("b", `MA ${h.offered("a")}`, "yes", "one");
        } else if (does === "seat") {
          moved = true;
          if (
            h.one(
              "SELECT count(*) FROM account_learners al JOIN accounts a ON a.id = al.account WHERE a.chat = 'b'",
            ) === 1
          )
            await h.talk("b", "menu", "add", "yes", "Xóm Một");
          else
            h.store.db
              .prepare(
                "UPDATE accounts SET learner = (SELECT al.learner FROM account_learners al WHERE al.account = accounts.id AND al.learner <> accounts.learner) WHERE chat = 'b'",
              )
              .run();
        } else await h.talk(who, does);
        h.now += 10_000;
        holds();
      }
      // Nobody does anything any more: nothing may be left with somebody who is silent, or where nobody sees it.
      for (let hours = 0; hours < 60; hours += 3) {
        h.now += 3 * 60 * minute;
        await h.timers.run();
        await forget(h.store.retention, h.now);
        await h.timers.run();
        holds();
      }
      expect(
        h.all("SELECT id, status, climbed FROM tickets WHERE status = 'taken' OR (status = 'open' AND climbed < 2)"),
      ).toEqual([]);
      expect(h.one("SELECT count(*) FROM ticket_words")).toBe(0);
    }),
    { numRuns: 10 },
  );
}, 120_000);
