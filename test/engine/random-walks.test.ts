import fc from "fast-check";
import { expect, test } from "vitest";
import { degrade } from "../../src/channels/degrade.ts";
import { profiles } from "../../src/check/profiles.ts";
import { createWorld } from "../../src/content/world.ts";
import type { CodeMeaning, Facts } from "../../src/engine/facts.ts";
import type { Resume } from "../../src/engine/input.ts";
import { limits } from "../../src/engine/limits.ts";
import { addresses, ageMissing, ages, audiences, type Person, stranger } from "../../src/engine/person.ts";
import { resume } from "../../src/engine/resume.ts";
import { Session } from "../../src/engine/session.ts";
import type { Sprint } from "../../src/engine/sprint.ts";
import { start } from "../../src/engine/start.ts";
import { inspect } from "../../src/scam/inspect.ts";
import { speaker } from "../../src/turns/speak.ts";
import { monday } from "../universe.ts";
import { naughty } from "./naughty.ts";
import { facts as bare, commune, day, envAt, freeze, library, noon } from "./world.ts";

/** One thing that happens. `press` chooses among what is shown by its place, so that a shrunk walk stays a walk. */
type Happening =
  | { readonly do: "press"; readonly which: number }
  | { readonly do: "number"; readonly which: number }
  | { readonly do: "type"; readonly text: string; readonly sensitive: boolean }
  | { readonly do: "old"; readonly token: string; readonly key: string }
  | { readonly do: "media"; readonly media: "photo" | "sticker" | "voice" | "location" | "file" | "unsupported" }
  | { readonly do: "open"; readonly code: CodeMeaning }
  | { readonly do: "timer"; readonly fresh: boolean }
  | { readonly do: "push"; readonly lesson: string }
  | { readonly do: "wait"; readonly hours: number }
  | { readonly do: "become"; readonly person: Partial<Person> };

const lessons = library.catalogue.filter((e) => e.kind === "lesson").map((e) => e.id);
const topics = library.catalogue.map((e): CodeMeaning => ({ opens: e.kind, id: e.id }));
const codes: readonly CodeMeaning[] = [
  ...topics,
  { opens: "lesson", id: "gone" },
  { opens: "village", village: "v2" },
  { opens: "village", village: "gone" },
  { opens: "invitation", code: "C", village: "v1", usable: true },
  { opens: "invitation", code: "C", village: null, usable: false },
  { opens: "link", code: "C", learner: "p2", name: null, usable: true },
  { opens: "link", code: "C", learner: "p2", name: "{{you}}", usable: false },
  { opens: "certificate", code: "C", name: "<b>Lan</b>", track: "gone", valid: true, sample: true },
  { opens: "nothing" },
];

const person: fc.Arbitrary<Partial<Person>> = fc.record(
  {
    consent: fc.constantFrom("unasked", "yes", "no"),
    role: fc.constantFrom("resident", "team"),
    optedOut: fc.boolean(),
    language: fc.constantFrom("vi", "en", "xx"),
    you: fc.constantFrom(...addresses),
    name: fc.constantFrom(null, "Lan", "{{you}}", "$t(menu)", "<b>"),
    village: fc.constantFrom(null, "v1", "gone"),
    age: fc.constantFrom(null, ...ages),
    audience: fc.constantFrom(null, ...audiences),
  },
  { requiredKeys: [] },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("press" as const), which: fc.nat(6) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("number" as const), which: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("type" as const),
      text: fc.constantFrom(...naughty),
      sensitive: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("type" as const),
      text: fc.string({ unit: "binary", maxLength: 60 }),
      sensitive: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("old" as const),
      token: fc.constantFrom("", "id-0-1", "null"),
      key: fc.constantFrom("next", "/0", "/9", "#2", "", "list:", "__proto__"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("media" as const),
      media: fc.constantFrom("photo", "sticker", "voice", "location", "file", "unsupported"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("open" as const), code: fc.constantFrom(...codes) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("timer" as const), fresh: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("push" as const), lesson: fc.constantFrom(...lessons, "gone") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      hours: fc.constantFrom(0.01, 5, 24, 24 * 8, 24 * 400, -1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("become" as const), person }) },
);

const passed = { attempts: 2, best: 4, of: 4, passed: true, done: true };
const world: fc.Arbitrary<Facts> = fc
  .record({
    villages: fc.constantFrom(0, 1, 5, 6, 30),
    household: fc.constantFrom(0, 1, 3, 7),
    certificates: fc.boolean(),
    pushes: fc.boolean(),
    done: fc.boolean(),
  })
  .map(({ villages, household, certificates, pushes, done }) => ({
    ...bare,
    commune: { ...commune, villages: commune.villages.slice(0, villages) },
    household: Array.from({ length: household }, (_, i) => ({ id: `p${i}`, name: i % 2 ? null : `Người ${i}` })),
    certificates: certificates ? [{ code: "23456789", track: library.tracks[0]?.id ?? "" }] : [],
    team: pushes ? { places: ["v1", null] } : null,
    pushes: pushes
      ? lessons.map((lesson) => ({
          lesson,
          village: "v1",
          eligible: 3,
          finished: 1,
          optedOut: 0,
          had: 0,
          full: 0,
          unreached: 0,
        }))
      : [],
    progress: done ? Object.fromEntries(lessons.map((l) => [l, passed])) : {},
  }));

const speak = speaker(createWorld(library, [], { id: () => "", random: () => 0, inspect }));

/** The same words to the same person come out the same; they are rendered once. */
const rendered = new Set<string>();

/** Everything that must hold after every turn. */
const holds = (sprint: Sprint, facts: Facts): void => {
  const session = Session.parse(JSON.parse(JSON.stringify(sprint.session)));
  expect(session.runs.length).toBeGreaterThan(0);
  expect(session.runs.length).toBeLessThanOrEqual(limits.runs);
  expect(session.bookmarks.length).toBeLessThanOrEqual(limits.bookmarks);
  for (const run of session.runs) expect(run.trail.length).toBeLessThanOrEqual(limits.trail);
  expect(JSON.stringify(session).length).toBeLessThan(16_000);
  expect(sprint.events.filter((e) => e.type === "failed")).toEqual([]);
  const messages = sprint.events.filter((e) => e.type === "message");
  expect(messages.length).toBeLessThanOrEqual(1);
  const [said] = messages;
  if (session.status === "waiting") expect(said && (said.choices.length > 0 || said.expects === "text")).toBe(true);
  if (!said) return;
  expect(new Set(said.choices.map((c) => c.n).filter((n) => n !== undefined)).size).toBe(
    said.choices.filter((c) => c.n !== undefined).length,
  );
  const { you, name, language } = sprint.person;
  const words = JSON.stringify([said, you, name, language]);
  if (rendered.has(words)) return;
  rendered.add(words);
  const message = speak(said, sprint.person, facts.commune, session.token, "reply", monday);
  for (const channel of profiles) {
    for (const part of degrade(message, channel)) {
      const shown = part.text.replace(/<\/?b>/g, "").replace(/&(amp|lt|gt);/g, "&");
      expect(shown.length).toBeLessThanOrEqual(part.picture ? channel.captionCharacters : channel.textCharacters);
      for (const b of part.buttons.flat()) expect("url" in b || Buffer.byteLength(b.data) <= 64).toBe(true);
      expect(part.buttons.flat().length).toBeLessThanOrEqual(channel.buttons);
    }
  }
};

const inputOf = (h: Happening, session: Session): Resume | null => {
  const shown = session.wait?.shown ?? [];
  switch (h.do) {
    case "press":
      return {
        type: "press",
        token: session.token,
        key: shown.length > 0 ? (shown[h.which % shown.length]?.key ?? "") : "menu",
      };
    case "number":
      return { type: "text", text: String(h.which) };
    case "type":
      return { type: "text", text: h.text, sensitive: h.sensitive };
    case "old":
      return { type: "press", token: h.token, key: h.key };
    case "media":
      return { type: "media", media: h.media };
    case "open":
      return { type: "open", code: h.code };
    case "timer":
      return { type: "timer", token: h.fresh ? session.token : "old", timer: "unfinished" };
    case "push":
      return { type: "push", lesson: h.lesson, push: "push" };
    default:
      return null;
  }
};

/** Goes through a walk; `every` sees each sprint. Gives back what there was at the end. */
const go = (
  steps: readonly Happening[],
  who: Partial<Person>,
  facts: Facts,
  every: (sprint: Sprint) => void,
): Sprint => {
  let now = noon;
  freeze(facts);
  let sprint = start(freeze({ ...stranger("p0"), ...who }), { type: "hello" }, facts, envAt(now));
  every(sprint);
  for (const step of steps) {
    now += step.do === "wait" ? step.hours * (day / 24) : 1_000;
    if (step.do === "become") sprint = { ...sprint, person: { ...sprint.person, ...step.person } };
    const session: Session = Session.parse(JSON.parse(JSON.stringify(sprint.session)));
    const input = inputOf(step, session);
    if (!input) continue;
    const next = resume(freeze(sprint.person), freeze(session), freeze(input), facts, envAt(now));
    if ("rejected" in next) continue;
    sprint = next;
    every(sprint);
  }
  return sprint;
};

const walks = { numRuns: 10_000, endOnFailure: true } as const;

test("ten thousand random walks: nothing throws, nobody is trapped, every message fits every channel, and 0 opens the menu", () => {
  let turns = 0;
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 24 }), person, world, (steps, who, facts) => {
      const end = go(steps, who, facts, (sprint) => {
        turns += 1;
        holds(sprint, facts);
      });
      const menu = resume(end.person, end.session, { type: "text", text: "0" }, facts, envAt(end.session.seenAt + 1));
      // Whoever agreed without an age is asked for it over the menu.
      const asked = ageMissing(end.person) ? ["agree/age-missing"] : [];
      expect("session" in menu && menu.session.runs.map((r) => `${r.flow}/${r.state}`)).toEqual([
        "menu/start",
        ...asked,
      ]);
    }),
    walks,
  );
  expect(turns).toBeGreaterThan(50_000);
}, 300_000);

test("the same walk twice is the same, to the letter", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 24 }), person, world, (steps, who, facts) => {
      const tell = (): string => {
        const told: string[] = [];
        go(steps, who, facts, (sprint) => told.push(JSON.stringify(sprint)));
        return told.join("\n");
      };
      expect(tell()).toBe(tell());
    }),
    { numRuns: 300 },
  );
});
