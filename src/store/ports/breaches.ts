import type { Clean } from "../../kit/clean.ts";
import type { Seen } from "./audit.ts";

/** The record of breaches of personal data: written on the machine, read at the desk. */
export type BreachStore = {
  /** The newest first; of one commune also those that concern every commune. */
  breaches(commune: string | null): Promise<readonly Breach[]>;
  noteBreach(breach: Breach & BreachWords, by: Seen): Promise<void>;
  /** What is left out stays. `done` is added to. False: there is none of this id. */
  updateBreach(id: string, change: Partial<BreachChange>, by: Seen): Promise<boolean>;
};

export type Breach = BreachState & {
  readonly id: string;
  readonly commune: string | null;
  readonly found: number;
  readonly what: string;
  readonly data: string;
  /** One line a step. */
  readonly done: string;
};
export type BreachWords = { readonly what: Clean; readonly data: Clean; readonly done: Clean };
export type BreachState = {
  readonly people: number | null;
  readonly authorityTold: number | null;
  readonly peopleTold: number | null;
  readonly closed: number | null;
};
export type BreachChange = BreachState & { readonly done: Clean };
