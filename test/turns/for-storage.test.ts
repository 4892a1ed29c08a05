import { expect, test } from "vitest";
import { noContacts, noFacts } from "../../src/engine/facts.ts";
import { type Person, stranger } from "../../src/engine/person.ts";
import { type Recorded, records } from "../../src/engine/records.ts";
import { forStorage } from "../../src/turns/for-storage.ts";
import { writesOf } from "../../src/turns/writes.ts";

const whole: Person = {
  ...stranger("p"),
  ...{ name: "Hoa", village: "v1", audience: "farmer", review: "yes", consent: "yes", age: "50-64" },
};
const notKept: readonly Person[] = [
  { ...whole, consent: "no" },
  { ...whole, consent: "unasked" },
  { ...whole, age: "under16" },
  { ...whole, consent: "no", age: "under16" },
];

test.each(notKept)("of %j neither name nor village nor work nor wish is written", (person) => {
  expect(forStorage(person)).toMatchObject({ name: null, village: null, audience: null, review: "unasked" });
});

test("the age band of a child is written, so that the next turn knows to keep nothing; nobody else's is", () => {
  for (const consent of ["yes", "no", "unasked"] as const)
    expect(forStorage({ ...whole, consent, age: "under16" }).age).toBe("under16");
  for (const consent of ["no", "unasked"] as const)
    expect(forStorage({ ...whole, consent, age: "50-64" }).age).toBeNull();
});

test("a name of before goes without what is private in it, and none stays none", () => {
  expect(forStorage({ ...whole, name: "Hoa 0912345678" }).name).toBe("Hoa …");
  expect(forStorage({ ...whole, name: null }).name).toBeNull();
});

test("of who is remembered everything is, and of who agreed without an age what stands there", () => {
  expect(forStorage(whole)).toEqual(whole);
  const ageless = { ...whole, age: null };
  expect(forStorage(ageless)).toEqual(ageless);
});

test.each([...notKept, { ...whole, age: null }])("a fact that binds a person writes nothing of %j", (person) => {
  const ways = { person, progress: noFacts({ ...commune }).progress, now: 0, id: () => "id" };
  for (const what of [
    "certificate-earned",
    "review-started",
    "link-offered",
    "invitation-accepted",
    "push-confirmed",
  ] as const)
    expect(writesOf({ what, ...records[what].example } as Recorded, ways), what).toEqual([]); // each is of its kind
  expect(writesOf({ what: "lesson-finished", ref: "x", data: {} }, ways)).toEqual([]);
});

const commune = {
  ...{ code: "x", name: "Xã Mẫu", province: "Tỉnh Mẫu", unit: "xóm", team: "Tổ mẫu", movement: "Mẫu" },
  ...{ villages: [], languages: ["vi"], publicUrl: "https://x.example", contacts: noContacts, phrases: [] },
};
