import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { steps } from "../../src/engine/steps/registry.ts";
import { agreed, facts, flow, inFlow, type Talk, withFlows } from "./world.ts";

/** One step kind at work: a small flow, what is typed or pressed in it, and what must come of it. */
const Expected = z.strictObject({
  events: z.array(z.looseObject({})).optional(),
  segments: z.array(z.looseObject({})).optional(),
  session: z.looseObject({}).optional(),
  person: z.looseObject({}).optional(),
});
const Fixture = z.strictObject({
  about: z.string(),
  person: z.looseObject({}).default({}),
  facts: z.looseObject({}).default({}),
  states: z.record(z.string(), z.array(z.unknown())),
  first: Expected.optional(),
  turns: z.array(z.union([z.strictObject({ type: z.string() }), z.strictObject({ press: z.string() })])).default([]),
  expect: Expected,
});

const dir = "test/engine/steps";

test.each(Object.keys(steps))("%s", (kind) => {
  const file = `${dir}/${kind}.yaml`;
  expect(existsSync(file), `${kind} has no fixture ${file}`).toBe(true);
  const f = Fixture.parse(parse(readFileSync(file, "utf8")));
  expect(JSON.stringify(f.states)).toContain(`"kind":"${kind}"`);
  const talk = inFlow(
    "probe",
    { ...agreed, ...f.person },
    { ...facts, ...f.facts },
    withFlows([flow("probe", f.states)]),
  );
  if (f.first) holds(talk, f.first);
  for (const turn of f.turns) "type" in turn ? talk.type(turn.type) : talk.press(turn.press);
  holds(talk, f.expect);
});

test("no fixture is left of a kind that is gone", () => {
  expect(readdirSync(dir).filter((f) => !(f.replace(".yaml", "") in steps))).toEqual([]);
});

const holds = (talk: Talk, { events, segments, session, person }: z.infer<typeof Expected>): void => {
  if (session) expect(talk.session).toMatchObject(session);
  if (person) expect(talk.person).toMatchObject(person);
  if (segments) expect(talk.segments).toEqual(segments);
  for (const event of events ?? []) expect(talk.events).toContainEqual(expect.objectContaining(deep(event)));
};

/** A matcher that asks only for what the fixture names, at every depth. */
const deep = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([k, v]) => [k, Array.isArray(v) ? v.map(part) : part(v)]));
const part = (v: unknown): unknown =>
  Array.isArray(v)
    ? v.map(part)
    : typeof v === "object" && v !== null
      ? expect.objectContaining(deep(v as Record<string, unknown>))
      : v; // a YAML map
