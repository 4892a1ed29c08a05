import type { Block, Choice, ChoiceStyle, Progress } from "./block.ts";
import type { Definition } from "./definition.ts";
import type { World } from "./env.ts";
import type { Event, Segment } from "./events.ts";
import type { Asked, CodeMeaning, Facts } from "./facts.ts";
import type { Person } from "./person.ts";
import { worldOfProvince } from "./province-world.ts";
import type { Recorded } from "./records.ts";
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
  /** What was understood of words that could mean something else: said back unless it is plain to see, with a way to change it. */
  heard: { readonly says?: Text; readonly undo: Text } | undefined;
  expects: "choice" | "text" | "nothing";
  /** What must be counted before this sprint is any good; it is then run again from its beginning. */
  asks: Asked | null;
  /** What the variables of a run fill into texts, worked out once while they stay the same. */
  filled: { readonly vars: Run["vars"]; readonly args: NonNullable<Text["args"]> } | null;
};

/** One thing a list offers. */
export type Entry = {
  readonly id: string;
  readonly label: Text;
  readonly small?: Text | undefined;
  readonly words?: readonly string[] | undefined;
  readonly style?: ChoiceStyle | undefined;
};

/** The flows any conversation needs, by the reason the engine goes into them. */
type HouseFlows = Readonly<
  Record<
    "menu" | "onboarding" | "welcomeBack" | "who" | "person" | "help" | "stop" | "language" | "found" | "notUnderstood",
    string
  >
>;

/** What this product teaches, keeps and promises, where the engine still goes by itself (docs/decisions/0089). */
type ProductFlows = Readonly<
  Record<
    | "data"
    | "download"
    | "assessment"
    | "reviewWish"
    | "review"
    | "pushed"
    | "linkUndo"
    | "ticket"
    | "talk"
    | "looked"
    | "moneyGone",
    string
  >
>;

export type EntryFlows = HouseFlows & ProductFlows;

/** What the flows of a product may name. It is handed to the engine, which looks names up and knows none of them. */
export type Vocabulary = {
  /** Questions about the world: `when: { is: … }`. */
  readonly guards: Readonly<Record<string, (ctx: Context) => boolean>>;
  /** Lists of the world a question may offer: `from: …`. */
  readonly lists: Readonly<Record<string, (ctx: Context) => readonly Entry[]>>;
  /** What a sentence says at a question over such a list, by its name: the id of an entry. */
  readonly readers: Readonly<Record<string, (text: string, ctx: Context) => string | null>>;
  /** Values a flow may set: `to: "@…"`. */
  readonly values: Readonly<Record<string, (ctx: Context) => Var>>;
  /** Whom to call when a life is in danger: the numbers for what happened, and those the commune adds. */
  readonly help: (
    kind: string,
    ctx: Context,
  ) => {
    readonly numbers: readonly string[];
    readonly adds: readonly { readonly phone: string; readonly label: Text }[];
  };
  /** What texts are filled with besides the variables of their flow. */
  readonly fills: (ctx: Context) => NonNullable<Text["args"]>;
  readonly flows: EntryFlows;
  /** Opens what a code names. False when nothing was entered, so that the present question is to be asked again. */
  readonly openCode: (ctx: Context, code: CodeMeaning) => boolean;
};

/** All that a sprint is given besides the person, the session and the facts. */
export type Env = World & { readonly vocabulary: Vocabulary };

export const openContext = (person: Person, session: Session, facts: Facts, env: Env): Context => ({
  env: worldOfProvince(env, facts.commune),
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
  heard: undefined,
  expects: "nothing",
  asks: null,
  filled: null,
});

export const copyRun = (run: Run): Run => ({ ...run, trail: [...run.trail] });

/** Sets a variable of a run. Variables are replaced, never changed, so that what was worked out from them can be kept. */
export const setVar = (run: Run, name: string, value: Var): void => {
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
export const putOnRecord = (ctx: Context, fact: Recorded): void => {
  ctx.events.push({ type: "recorded", ...fact });
};

/** The definition a run stands on: the version it began with, for as long as that version is kept. */
export const flowOf = (ctx: { readonly env: Env }, run: Run): Definition | undefined =>
  ctx.env.flow(run.flow, run.version);

/** Whether a guard holds. A name the product has no longer holds nowhere: only a kept version can still say it. */
export const holds = (ctx: Context, guard: string): boolean => ctx.env.vocabulary.guards[guard]?.(ctx) ?? false;

/** The entries of a list of the world. */
export const listed = (ctx: Context, list: string): readonly Entry[] => ctx.env.vocabulary.lists[list]?.(ctx) ?? [];
