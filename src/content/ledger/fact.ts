import { z } from "zod";
import { Bilingual } from "../../kit/bilingual.ts";
import { Confidence, Day, Owner } from "../provenance.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "an id is lower-case letters, digits and hyphens");

/** What a number counts, or what else a fact is. */
const units = [
  "dong",
  "percent",
  "years-old",
  "years",
  "months",
  "days",
  "working-days",
  "hours",
  "working-hours",
  "day",
  "phone",
  "site",
  "label",
  "code",
  "law",
  "none",
] as const;

/** Where a fact stands. Without a day of publication nobody can tell whether it is old, so it is never `cao`. */
const Source = z
  .strictObject({
    document: z.string().min(1),
    article: z.string().optional(),
    address: z.url().optional(),
    published: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .optional(),
    checked_on: Day,
    confidence: Confidence,
  })
  .refine((s) => s.confidence !== "cao" || s.published !== undefined, {
    message: "a source without a day of publication is not “cao”",
    path: ["confidence"],
  });

/** What holds in one stretch of time, both days included. Left open, it began before anybody asked, or goes on. */
const Held = z.strictObject({
  valid_from: Day.optional(),
  valid_until: Day.optional(),
  says: Bilingual,
  value: z.union([z.string(), z.number(), z.array(z.number()).min(2)]),
  unit: z.enum(units),
  source: Source,
});
export type Held = z.infer<typeof Held>;

/** One thing that is asserted to people, once, with its days. Texts point to it: `{{fact:area/id}}`. */
export const Fact = z.strictObject({
  id: Id,
  about: Bilingual,
  applies_to: Bilingual,
  owner: Owner,
  review_by: Day,
  /** Said instead of what nobody vouches for any more. It asserts nothing and says where to ask. */
  safe: Bilingual,
  /** Said past its day of review too: an emergency number of three digits, which nobody may be left without. */
  lasting: z.literal(true).optional(),
  /** Oldest first: what follows a stretch is what holds after it. */
  holds: z.array(Held).min(1),
});
export type Fact = z.infer<typeof Fact>;

export const FactFile = z.strictObject({ spec: z.literal(1), area: Id, facts: z.array(Fact).min(1) });
export type FactFile = z.infer<typeof FactFile>;
