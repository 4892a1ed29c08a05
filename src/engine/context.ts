import type { Block, Choice, Progress } from "./block.ts";
import type { Definition } from "./definition.ts";
import type { Env } from "./env.ts";
import type { Event, RecordName, Segment } from "./events.ts";
import type { Facts } from "./facts.ts";
import { localWorld } from "./local.ts";
import type { Person } from "./person.ts";
import type { Run, Session, Var } from "./session.ts";
import type { Text } from "./text.ts";

/** One sprint in the making: copies that may be changed, and what has come of it so far. Never outlives the call. */
export type Context = {
  readonly env: Env;
  readonly facts: Facts;
  person: Person;
  session: Session;
  readonly token: string;
  readonly events: Event[];
  readonly segments: Segment[];
  blocks: Block[];
  choices: Choice[];
  progress: Progress | undefined;
  echo: Text | undefined;
  expects: "choice" | "text" | "nothing";
  /** What the variables of a run fill into texts, worked out once while they stay the same. */
  filled: { readonly vars: Run["vars"]; readonly args: NonNullable<Text["args"]> } | null;
};

export const open = (person: Person, session: Session, facts: Facts, env: Env): Context => ({
  env: localWorld(env, facts.commune),
  facts,
  person,
  session: { ...session, runs: session.runs.map(copyRun), bookmarks: [...session.bookmarks] },
  token: env.id(),
  events: [],
  segments: [],
  blocks: [],
  choices: [],
  progress: undefined,
  echo: undefined,
  expects: "nothing",
  filled: null,
});

export const copyRun = (run: Run): Run => ({ ...run, trail: [...run.trail] });

/** Sets a variable of a run. Variables are replaced, never changed, so that what was worked out from them can be kept. */
export const keep = (run: Run, name: string, value: Var): void => {
  run.vars = { ...run.vars, [name]: value };
};

/** The flow being gone through now. There is always one: a session without runs is a bug, not a case. */
export const top = (ctx: Context): Run => {
  const run = ctx.session.runs.at(-1);
  if (!run) throw new Error("a session without runs");
  return run;
};

export const change = (ctx: Context, changes: Partial<Person>): void => {
  const real = Object.fromEntries(Object.entries(changes).filter(([k, v]) => ctx.person[k as keyof Person] !== v)); // keys of a Partial<Person> are keys of Person
  if (Object.keys(real).length === 0) return;
  ctx.person = { ...ctx.person, ...real };
  ctx.events.push({ type: "person-changed", changes: real });
};

/** Puts a fact on record. The turn drops it for people who did not agree to be remembered. */
export const record = (ctx: Context, what: RecordName, ref: string | null, data: Record<string, Var> = {}): void => {
  ctx.events.push({ type: "recorded", what, ref, data });
};

/** The definition a run stands on: the version it began with, for as long as that version is kept. */
export const flowOf = (ctx: { readonly env: Env }, run: Run): Definition | undefined =>
  ctx.env.flow(run.flow, run.version);
