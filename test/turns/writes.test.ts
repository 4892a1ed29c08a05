import { describe, expect, test } from "vitest";
import { type Person, stranger } from "../../src/engine/person.ts";
import { type Recorded, type RecordName, records } from "../../src/engine/records.ts";
import { writesOf } from "../../src/turns/writes.ts";

const now = Date.UTC(2026, 10, 24, 2);
const minute = 60_000;
const known: Person = {
  ...stranger("p"),
  ...{ name: "Hoa", village: "v1", audience: "farmer", consent: "yes", age: "50-64", language: "en" },
};

/** What is written for a fact, its own row aside. */
const follows = (fact: Recorded, person: Person = known) =>
  written(fact, person).filter((w) => w.write !== "learning-event");
const written = (fact: Recorded, person: Person = known) => {
  let ids = 0;
  return writesOf(fact, { person, progress: {}, now, id: () => `id-${++ids}` });
};
/** A fact as its kind gives it for an example. */
const example = (what: RecordName): Recorded => ({ what, ...records[what].example }) as Recorded; // each is of its kind

describe("the row of a fact", () => {
  test("says what was learnt, where the learner lives and what they do", () => {
    expect(written({ what: "lesson-finished", ref: "one", data: {} })).toEqual([
      {
        ...{ write: "learning-event", id: "id-1", what: "lesson-finished", ref: "one", data: {} },
        ...{ village: "v1", audience: "farmer" },
      },
    ]);
  });

  test("is kept of learning and of what was agreed to, not of the business of the house", () => {
    const kept = (Object.keys(records) as RecordName[]).filter(
      (
        what, // the keys are the kinds
      ) => written(example(what)).some((w) => w.write === "learning-event"),
    );
    for (const what of [
      "lesson-started",
      "quiz-finished",
      "safety-read",
      "self-assessed",
      "consent-given",
      "opted-out",
    ])
      expect(kept).toContain(what);
    for (const what of ["erased", "link-offered", "link-accepted", "ticket-taken", "learner-switched", "data-shown"])
      expect(kept).not.toContain(what);
  });

  test("is not kept of who is not remembered, whatever the fact", () => {
    for (const person of [{ ...known, consent: "no" }, { ...known, age: "under16" }, stranger("p")] as const)
      for (const what of Object.keys(records) as RecordName[]) // the keys are the kinds
        expect(
          written(example(what), person).filter((w) => w.write === "learning-event"),
          what,
        ).toEqual([]);
  });
});

describe("what follows a fact", () => {
  test("a code shown on a phone ends after a quarter of an hour", () => {
    for (const what of ["link-offered", "download-offered"] as const)
      expect(follows({ what, ref: null, data: { code: "7K2M9P4QWX3R" } })).toEqual([
        { write: what, code: "7K2M9P4QWX3R", expiresAt: now + 15 * minute },
      ]);
  });

  test("whoever took a call is asked two hours later, and a call taken or closed is named", () => {
    expect(follows({ what: "ticket-kept", ref: "t9", data: {} })).toEqual([
      { write: "ticket-kept", id: "t9", until: now + 120 * minute },
    ]);
    expect(follows({ what: "ticket-taken", ref: "t9", data: {} })).toEqual([{ write: "ticket-taken", id: "t9" }]);
    expect(follows({ what: "ticket-closed", ref: "t9", data: { result: "unreached" } })).toEqual([
      { write: "ticket-closed", id: "t9", result: "unreached" },
    ]);
    for (const what of ["ticket-solved", "ticket-visit", "ticket-handed-on"] as const)
      expect(follows({ what, ref: "t9", data: {} })).toEqual([{ write: what, id: "t9" }]);
  });

  test("what is said to the other side goes without anything private but a telephone; what stayed at the door goes as nothing", () => {
    const said = (words: string) => follows({ what: "ticket-said", ref: "t9", data: { words, cut: false } });
    expect(said("gọi 0912 345 678 nhé")).toEqual([{ write: "ticket-said", id: "t9", text: "gọi 0912 345 678 nhé" }]);
    expect(JSON.stringify(said("thư hoa@example.com"))).not.toContain("example.com");
    expect(follows({ what: "ticket-held-back", ref: "t9", data: {} })).toEqual([
      { write: "ticket-said", id: "t9", text: null },
    ]);
  });

  test("reviews begin a day later, and end at once", () => {
    expect(follows(example("review-started"))).toEqual([{ write: "review-started", at: now + 24 * 60 * minute }]);
    expect(follows(example("review-stopped"))).toEqual([{ write: "review-planned", at: null, unanswered: 0 }]);
    expect(follows(example("review-declined"))).toEqual([{ write: "review-answered" }]);
  });

  test("erasing and asking for quiet follow for anybody; what binds a name or a phone only for who is remembered", () => {
    const refused = { ...known, consent: "no" } as const;
    expect(follows(example("erased"), refused)).toEqual([{ write: "erased", anonymous: "id-1" }]);
    expect(follows(example("opted-out"), refused)).toEqual([{ write: "unasked-stopped" }]);
    for (const what of ["link-offered", "certificate-earned", "review-started", "invitation-accepted"] as const) {
      expect(follows(example(what)), what).toHaveLength(1);
      expect(follows(example(what), refused), what).toEqual([]);
    }
  });

  test("another learner on the phone has an id of their own and speaks the language of the first", () => {
    const added = (learner?: string) => follows({ what: "learner-added", ref: null, data: { learner } } as Recorded); // as its schema has it
    expect(added("p2")).toEqual([{ write: "learner-added", id: "p2", language: "en" }]);
    expect(added()).toEqual([{ write: "learner-added", id: "id-1", language: "en" }]);
    expect(follows({ what: "learner-switched", ref: null, data: { learner: "p2" } })).toEqual([
      { write: "learner-switched", id: "p2" },
    ]);
  });

  test("a phone that joins or parts, the team, alarms and a push: each by its own code or name", () => {
    expect(follows({ what: "link-accepted", ref: null, data: { code: "7K2M9P4QWX3R", same: true } })).toEqual([
      { write: "link-accepted", code: "7K2M9P4QWX3R", same: true },
    ]);
    expect(follows({ what: "link-undone", ref: null, data: { link: "j-1" } })).toEqual([
      { write: "link-undone", link: "j-1" },
    ]);
    expect(follows({ what: "invitation-accepted", ref: null, data: { code: "7K2P9XY4", replace: true } })).toEqual([
      { write: "invitation-accepted", code: "7K2P9XY4", replace: true },
    ]);
    expect(follows({ what: "alarms-linked", ref: null, data: { code: "7K2M9P4QWX3R" } })).toEqual([
      { write: "alarms-linked", code: "7K2M9P4QWX3R" },
    ]);
    const push = (version?: string) =>
      follows({ what: "push-confirmed", ref: "one", data: { village: "v3", push: "p-1", version } });
    expect(push("9f2c")).toEqual([
      { write: "push-confirmed", id: "p-1", lesson: "one", version: "9f2c", village: "v3" },
    ]);
    expect(push()).toMatchObject([{ version: "" }]);
  });

  test("nothing follows a lesson that was finished", () => {
    expect(follows({ what: "lesson-finished", ref: "one", data: {} })).toEqual([]);
  });
});

describe("a certificate", () => {
  const earned = (data: object, person = known) =>
    follows({ what: "certificate-earned", ref: "basic", data: { code: "7K2M9P4QWX3R", ...data } }, person);

  test("is made out to the name as it may be kept, in their language", () => {
    expect(earned({})).toEqual([
      {
        ...{ write: "certificate", code: "7K2M9P4QWX3R", track: "basic", name: "Hoa", village: "v1" },
        ...{ right: null, of: null, language: "en" },
      },
    ]);
    expect(earned({}, { ...known, name: "Hoa 0912345678" })).toMatchObject([{ name: "Hoa …" }]);
    expect(earned({}, { ...known, name: null })).toMatchObject([{ name: "" }]);
  });

  test("has a score only where both its parts are given", () => {
    expect(earned({ right: 0, of: 4 })).toMatchObject([{ right: 0, of: 4 }]);
    expect(earned({ right: 3 })).toMatchObject([{ right: null, of: null }]);
    expect(earned({ of: 4 })).toMatchObject([{ right: null, of: null }]);
  });
});
