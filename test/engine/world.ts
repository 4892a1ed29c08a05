import { expect } from "vitest";
import { type Library, loadLibrary } from "../../src/content/library.ts";
import { wordsOfLibrary } from "../../src/content/world.ts";
import type { Env } from "../../src/engine/context.ts";
import { openContext } from "../../src/engine/context.ts";
import type { Definition } from "../../src/engine/definition.ts";
import type { Event } from "../../src/engine/events.ts";
import { type Facts, noContacts, noFacts } from "../../src/engine/facts.ts";
import type { Resume } from "../../src/engine/input.ts";
import { type Person, stranger } from "../../src/engine/person.ts";
import { resume } from "../../src/engine/resume.ts";
import { type Run, Session } from "../../src/engine/session.ts";
import { advance, close, enter, type Sprint } from "../../src/engine/sprint.ts";
import { start } from "../../src/engine/start.ts";
import { cleaned } from "../../src/people/clean.ts";
import { vocabulary } from "../../src/product/vocabulary.ts";
import { inspect } from "../../src/scam/inspect.ts";
import { pasted } from "../../src/scam/pasted.ts";

export { flow } from "./flow.ts";

const loaded = loadLibrary(".");
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says.en}`).join("\n"));
/** The real flows and content, loaded once for all tests of the engine. */
export const library: Library = loaded.library;

export const day = 24 * 3_600_000;
export const noon = Date.UTC(2026, 10, 23, 5);

/** A commune that is plainly not a real one; its villages have names no other begins with. */
export const commune: Facts["commune"] = {
  code: "00000",
  name: "Xã Mẫu",
  province: "Tỉnh Mẫu",
  unit: "thôn",
  team: "Tổ công nghệ số cộng đồng",
  movement: "Bình dân học vụ số",
  villages: Array.from({ length: 30 }, (_, i) => ({
    id: `v${i + 1}`,
    name: `Thôn Mẫu ${i + 1}`,
    code: `THON${i + 1}`,
  })),
  languages: ["vi", "en"],
  publicUrl: "https://mau.example",
  contacts: noContacts,
  phrases: [],
};
export const facts: Facts = noFacts(commune);
export const agreed: Person = {
  ...stranger("p1"),
  consent: "yes",
  name: "Lan",
  village: "v1",
  audience: "resident",
  age: "65plus",
};

/** The world with a clock that stands still, ids that count, and chance that repeats. */
export const envAt = (now = noon, more: Partial<Env> = {}): Env => {
  let ids = 0;
  return {
    now,
    id: () => `id-${now}-${++ids}`,
    random: () => 0.5,
    flow: (id, version) => {
      const found = library.definitions.get(id);
      return version === undefined || found?.version === version ? found : undefined;
    },
    search: (text, { phrases }) => library.answer(text, phrases),
    inspect,
    pasted,
    within: library.within,
    urgent: library.urgent,
    hearing: library.hearing,
    sentences: wordsOfLibrary(library),
    vocabulary,
    cleaned,
    catalogue: library.catalogue,
    tracks: library.tracks,
    languages: library.languages.filter((l) => l.offered),
    words: (text, language) => library.words.say(text, language, fillins),
    capabilities: { buttons: true, pictures: true, listen: false },
    ...more,
  };
};

const fillins = {
  you: "bác",
  You: "Bác",
  who: "bác Lan",
  Who: "Bác Lan",
  team: commune.team,
  unit: "thôn",
  Unit: "Thôn",
  commune: commune.name,
};

/** An environment that knows these flows beside the real ones. A written flow's version is "t1" unless it says otherwise. */
export const withFlows = (flows: readonly Definition[], now = noon, more: Partial<Env> = {}): Env => {
  const env = envAt(now, more);
  return {
    ...env,
    flow: (id, version) => {
      const own = flows.filter((f) => f.id === id);
      return own.length > 0 ? own.find((f) => version === undefined || f.version === version) : env.flow(id, version);
    },
  };
};

export const lit = (text: string) => ({ ns: "app", key: "literal", args: { text } });

/** A talk under test: every turn goes through JSON, with frozen inputs, as after a restart of the server. */
export class Talk {
  session: Session;
  person: Person;
  events: readonly Event[] = [];
  segments: Sprint["segments"] = [];
  constructor(
    sprint: Sprint,
    public facts: Facts,
    public env: Env,
  ) {
    this.session = sprint.session;
    this.person = sprint.person;
    this.take(sprint);
  }
  private take(sprint: Sprint): this {
    this.session = Session.parse(JSON.parse(JSON.stringify(sprint.session)));
    this.person = JSON.parse(JSON.stringify(sprint.person));
    this.events = sprint.events;
    this.segments = sprint.segments;
    return this;
  }
  /** The same talk once more, from where it stands now: neither hears what the other is told. */
  fork(): Talk {
    const { session, person, events, segments } = this;
    const twin: Talk = Object.create(Talk.prototype); // the constructor would read the sprint anew
    return Object.assign(twin, { session, person, events, segments, facts: this.facts, env: this.env });
  }
  give(input: Resume, env = this.env): this {
    const sprint = resume(freeze(this.person), freeze(this.session), freeze(input), freeze(this.facts), env);
    if ("rejected" in sprint) throw new Error(`rejected: ${sprint.rejected}`);
    return this.take(sprint);
  }
  type(text: string, env = this.env): this {
    return this.give({ type: "text", text }, env);
  }
  press(key: string, env = this.env): this {
    return this.give({ type: "press", token: this.session.token, key }, env);
  }
  /** Where the person stands: `flow/state`, from the bottom. */
  get place(): string {
    return this.session.runs.map((r) => `${r.flow}/${r.state}`).join(" > ");
  }
  get top(): string {
    return this.session.runs.map((r) => `${r.flow}/${r.state}`).at(-1) ?? "";
  }
  get message(): Extract<Event, { type: "message" }> {
    const message = this.events.find((e) => e.type === "message");
    if (message?.type !== "message") throw new Error("nothing was said");
    return message;
  }
  /** The words said, in Vietnamese, one block a line. */
  get said(): string {
    return this.message.blocks
      .map((b) => ("text" in b ? this.env.words(b.text, this.person.language) : `[${b.kind}]`))
      .join("\n");
  }
  get keys(): readonly string[] {
    return this.message.choices.map((c) => c.key);
  }
  recorded(what: string): readonly Event[] {
    return this.events.filter((e) => e.type === "recorded" && e.what === what);
  }
}

export const begin = (
  person = agreed,
  known = facts,
  env = envAt(),
  trigger: Parameters<typeof start>[1] = { type: "hello" },
): Talk => new Talk(start(freeze(person), freeze(trigger), freeze(known), env), known, env);

/** A talk that stands at the first question of a flow. */
export const inFlow = (id: string, person = agreed, known = facts, env = envAt(), vars: Run["vars"] = {}): Talk => {
  const talk = begin(person, known, env);
  const definition = env.flow(id);
  if (!definition) throw new Error(`no flow ${id}`);
  const kind = /^(lesson|guide|safety):(.+)$/.exec(id);
  if (kind) return talk.give({ type: "open", code: { opens: kind[1] as "lesson", id: kind[2] ?? "" } }); // the pattern allows only these three
  const ctx = openContext(talk.person, talk.session, known, env);
  enter(ctx, id, vars);
  advance(ctx);
  return new Talk(close(ctx), known, env);
};

export const freeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
};

/** Every message names a way on: choices, words expected, or (after an end) the menu that any word opens. */
export const expectWayOut = (talk: Talk): void => {
  expect(
    talk.session.status === "done" || talk.message.choices.length > 0 || talk.message.expects === "text",
    `no way out at ${talk.place}`,
  ).toBe(true);
};
