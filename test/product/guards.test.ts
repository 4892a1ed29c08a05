import { expect, test } from "vitest";
import { type Contacts, noContacts } from "../../src/engine/facts.ts";
import { type Guard, guards } from "../../src/product/guards.ts";
import { contextOf } from "../engine/context-of.ts";
import { commune, library } from "../engine/world.ts";

type Given = Parameters<typeof contextOf>[0];
const certificate = { code: "AAAA", track: "co-ban" };
const run = { flow: "lesson:dien-thoai", version: "", state: "begin", at: 0, vars: {}, trail: [] };
const above = { ...run, flow: "guide:hkd-thue" };
const passed = { attempts: 1, best: 3, of: 4, passed: true, done: true };
const lessons = library.tracks[0]?.lessons ?? [];
const others = Object.fromEntries(lessons.slice(0, -1).map((l) => [l, passed]));
const last = { lesson: lessons.at(-1) ?? "", track: library.tracks[0]?.id ?? "" };

const fees = { "hkd-dang-ky": { says: "100.000 đồng", basis: "nghị quyết mẫu", on: "2026-11-01" } };
const entered = (contacts: Partial<Contacts>): Given => ({
  facts: { commune: { ...commune, contacts: { ...noContacts, ...contacts } } },
});

/** For each guard: when it holds, and when it does not. */
const table: Record<Guard, readonly [Given, Given]> = {
  "has-consent": [{ person: { consent: "yes" } }, { person: { consent: "yes", age: null } }],
  "consent-unasked": [{ person: { consent: "unasked" } }, { person: { consent: "no" } }],
  "has-village": [{ person: { village: "v1" } }, { person: { village: null } }],
  "no-village": [{ person: { village: null } }, { person: { village: "v1" } }],
  "came-with-village": [{ vars: { brought: "v1" } }, { vars: { brought: "gone" } }],
  "has-villages": [{}, { facts: { commune: { ...commune, villages: [] } } }],
  "has-audience": [{ person: { audience: "farmer" } }, { person: { audience: null } }],
  "has-name": [{}, { person: { name: null } }],
  "is-under-16": [{ person: { age: "under16" } }, { person: { age: "16-29" } }],
  "has-bookmark": [{ session: { bookmarks: [{ runs: [run], at: 0 }] } }, {}],
  "has-household": [
    {
      facts: {
        household: [
          { id: "a", name: null },
          { id: "b", name: null },
        ],
      },
    },
    { facts: { household: [{ id: "a", name: null }] } },
  ],
  "is-team": [{ person: { role: "team" } }, { person: { role: "resident" } }],
  "not-team": [{ person: { role: "resident" } }, { person: { role: "team" } }],
  "opted-out": [{ person: { optedOut: true } }, { person: { optedOut: false } }],
  "not-opted-out": [{ person: { optedOut: false } }, { person: { optedOut: true } }],
  "has-certificate": [{ facts: { certificates: [certificate] } }, {}],
  "quiz-passed": [{ vars: { score: 3, pass: 3 } }, { vars: { score: 2, pass: 3 } }],
  "track-complete": [
    { vars: last, facts: { progress: others } },
    { vars: last, facts: { progress: others, certificates: [certificate] } },
  ],
  "lessons-left": [
    { vars: { ...last, lesson: lessons[0] ?? "" } },
    { vars: { ...last, lesson: lessons[0] ?? "" }, person: { consent: "no" } },
  ],
  "about-due": [{ person: { name: null } }, {}],
  "about-village": [{ person: { village: null } }, { person: { village: null }, session: { brought: "v1" } }],
  "about-work": [{ person: { audience: null } }, { person: { audience: null, consent: "no" } }],
  "about-name": [{ person: { name: null } }, { person: { name: null, age: null } }],
  "no-name": [{ person: { name: null } }, {}],
  "code-usable": [{ vars: { usable: true } }, { vars: { usable: false } }],
  "can-be-told": [{ vars: { reached: true } }, { vars: { reached: false } }],
  "has-found": [{ vars: { found: ["lesson:dien-thoai"] } }, { vars: { found: [] } }],
  "has-places": [{ facts: { team: { places: [null] } } }, { facts: { team: { places: ["gone"] } } }],
  "invited-again": [
    { vars: { village: "v1" }, facts: { team: { places: ["v1"] } } },
    { vars: { village: "v2" }, facts: { team: { places: ["v1"] } } },
  ],
  "push-gone": [{ vars: { eligible: null } }, { vars: { eligible: 0 } }],
  "push-changed": [{ vars: { eligible: 4, previewed: 1 } }, { vars: { eligible: 1, previewed: 1 } }],
  "push-some-finished": [{ vars: { finished: 1 } }, { vars: { finished: 0 } }],
  "push-some-quiet": [{ vars: { quiet: 1 } }, { vars: { quiet: 0 } }],
  "push-some-had": [{ vars: { had: 1 } }, { vars: { had: 0 } }],
  "push-some-full": [{ vars: { full: 1 } }, { vars: { full: 0 } }],
  "push-some-unreached": [{ vars: { unreached: 1 } }, { vars: { unreached: 0 } }],
  "help-taken": [{ vars: { taker: "Tâm" } }, { vars: { taker: "" } }],
  "help-open": [{ vars: { open: true } }, { vars: { open: false } }],
  "help-told": [{ vars: { told: 1 } }, { vars: { told: 0 } }],
  "ticket-mine": [{ vars: { mine: true } }, { vars: { mine: false } }],
  "ticket-asked-about": [{ vars: { minutes: 4 } }, {}],
  "ticket-urgent": [{ vars: { urgent: true } }, { vars: { urgent: false } }],
  "ticket-named": [{ vars: { whose: "Hoa" } }, { vars: { whose: null } }],
  "ticket-village": [{ vars: { village: "v1" } }, { vars: { village: null } }],
  "ticket-place": [{ vars: { stopped: "guide:x", step: null } }, { vars: { stopped: "guide:x", step: 3 } }],
  "ticket-step": [{ vars: { stopped: "guide:x", step: 3 } }, { vars: { stopped: null, step: 3 } }],
  "ticket-words": [{ vars: { words: "x" } }, { vars: { words: "" } }],
  "ticket-said": [{ vars: { said: "x" } }, { vars: { said: "" } }],
  "ticket-held-back": [{ vars: { heldBack: true } }, {}],
  "ticket-cut": [{ vars: { cut: true } }, { vars: { cut: false } }],
  "ticket-over": [{ vars: { over: "done" } }, {}],
  "ticket-solved": [{ vars: { over: "solved" } }, { vars: { over: "else" } }],
  "ticket-handed-on": [{ vars: { over: "handed-on" } }, { vars: { over: "done" } }],
  "ticket-visit": [{ vars: { over: "visit" } }, { vars: { over: "done" } }],
  "ticket-unreached": [{ vars: { over: "unreached" } }, { vars: { over: "done" } }],
  "help-talking": [{ vars: { ticket: "t", taker: "Tâm" } }, { vars: { ticket: "", taker: "Tâm" } }],
  "help-helping": [{ vars: { helping: "t" } }, { vars: { helping: "" } }],
  "help-resting": [{ vars: { from: "06:30", told: 2 } }, { vars: { from: "06:30", told: 0 } }],
  "push-possible": [{ vars: { eligible: 1 } }, { vars: { eligible: 0 } }],
  "no-consent": [{ person: { age: null } }, { person: { consent: "yes" } }],
  "age-missing": [{ person: { age: null } }, { person: { consent: "no", age: null } }],
  "is-adult": [{ person: { age: "16-29" } }, { person: { age: null } }],
  "wants-lessons": [{ vars: { result: "lessons" } }, { vars: { result: "done" } }],
  "wants-later": [{ vars: { result: "later" } }, { vars: { result: "done" } }],
  "wants-no-more": [{ vars: { result: "no-more" } }, { vars: { result: "later" } }],
  "was-right": [{ vars: { result: "right" } }, { vars: { result: "done" } }],
  "some-right": [{ vars: { right: 1 } }, { vars: { right: 0 } }],
  "review-left": [{ vars: { item: "review:a/b" } }, { vars: { item: "" } }],
  "review-on": [{ person: { review: "yes" } }, { person: { review: "paused" } }],
  "review-paused": [{ person: { review: "paused" } }, { person: { review: "no" } }],
  "review-may-wait": [{ person: { review: "later" } }, { person: { review: "unasked" } }],
  "review-unasked": [{ person: { review: "later" } }, { person: { review: "no" } }],
  "has-seen": [{ vars: { seen: ["no-sign"] } }, { vars: { seen: null } }],
  "seen-dangerous": [{ vars: { seen: ["dangerous", "hurry"] } }, { vars: { seen: ["suspicious", "hurry"] } }],
  "seen-suspicious": [{ vars: { seen: ["suspicious", "hurry"] } }, { vars: { seen: ["no-sign"] } }],
  "may-count": [{ vars: { counted: true } }, { vars: { counted: false } }],
  "assessed-any-had": [{ vars: { cashless: "yes" } }, { vars: { cashless: "unsure", signature: "skip" } }],
  "assessed-any-lacked": [{ vars: { cashless: "unsure" } }, { vars: { cashless: "yes", signature: "skip" } }],
  "assessed-has-next": [{ vars: { cashless: "no" } }, { facts: { progress: { ...others, [last.lesson]: passed } } }],
  "found-unsure": [{ vars: { how: "unsure" } }, { vars: { how: "sure" } }],
  "found-both": [{ vars: { how: "both" } }, { vars: { how: "certain" } }],
  "has-question": [{ vars: { asked: "máy cày hỏng" } }, { vars: { asked: null } }],
  "has-phone": [entered({ counter: "0000" }), entered({ police: "0000" })],
  "has-hotline": [entered({ hotline: "0000" }), entered({ counter: "0000" })],
  "has-counter": [entered({ counter: "0000" }), entered({ hotline: "0000" })],
  "has-police": [entered({ police: "0000" }), entered({})],
  "has-hours": [entered({ hours: "Thứ hai" }), entered({})],
  "push-has-windows": [{ vars: { free: 0 } }, { vars: { free: null } }],
  circling: [{ vars: { circling: true } }, {}],
  // The menu has no day of its own; a lesson has.
  "past-review": [{ flow: "lesson:dien-thoai", now: Date.UTC(2100, 0) }, { flow: "lesson:dien-thoai" }],
  "has-local-fee": [
    { flow: "guide:hkd-dang-ky", facts: { commune: { ...commune, fees } } },
    { flow: "guide:hkd-dang-ky" },
  ],
  "no-local-fee": [
    { flow: "guide:hkd-thue", facts: { commune: { ...commune, fees } } },
    { flow: "guide:hkd-dang-ky", facts: { commune: { ...commune, fees } } },
  ],
  "page-below": [{ session: { runs: [run, above] } }, { session: { runs: [run] } }],
  "no-page-below": [
    { session: { runs: [{ ...run, vars: { finished: true } }, above] } },
    { session: { runs: [run, above] } },
  ],
  "can-listen": [{ listen: true }, { listen: false }],
};

test.each(Object.entries(guards))("%s", (name, guard) => {
  const rows = table[name as Guard]; // the names are those of `guards`
  expect(guard(contextOf(rows[0]))).toBe(true);
  expect(guard(contextOf(rows[1]))).toBe(false);
});

test("a member of the team whose age is not known does nothing for it, and nothing of theirs is counted", () => {
  const member = { role: "team", age: null } as const;
  expect(guards["is-team"](contextOf({ person: member }))).toBe(false);
  expect(guards["not-team"](contextOf({ person: member }))).toBe(true);
  expect(guards["may-count"](contextOf({ vars: { counted: true }, person: { age: null } }))).toBe(false);
});

test.each([
  { consent: "no" },
  { age: null },
  { age: "under16" },
  { optedOut: true },
  { review: "yes" },
] as const)("nobody is asked about reviews who could not be asked again: %j", (person) =>
  expect(guards["review-unasked"](contextOf({ person }))).toBe(false));

test("a track is not complete without the other lessons, nor for somebody who is not remembered", () => {
  expect(guards["track-complete"](contextOf({ vars: last }))).toBe(false);
  expect(
    guards["track-complete"](contextOf({ vars: last, facts: { progress: others }, person: { consent: "no" } })),
  ).toBe(false);
  expect(guards["track-complete"](contextOf({ vars: { ...last, track: "unknown" } }))).toBe(false);
});
