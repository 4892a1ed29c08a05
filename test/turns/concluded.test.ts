import { describe, expect, test } from "vitest";
import type { Event } from "../../src/engine/events.ts";
import { noContacts, noFacts } from "../../src/engine/facts.ts";
import { type Person, stranger } from "../../src/engine/person.ts";
import { newSession } from "../../src/engine/session.ts";
import type { Loaded } from "../../src/store/turn-store.ts";
import { concluded } from "../../src/turns/concluded.ts";
import { speaker } from "../../src/turns/speak.ts";
import { mockUniverse, tinyWorld } from "./tiny-world.ts";

// What the engine said on one side, what is written on the other, without a store in between. The engine cuts private
// words out too; here it is taken to have forgotten.

const morning = Date.UTC(2026, 10, 24, 2);
const commune = {
  ...{ code: "x", name: "Xã Mẫu", province: "Tỉnh Mẫu", unit: "xóm", team: "Tổ mẫu", movement: "Mẫu" },
  ...{ villages: [], languages: ["vi"], publicUrl: "https://x.example", contacts: noContacts, phrases: [] },
};
const known: Person = { ...stranger("p"), name: "Hoa", village: "v1", consent: "yes", age: "50-64" };
const refused: Person = { ...known, consent: "no" };
const child: Person = { ...known, age: "under16" };

const loaded = (person: Person, more: Partial<Loaded> = {}): Loaded => ({
  account: {
    ...{ commune: "x", id: "a", connection: "tg", channel: "telegram", chat: "7" },
    ...{ blockedAt: null, seenAt: morning },
  },
  person,
  session: null,
  facts: noFacts(commune),
  quiet: [],
  lesson: null,
  review: { at: null, unanswered: 0, items: [] },
  ...more,
});
const session = {
  ...newSession([{ flow: "menu", version: "v1", state: "start", at: 0, vars: {}, trail: [] }], morning),
  token: "t1",
};

/** What follows when the engine says this of a person; `was`: as they were loaded. */
const follows = (events: readonly Event[], person: Person = known, was: Loaded = loaded(person)) => {
  const world = tinyWorld(mockUniverse());
  const env = world.env(morning, { buttons: true, pictures: true, listen: false });
  return concluded({ session, person, events, segments: [], asks: null }, was, env, "reply", speaker(world));
};

describe("a question nobody answers", () => {
  const asked = (text: string | null, person = known) => follows([{ type: "question-missed", text }], person).writes;

  test.each([
    ["mã hồ sơ 482913 ở đâu", "mã hồ sơ … ở đâu"],
    ["số 48291375 là gì", "số … là gì"],
    ["gọi 0912 345 678 giúp", "gọi … giúp"],
  ])("%s is kept without the number", (text, kept) => {
    const writes = asked(text);
    expect(writes).toMatchObject([{ write: "question", id: "id-1", text: kept }]);
    // Nor does what questions are put together by hold it.
    expect(JSON.stringify(writes)).not.toMatch(/\d{3}/);
  });

  test("is only counted where nothing is left of it, where there were no words, and of who is not remembered", () => {
    const counted = [{ write: "question-counted" }];
    expect(asked("0912345678")).toEqual(counted);
    expect(asked(null)).toEqual(counted);
    for (const person of [refused, child, stranger("p"), { ...known, age: null }])
      expect(asked("máy cày hỏng gọi ai", person)).toEqual(counted);
  });
});

describe("a call for a person", () => {
  const ticket = { topic: "lesson", flow: "f", state: "s", urgent: true, step: 3, steps: 7 } as const;
  const opened = (text: string | null, person = known) =>
    follows([{ type: "ticket-opened", ...ticket, text }], person).writes;

  test("says who asks, where they stand and in what words; the number to call stays, an identity number does not", () => {
    expect(opened("gọi 0912 345 678, cccd 001056012345")).toEqual([
      { write: "ticket", id: "id-1", name: "Hoa", village: "v1", ...ticket, text: "gọi 0912 345 678, cccd …" },
    ]);
    expect(opened(null)).toMatchObject([{ text: null }]);
  });

  test.each([
    ["refused", refused],
    ["is a child", child],
    ["never said yes", { ...known, consent: "unasked" } as const],
  ])("of who %s goes without name and village", (_, person) => {
    expect(opened("giúp", person)).toMatchObject([{ name: null, village: null, text: "giúp" }]);
  });
});

describe("a reminder", () => {
  const set = (person: Person, timer = "unfinished") =>
    follows([{ type: "timer-set", timer, at: morning + 5 }], person).writes;

  test("is set for who is remembered, and belongs to the question just asked", () => {
    expect(set(known)).toEqual([{ write: "timer", kind: "unfinished", token: "t1", dueAt: morning + 5 }]);
  });

  test("is not set for who is not, nor for who wants none, nor of a kind nobody knows", () => {
    expect([refused, child, { ...known, optedOut: true }].flatMap((p) => set(p))).toEqual([]);
    expect(set(known, "something-else")).toEqual([]);
  });
});

describe("a yes that is taken back", () => {
  const withdrawn = (person: Person, events: readonly Event[] = []) =>
    follows(events, person, loaded(known)).writes.filter((w) => w.write === "withdrawn");

  test("takes with it what was kept, and leaves counts without a name", () => {
    expect(withdrawn(refused)).toEqual([{ write: "withdrawn", anonymous: "id-1" }]);
  });

  test("of a child leaves not even counts, also where they said so only now", () => {
    expect(withdrawn({ ...refused, age: "under16" })).toEqual([{ write: "withdrawn", anonymous: null }]);
    expect(withdrawn(refused, [{ type: "person-changed", changes: { age: "under16" } }])).toEqual([
      { write: "withdrawn", anonymous: null },
    ]);
    expect(withdrawn(refused, [{ type: "person-changed", changes: { age: "30-49" } }])).toMatchObject([
      { anonymous: "id-1" },
    ]);
  });

  test("is none where it stands, or never was", () => {
    expect(withdrawn(known)).toEqual([]);
    expect(follows([], refused, loaded(refused)).writes).toEqual([]);
  });
});

describe("the learner's row", () => {
  test("is left alone where nothing is different", () => {
    const was = loaded(known);
    expect(follows([{ type: "timer-set", timer: "unfinished", at: 1 }], was.person, was).learner).toBeNull();
  });

  test("is written where they changed, without the name of who is not remembered", () => {
    const moved = { ...known, village: "v2" };
    expect(follows([], moved, loaded(known)).learner).toMatchObject({ person: { name: "Hoa", village: "v2" } });
    expect(follows([], refused, loaded(known)).learner).toMatchObject({ person: { name: null, village: null } });
  });

  test("is written where progress, a certificate or the version of the yes is new", () => {
    const fact = (event: Event, person = known) => {
      const was = loaded(person);
      return follows([event], was.person, was).learner;
    };
    const finished: Event = { type: "recorded", what: "lesson-finished", ref: "one", data: {} };
    expect(fact(finished)).toMatchObject({ progress: { one: { done: true } }, consentVersion: null });
    const earned: Event = {
      type: "recorded",
      what: "certificate-earned",
      ref: "basic",
      data: { code: "7K2M9P4QWX3R" },
    };
    expect(fact(earned)?.certificates).toEqual([{ code: "7K2M9P4QWX3R", track: "basic" }]);
    const agreed: Event = { type: "recorded", what: "consent-given", ref: null, data: { version: "2026-11-2" } };
    expect(fact(agreed)).toMatchObject({ consentVersion: "2026-11-2", certificates: [], progress: {} });
    // Of who is not remembered none of it is.
    for (const event of [finished, earned, agreed]) expect(fact(event, refused)).toBeNull();
  });

  test("keeps the certificates there were", () => {
    const facts = { ...noFacts(commune), certificates: [{ code: "A2B3C4D5E6F7", track: "old" }] };
    const was = loaded(known, { facts });
    const { learner } = follows(
      [{ type: "recorded", what: "certificate-earned", ref: "basic", data: { code: "7K2M9P4QWX3R" } }],
      was.person,
      was,
    );
    expect(learner?.certificates.map((c) => c.track)).toEqual(["old", "basic"]);
  });
});

describe("what is said and what went wrong", () => {
  test("the message is that of the flow, with the token of the question it asks", () => {
    const block = { kind: "text", text: { ns: "t", key: "hello" } } as const;
    const said = follows([{ type: "message", blocks: [block], choices: [], expects: "nothing" }]);
    expect(said.message).toMatchObject({ purpose: "reply", token: "t1", blocks: [{ kind: "text", text: "hello" }] });
    expect([said.fault, said.session]).toEqual([null, session]);
    expect(follows([]).message).toBeNull();
  });

  test("a flow that ended wrongly is told to its author, with the reason", () => {
    expect(follows([{ type: "failed", reason: "no way on" }]).fault).toEqual({
      code: "SESSION_STUCK",
      cause: "no way on",
    });
  });
});
