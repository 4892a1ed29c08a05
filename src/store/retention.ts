/** How long things stay, in ms. */
export type Terms = {
  readonly inbox: number;
  readonly bodies: number;
  readonly unconsented: number;
  readonly learners: number;
  readonly questions: number;
  /** What is needed to part two phones again. */
  readonly joinings: number;
};
export type Swept = {
  readonly inbox: number;
  readonly bodies: number;
  readonly sessions: number;
  readonly names: number;
  readonly codes: number;
  readonly learners: number;
  readonly questions: number;
};

export type Retention = {
  /** Removes at most a few thousand rows of each kind; call again while anything comes back. */
  readonly sweep: (now: number, terms: Terms) => Promise<Swept>;
};
