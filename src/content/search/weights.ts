/** How much each thing counts. Tuned by folds over sample questions, never by eye: see docs/decisions/0031-search.md. */
export type Weights = {
  readonly title: number;
  readonly phrases: number;
  readonly summary: number;
  readonly body: number;
  /** How soon a repeated word stops counting more (the k of BM25). */
  readonly soon: number;
  /** How much the length of a text is held against it (the b of BM25). */
  readonly length: number;
  readonly pair: number;
  /** What is left of a word that both wrote with marks, but with different ones. */
  readonly marked: number;
  /** What a phrase about getting stuck on the way counts, beside one that asks for the topic. */
  readonly aside: number;
  readonly everyday: number;
  /** Against one whole phrase of a topic, besides all its words together. */
  readonly likeness: number;
  readonly lesson: number;
  readonly foreign: number;
  /** From so like a phrase that staff attached on, it is that phrase asked again. */
  readonly attached: number;
  /** From so like on, it is those very words. */
  readonly same: number;
  /** So far ahead of the next page (a logarithm) the one that is named must be to be opened at once. */
  readonly ahead: number;
  /** So likely each half of a message must be about its page, before the message is taken for two matters. */
  readonly need: number;
  /** Below this the search says nothing rather than guess. */
  readonly confident: number;
  /** What the words of the pages count beside what was learnt from sample questions. */
  readonly pages: number;
  /** How much less sure the mixture is than it says: shares are brought nearer to how often they are right. */
  readonly temperature: number;
  /** So many times likelier than the best topic it must be about something else before nothing is named. */
  readonly elsewhere: number;
  /** Below this share nothing is named. */
  readonly likely: number;
  /** Below this share the topics are named as guesses. */
  readonly sure: number;
  /** From so near to a page that no sample question asks for (a lesson), its name was typed. */
  readonly named: number;
  /** A topic with less than this share is not named at all. */
  readonly worthNaming: number;
};

export const weights: Weights = {
  title: 3,
  phrases: 2,
  summary: 1.5,
  body: 0.4,
  soon: 1.2,
  length: 0.5,
  pair: 0.6,
  marked: 0.35,
  aside: 0.6,
  everyday: 0.12,
  likeness: 0.5,
  lesson: 0.65,
  foreign: 0.9,
  attached: 0.8,
  same: 0.95,
  ahead: 1,
  need: 0.7,
  confident: 0.22,
  pages: 5,
  temperature: 0.9,
  elsewhere: 1.7,
  likely: 0.05,
  sure: 0.4,
  named: 0.8,
  worthNaming: 0.0005,
};
