import type { Kind } from "../people/terms.ts";

/** How long things stay, in ms. */
export type Terms = Readonly<Record<Kind, number>>;
/** How many rows of each kind went. */
export type Swept = {
  readonly inbox: number;
  readonly bodies: number;
  readonly sessions: number;
  readonly names: number;
  readonly codes: number;
  readonly learners: number;
  readonly strangers: number;
  readonly tickets: number;
  readonly questions: number;
  readonly staff: number;
  readonly log: number;
};

export type Retention = {
  /** Removes at most a few thousand rows of each kind; call again while anything comes back. */
  readonly sweep: (now: number, terms: Terms) => Promise<Swept>;
};
