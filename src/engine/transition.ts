import { z } from "zod";
import type { Var } from "./session.ts";

/** Where to go next. One of them at most; none means "the next step". */
export const Transition = {
  goto: z.string().optional(),
  /** A flow id, or `$name` for one held in a variable. The flow comes back to the next step. */
  call: z.string().optional(),
  /** A page opened beside the question: when it is over, the same question comes again. */
  visit: z.string().optional(),
  return: z.union([z.string(), z.literal(true)]).optional(),
  end: z.literal(true).optional(),
};
const Shape = z.object(Transition);
export type Transition = z.infer<typeof Shape>;

export type Outcome =
  | { readonly to: "next" }
  | { readonly to: "state"; readonly state: string }
  | {
      readonly to: "call";
      readonly flow: string;
      readonly vars?: Readonly<Record<string, Var>>;
      /** Nothing was answered: the question stays open below. */
      readonly stays?: true;
    }
  | { readonly to: "back"; readonly result: string | null }
  | { readonly to: "wait" }
  /** The step cannot be done: the flow is wrong. */
  | { readonly to: "failed"; readonly why: string }
  | { readonly to: "end" };

export const next: Outcome = { to: "next" };

/** The outcome a transition names; `next` when it names none. */
export const follow = (t: Transition): Outcome =>
  t.goto !== undefined
    ? { to: "state", state: t.goto }
    : t.call !== undefined
      ? { to: "call", flow: t.call }
      : t.visit !== undefined
        ? { to: "call", flow: t.visit, stays: true }
        : t.return !== undefined
          ? { to: "back", result: t.return === true ? null : t.return }
          : t.end
            ? { to: "end" }
            : next;
