import { type Context, openContext } from "../../src/engine/context.ts";
import type { Facts } from "../../src/engine/facts.ts";
import type { Person } from "../../src/engine/person.ts";
import { newSession, type Run, type Session } from "../../src/engine/session.ts";
import { agreed, envAt, facts } from "./world.ts";

type Given = {
  readonly person?: Partial<Person>;
  readonly facts?: Partial<Facts>;
  readonly vars?: Run["vars"];
  readonly session?: Partial<Session>;
  readonly listen?: boolean;
  /** The flow being gone through; the menu unless it matters. */
  readonly flow?: string;
  readonly now?: number;
};

/** A sprint in the making, for what is looked up by name: guards, lists, changes. */
export const contextOf = ({
  person = {},
  facts: more = {},
  vars = {},
  session = {},
  listen = false,
  flow = "menu",
  now,
}: Given = {}): Context => {
  const run: Run = {
    flow,
    version: envAt().flow(flow)?.version ?? "",
    state: "start",
    at: 0,
    vars,
    trail: [],
  };
  const standing: Session = {
    ...newSession([run], 0),
    token: "t",
    ...session,
  };
  const env = envAt(now, { capabilities: { buttons: true, pictures: true, listen } });
  return openContext({ ...agreed, ...person }, standing, { ...facts, ...more }, env);
};
