import { expect, test } from "vitest";
import { changes } from "../../src/engine/changes.ts";
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
    ["16-29", { age: "16-29" }],
    ["7", { age: null }],
  ],
  consent: [
    ["yes", { consent: "yes" }],
    [true, { consent: "yes" }],
    ["no", { consent: "no" }],
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

test("what does not change is not reported", () => {
  const ctx = contextOf();
  changes.you(ctx, agreed.you);
  expect(ctx.events).toEqual([]);
});
