import { z } from "zod";

/** What the search knows about how people write: `content/search/lexicon.yaml`. Forms keep their diacritics here; the reader decides when they count. */
export const Lexicon = z.strictObject({
  short: z.record(z.string(), z.string()),
  same: z.array(z.array(z.string()).min(2)),
  everyday: z.string().transform((words) => words.trim().split(/\s+/)),
  foreign: z.record(z.string(), z.array(z.string()).min(1)),
  /** How people ask for a human being. */
  person: z.array(z.string()).default([]),
  /** Words that join two matters in one message. */
  joins: z.array(z.string()).default([]),
  /** Topics that lessons teach, by their lessons, and topics of which another is a finer part. */
  taught: z.record(z.string(), z.array(z.string())).default({}),
});
export type Lexicon = z.infer<typeof Lexicon>;

/** A house without a lexicon still searches, by the words alone. */
export const noLexicon: Lexicon = { short: {}, same: [], everyday: [], foreign: {}, person: [], joins: [], taught: {} };
