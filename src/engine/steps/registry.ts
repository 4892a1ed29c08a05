import type { Context } from "../context.ts";
import type { Step } from "../definition/steps.ts";
import type { Outcome } from "../transition.ts";
import { ask } from "./ask.ts";
import { call } from "./call.ts";
import { choose } from "./choose.ts";
import { chosen } from "./chosen.ts";
import { end } from "./end.ts";
import { goto } from "./goto.ts";
import { handOff } from "./hand-off.ts";
import { missed } from "./missed.ts";
import { record } from "./record.ts";
import { remind } from "./remind.ts";
import { returns } from "./return.ts";
import { say } from "./say.ts";
import { set } from "./set.ts";
import { when } from "./when.ts";

type Handlers = {
  readonly [K in Step["kind"]]: (step: Extract<Step, { kind: K }>, ctx: Context) => Outcome;
};

/** One handler a kind; a missing or surplus one does not compile. */
export const steps = {
  say,
  choose,
  ask,
  set,
  when,
  goto,
  call,
  return: returns,
  record,
  remind,
  "hand-off": handOff,
  missed,
  chosen,
  end,
} satisfies Handlers;

/** Runs a step by its kind. The cast is safe: `steps` was just proven to hold, for each kind, a handler of that kind. */
export const runStep = (step: Step, ctx: Context): Outcome =>
  (steps[step.kind] as (s: Step, c: Context) => Outcome)(step, ctx);
