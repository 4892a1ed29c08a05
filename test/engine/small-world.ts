import type { Env, Vocabulary } from "../../src/engine/context.ts";
import type { Definition } from "../../src/engine/definition.ts";
import type { Event } from "../../src/engine/events.ts";
import { type Facts, noContacts, noFacts } from "../../src/engine/facts.ts";
import type { Resume } from "../../src/engine/input.ts";
import { type Person, stranger } from "../../src/engine/person.ts";
import { type Rejected, resume } from "../../src/engine/resume.ts";
import { newSession, type Run, type Session } from "../../src/engine/session.ts";
import type { Sprint } from "../../src/engine/sprint.ts";
import { cleaned } from "../../src/people/clean.ts";
import { entryFlows } from "../../src/product/entry-flows.ts";
import { openCode } from "../../src/product/open-code.ts";
import { hearing } from "../spoken.ts";
import { flow } from "./flow.ts";

/** A world of a few one-question flows, without the contents: what the engine does by itself is read off it at a glance. */
const t = (key: string) => ({ ns: "t", key });
const say = (key: string) => ({ kind: "say", text: t(key) });
const choose = (...options: readonly (string | { readonly id: string })[]) => ({
  kind: "choose",
  options: options.map((o) => ({
    label: t(typeof o === "string" ? o : o.id),
    ...(typeof o === "string" ? { id: o, return: "done" } : o),
  })),
});
const ask = (accept: string) => ({
  kind: "ask",
  as: "said",
  accept,
  retry: t("retry"),
  skip: { label: t("skip"), goto: "skipped" },
});
const page = (kind: Definition["kind"], id: string, states: Record<string, readonly unknown[]>): Definition => ({
  ...flow(id, states),
  kind,
  title: t(id),
});

/** A lesson of two steps and a quiz's question; a guide; a form for each thing one may be asked to write. */
const flows: readonly Definition[] = [
  flow("menu", { start: [say("menu"), choose({ id: "learn", call: "lesson:one" } as { id: string }, "other")] }),
  page("lesson", "lesson:one", {
    first: [say("first"), choose({ id: "next", goto: "second" } as { id: string })],
    second: [say("second"), choose({ id: "next", goto: "last" } as { id: string }, "stay")],
    last: [say("last"), choose("over")],
  }),
  page("lesson", "lesson:two", { only: [say("two"), choose("over")] }),
  page("guide", "guide:g", { only: [say("g"), choose("over")] }),
  ...["name", "village", "words", "message"].map((accept) =>
    flow(`form:${accept}`, {
      ask: [say("asked"), ask(accept), say("thanks"), choose("fine")],
      skipped: [say("skipped"), choose("fine")],
    }),
  ),
  flow("pictured", { only: [{ ...say("card"), card: { id: "c", alt: t("c") } }, choose("fine")] }),
  ...Object.values(entryFlows)
    .filter((id) => id !== "menu")
    .map((id) => flow(id, { only: [say(id), choose("ok")] })),
];

export const noon = Date.UTC(2026, 10, 23, 5);
export const hour = 3_600_000;
export const facts: Facts = noFacts({
  code: "00000",
  name: "Xã Mẫu",
  province: "Tỉnh Mẫu",
  unit: "thôn",
  team: "Tổ",
  movement: "Bình dân học vụ số",
  villages: [{ id: "v1", name: "Thôn Mẫu Một", code: "THON1" }],
  languages: ["vi"],
  publicUrl: "https://mau.example",
  contacts: noContacts,
  phrases: [],
});
export const agreed: Person = { ...stranger("p1"), consent: "yes", name: "Lan", age: "65plus" };

const vocabulary: Vocabulary = {
  guards: {},
  lists: {},
  readers: {},
  values: {},
  fills: () => ({}),
  flows: entryFlows,
  openCode,
  help: (kind) => ({ numbers: kind === "fire" ? ["114"] : ["115"], adds: [] }),
};

export const smallEnv = (more: Partial<Env> = {}): Env => ({
  now: noon,
  id: () => "new-token",
  random: () => 0.5,
  flow: (id, version) => {
    const found = flows.find((f) => f.id === id);
    return version === undefined || found?.version === version ? found : undefined;
  },
  search: () => ({ found: [], sure: false, person: false, readable: true }),
  inspect: () => ({ level: "no-sign", signs: [] }),
  pasted: () => false,
  within: () => null,
  urgent: () => null,
  hearing,
  sentences: () => 0,
  vocabulary,
  cleaned,
  catalogue: [],
  tracks: [],
  languages: [],
  words: (text) => text.key,
  capabilities: { buttons: true, pictures: true, listen: false },
  ...more,
});

/** `lesson:one/second`, standing at its question; `+` puts one over the other. */
export const runsOf = (place: string, vars: Run["vars"] = {}): Run[] =>
  place.split(" + ").map((one, i, all) => {
    const [id = "", state = ""] = one.split("/");
    const steps = flows.find((f) => f.id === id)?.states[state]?.steps ?? [];
    const at = steps.findIndex((s) => s.kind === "choose" || s.kind === "ask");
    return { flow: id, version: "t1", state, at: Math.max(0, at), vars: i === all.length - 1 ? vars : {}, trail: [] };
  });

export type Given = {
  readonly at?: string;
  readonly vars?: Run["vars"];
  readonly session?: Partial<Session>;
  readonly person?: Partial<Person>;
  readonly facts?: Partial<Facts>;
  readonly env?: Partial<Env>;
};

export const sessionAt = ({ at = "menu/start", vars = {}, session = {} }: Given): Session => {
  const runs = runsOf(at, vars);
  const top = runs.at(-1);
  const step = flows.find((f) => f.id === top?.flow)?.states[top?.state ?? ""]?.steps[top?.at ?? 0];
  const shown = step?.kind === "choose" ? step.options.map((o, i) => ({ n: i + 1, key: o.id })) : [{ key: "skip" }];
  return {
    ...newSession(runs, noon - 1),
    token: "old-token",
    wait: { kind: step?.kind === "ask" ? "ask" : "choose", page: 0, shown },
    ...session,
  };
};

/** One input at one place, and what comes of it, as short as it can be read. */
export const resumed = (input: Resume, given: Given = {}): Rejected | After => {
  const sprint = resume(
    { ...agreed, ...given.person },
    sessionAt(given),
    input,
    { ...facts, ...given.facts },
    smallEnv(given.env),
  );
  return "rejected" in sprint ? sprint : readOff(sprint);
};

export const came = (input: Resume, given: Given = {}): After => {
  const result = resumed(input, given);
  if ("rejected" in result) throw new Error(result.rejected);
  return result;
};

export type After = ReturnType<typeof readOff>;
const readOff = ({ session, person, events }: Sprint) => {
  const message = events.find((e): e is Extract<Event, { type: "message" }> => e.type === "message");
  return {
    place: session.runs.map((r) => `${r.flow}/${r.state}`).join(" + "),
    said: message?.blocks.map((b) => ("text" in b ? b.text.key : b.kind)) ?? [],
    keys: message?.choices.map((c) => c.key) ?? [],
    events: events.filter((e) => e.type !== "message"),
    vars: session.runs.at(-1)?.vars ?? {},
    message,
    session,
    person,
  };
};
