import { expect, test } from "vitest";
import { aside } from "../../src/engine/aside.ts";
import { openContext } from "../../src/engine/context.ts";
import { leave } from "../../src/engine/leave.ts";
import { limits } from "../../src/engine/limits.ts";
import { agreed, facts, runsOf, sessionAt, smallEnv } from "./small-world.ts";

const at = (place: string, session: Parameters<typeof sessionAt>[0]["session"] = {}) =>
  openContext(agreed, sessionAt({ at: place, session }), facts, smallEnv());
const gone = (place: string, flow: string, session = {}) => {
  const ctx = at(place, session);
  aside(ctx, flow);
  return ctx.session.runs.map((r) => `${r.flow}/${r.state}`).join(" + ");
};
const lesson = "menu/start + lesson:one/second";

test.each([
  [lesson, "help", `${lesson} + help/only`],
  // Questions of the moment are not come back to.
  [`${lesson} + found/only`, "help", `${lesson} + help/only`],
  [`${lesson} + not-understood/only + welcome-back/only`, "help", `${lesson} + help/only`],
  ["found/only", "help", "found/only + help/only"],
  [`${lesson} + person/only`, "help", `${lesson} + person/only + help/only`],
  // Talk that is open already is gone back to, with what stood over it forgotten.
  [`${lesson} + person/only + help/only`, "person", `${lesson} + person/only`],
  [`${lesson} + help/only`, "help", `${lesson} + help/only`],
  // Below a lesson it is another matter's, and so it is below the first contact.
  ["menu/start + help/only + lesson:one/first", "help", "menu/start + help/only + lesson:one/first + help/only"],
  ["menu/start + help/only + onboarding/only", "help", "menu/start + help/only + onboarding/only + help/only"],
  ["menu/start", "menu", "menu/start + menu/start"],
])("from %s into %s", (place, flow, expected) => expect(gone(place, flow)).toBe(expected));

test("after the end of a talk it begins at the menu", () =>
  expect(gone(lesson, "help", { status: "done" })).toBe("menu/start + help/only"));

test("a question that is left is remembered once, the latest last, and no more than twenty", () => {
  const trail = Array.from({ length: limits.trail }, (_, n) => `s${n}`);
  const left = (before: readonly string[]) => {
    const runs = runsOf(lesson).map((r, i) => (i === 1 ? { ...r, trail: [...before] } : r));
    const ctx = at(lesson, { runs });
    leave(ctx, { to: "state", state: "last" });
    return ctx.session.runs[1]?.trail;
  };
  expect(left([])).toEqual(["second"]);
  expect(left(["second", "first"])).toEqual(["first", "second"]);
  expect(left(trail)).toEqual([...trail.slice(1), "second"]);
});
