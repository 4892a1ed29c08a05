import type { Library } from "../content/library.ts";
import { createWorld } from "../content/world.ts";
import type { Event } from "../engine/events.ts";
import type { Facts } from "../engine/facts.ts";
import type { Resume } from "../engine/input.ts";
import type { Person } from "../engine/person.ts";
import { resume } from "../engine/resume.ts";
import type { Sprint } from "../engine/sprint.ts";
import { inspect } from "../scam/inspect.ts";
import { beginFlow } from "./begin-flow.ts";
import { type Someone, someones } from "./sample-people.ts";

/** One message a person can come to, and where they then stand. */
export type Scene = {
  readonly flow: string;
  readonly state: string;
  readonly said: Extract<Event, { type: "message" }>;
  readonly failed: string | null;
  readonly person: Person;
  readonly facts: Facts;
};

/**
 * Goes with the real engine through everything that can be chosen, from the beginning of every flow, as several kinds
 * of people; `only` some of the flows, as far as one stands in them. What is met is exactly what people will be shown; a place seen before is not gone through again.
 */
export const walk = (library: Library, only: ReadonlySet<string> | null = null): readonly Scene[] => {
  const within = (flow: string | undefined): boolean => only === null || (flow !== undefined && only.has(flow));
  const scenes = new Map<string, Scene>();
  for (const who of someones(library)) {
    const env = createWorld(library, [], chance()).env(0, { buttons: true, pictures: true, listen: false });
    const seen = new Set<string>();
    const todo: Sprint[] = [...library.definitions.values()]
      .filter((d) => within(d.id))
      .map((d) => beginFlow(d, who, env));
    for (let sprint = todo.pop(); sprint; sprint = todo.pop()) {
      const where = standing(sprint);
      note(scenes, sprint, who);
      if (seen.has(where) || sprint.session.status === "done" || !within(sprint.session.runs.at(-1)?.flow)) continue;
      seen.add(where);
      for (const input of inputs(sprint)) {
        const next = resume(sprint.person, sprint.session, input, who.facts, env);
        if (!("rejected" in next)) todo.push(next);
      }
    }
  }
  return [...scenes.values()];
};

/** Everything shown is pressed once. A question for words gets an answer that fits, and is left without one. */
const inputs = ({ events, session }: Sprint): readonly Resume[] => {
  const said = events.find((e) => e.type === "message");
  if (said?.type !== "message") return [];
  const presses = said.choices.map((c): Resume => ({ type: "press", token: session.token, key: c.key }));
  return said.expects === "text" ? [...presses, { type: "text", text: "Lan" }] : presses;
};

/** The same question with the same things under it and shown is the same place, whichever way one came. */
const standing = ({ session, person, events }: Sprint): string => {
  const said = events.find((e) => e.type === "message");
  const shown = session.wait?.shown.map((s) => s.key).join();
  // Whichever page one was opened from: one is gone back to as from any other.
  const stack = session.runs
    .slice(-2)
    .map((r, i, two) => (i === 0 && two.length > 1 && r.flow.includes(":") ? "page" : `${r.flow}/${r.state}@${r.at}`));
  return [...stack, shown, person.optedOut, person.consent, said?.type === "message" && said.blocks.length].join(" ");
};

const note = (scenes: Map<string, Scene>, { events, session, person }: Sprint, { facts }: Someone): void => {
  const run = session.runs.at(-1);
  const said = events.find((e) => e.type === "message");
  const failed = events.find((e) => e.type === "failed");
  if (!run) return;
  const message = said?.type === "message" ? said : session.status === "waiting" ? silence : null;
  if (!message) return;
  const scene = {
    flow: run.flow,
    state: run.state,
    said: message,
    failed: failed?.type === "failed" ? failed.reason : null,
    person,
    facts,
  };
  scenes.set(JSON.stringify([run.flow, run.state, message.blocks, message.choices]), scene);
};

/** A question that said nothing and offered nothing: the engine sends no message, so it is put here to be refused. */
const silence = { type: "message", blocks: [], choices: [], expects: "choice" } as const;

const chance = () => {
  let n = 0;
  return { inspect, id: () => `${String(++n).padStart(8, "0")}-0000-4000-8000-000000000000`, random: () => 0.5 };
};
