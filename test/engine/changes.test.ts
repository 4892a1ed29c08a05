import { expect, test } from "vitest";
import { changes } from "../../src/engine/changes.ts";
import { stranger } from "../../src/engine/person.ts";
import type { Var } from "../../src/engine/session.ts";
import { contextOf } from "./context-of.ts";
import { agreed } from "./world.ts";

/** For each change: a value that is taken and what comes of it, and a value that must change nothing or empty the field. */
const table: Record<keyof typeof changes, readonly (readonly [Var, object])[]> = {
  name: [
    ["Tư", { name: "Tư" }],
    [null, { name: null }],
    ["", { name: null }],
    [7, { name: null }],
  ],
  you: [
    ["chi", { you: "chi" }],
    ["hoàng thượng", { you: agreed.you }],
    [null, { you: agreed.you }],
  ],
  review: [
    ["yes", { review: "yes" }],
    ["paused", { review: "paused" }],
    ["maybe", { review: "unasked" }],
  ],
  language: [
    ["en", { language: "en" }],
    [null, { language: "vi" }],
  ],
  village: [
    ["v3", { village: "v3" }],
    ["elsewhere", { village: null }],
    [null, { village: null }],
  ],
  audience: [
    ["farmer", { audience: "farmer" }],
    ["king", { audience: null }],
  ],
  age: [
    ["16-29", { age: "16-29", consent: "yes", name: agreed.name }],
    ["7", { age: null, consent: "no", name: null, village: null, audience: null }],
    ["under16", { age: "under16", consent: "no", name: null, village: null, audience: null }],
  ],
  consent: [
    ["yes", { consent: "yes" }],
    [true, { consent: "yes" }],
    ["no", { consent: "no", name: null, village: null, audience: null, age: null }],
    ["maybe", { consent: "no" }],
    [null, { consent: "no" }],
  ],
  "opted-out": [
    [true, { optedOut: true }],
    ["true", { optedOut: false }],
    [false, { optedOut: false }],
  ],
};

test.each(Object.entries(changes))("%s", (name, apply) => {
  for (const [value, expected] of table[name as keyof typeof changes]) {
    // the names are those of `changes`
    const ctx = contextOf();
    apply(ctx, value);
    expect(ctx.person, `${name} ← ${value}`).toMatchObject(expected);
  }
});

test.each([
  { consent: "unasked", age: null },
  { consent: "no", age: null },
  { consent: "unasked", age: "under16" },
  { consent: "no", age: "under16" },
] as const)("nothing makes %j somebody who is remembered, and nothing about them is noted", (who) => {
  const person = { ...stranger("p1"), ...who };
  const ctx = contextOf({ person });
  changes.consent(ctx, "yes");
  changes.name(ctx, "Tư");
  changes.village(ctx, "v3");
  changes.audience(ctx, "farmer");
  expect(ctx.person).toEqual(person);
});

test("who agreed before the age was asked keeps what stands there; nothing is added until they say it", () => {
  const ctx = contextOf({ person: { ...agreed, age: null } });
  changes.name(ctx, "Tư");
  changes.village(ctx, "v3");
  expect(ctx.person).toEqual({ ...agreed, age: null });
  changes.village(ctx, null);
  expect(ctx.person.village).toBeNull();
  changes.age(ctx, "50-64");
  changes.name(ctx, "Tư");
  expect(ctx.person).toMatchObject({ consent: "yes", age: "50-64", name: "Tư" });
});

test("what does not change is not reported", () => {
  const ctx = contextOf();
  changes.you(ctx, agreed.you);
  expect(ctx.events).toEqual([]);
});
