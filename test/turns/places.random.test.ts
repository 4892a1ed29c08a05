import fc from "fast-check";
import { expect, test } from "vitest";
import { house, invite } from "../store/house.ts";

const acts = ["invite-v1", "invite-v2", "invite-whole", "remove", "link", "erase"] as const;

/** Whatever order somebody is invited, removed, joined with another phone and erased in: what the chat offers is what the rows say. */
test("the chat takes somebody for a member exactly when their row says so", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...acts), fc.constantFrom("a", "b")), { maxLength: 7 }),
      async (steps) => {
        let roles: readonly [string, unknown] = ["", null];
        const h = house({
          decider: (d) => ({
            ...d,
            decide: (t, l, n) => {
              roles = [l.person.role, l.facts.team];
              return d.decide(t, l, n);
            },
          }),
        });
        for (const chat of ["a", "b"]) await h.resident(chat);
        let n = 0;
        for (const [act, chat] of steps) {
          const other = chat === "a" ? "b" : "a";
          if (act.startsWith("invite")) {
            const code = `7K2P9XY${++n + 1}`;
            invite(h, { code, village: act === "invite-whole" ? null : act.slice(7), uses: 1 });
            if (
              h.one("SELECT consent FROM learners l JOIN accounts a ON a.learner = l.id WHERE a.chat = ?", chat) !==
              "yes"
            )
              await h.resident(chat);
            await h.talk(chat, code, "join");
          }
          if (act === "remove")
            h.store.db
              .prepare(
                "UPDATE team_members SET removed_at = ? WHERE learner = (SELECT learner FROM accounts WHERE chat = ?)",
              )
              .run(h.now, chat);
          if (act === "link") {
            await h.talk(other, "menu", "offer");
            await h.talk(chat, `MA ${h.offered(other)}`, "yes", "one");
          }
          if (act === "erase") {
            await h.talk(chat, "menu", "erase");
            await h.resident(chat);
          }
          h.now += 60_000;
          for (const one of ["a", "b"]) {
            const live =
              h.one(
                `SELECT count(*) FROM accounts a JOIN team_members t ON t.learner = a.learner AND t.removed_at IS NULL
               JOIN account_learners al ON al.account = a.id AND al.learner = a.learner AND al.by_link = 0 WHERE a.chat = ?`,
                one,
              ) === 1;
            await h.talk(one, "menu");
            expect([steps, one, roles[0], roles[1] !== null]).toEqual([steps, one, live ? "team" : "resident", live]);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
