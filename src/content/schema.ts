import { z } from "zod";
import { audiences } from "../engine/person.ts";
import { Bilingual } from "../kit/bilingual.ts";
import { groupOrder } from "../product/guide-groups.ts";
import { Card } from "./card.ts";
import { Confidence, Day, Owner } from "./provenance.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "an id is lower-case letters, digits and hyphens");
export const Code = z.string().regex(/^[A-Z]{2,6}\d{1,3}$/);

const Source = z.strictObject({
  id: Id,
  title: z.string().min(1),
  url: z.url().optional(),
  /** When the source was published, as far as it says: `2025`, `2025-12` or `2025-12-04`. */
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  checked_on: Day,
  confidence: Confidence,
});

/** What every piece of content carries, so that no one acts on a fact nobody owns. */
const Provenance = {
  owner: Owner,
  sources: z.array(Source).min(1),
  review_by: Day,
};

const Note = z.strictObject({ tone: z.enum(["safe", "info", "warn", "danger"]), text: Bilingual });

/** One screen: one idea, one action. `keys` are the numbered things on the card; at most one `tap`. */
const Screen = {
  id: Id,
  title: Bilingual,
  /** Plain words, under 20 words a sentence; `{{you}}` / `{{You}}` is the form of address, `**bold**` is a label exactly as on the screen. */
  say: Bilingual.optional(),
  keys: z
    .array(z.strictObject({ text: Bilingual, tap: z.boolean().optional() }))
    .max(5)
    .default([]),
  card: Card.optional(),
  note: Note.optional(),
  /** Ids of the sources this screen's facts stand on. Empty only where nothing factual is said. */
  sources: z.array(Id).default([]),
};

const QuizItem = z.strictObject({
  id: Id,
  ask: Bilingual,
  options: z
    .array(
      z.strictObject({
        text: Bilingual,
        right: z.boolean().optional(),
        /** Said when this wrong option is chosen: why it is not right, without shaming. */ why: Bilingual.optional(),
      }),
    )
    .min(2)
    .max(4),
  /** Why the right answer is right. */
  why: Bilingual,
  /** One sentence to remember. */
  remember: Bilingual.optional(),
  sources: z.array(Id).default([]),
});

export const Lesson = z.strictObject({
  spec: z.literal(1),
  kind: z.literal("lesson"),
  id: Id,
  title: Bilingual,
  summary: Bilingual,
  track: Id,
  order: z.number().int().min(1),
  /** Typed into any chat to open it: BAI1. */
  code: Code,
  minutes: z.number().int().min(2).max(15),
  ...Provenance,
  steps: z.array(z.strictObject(Screen)).min(3).max(7),
  quiz: z.strictObject({
    /** How many right at the first try pass. */ pass: z.number().int().min(1),
    items: z.array(QuizItem).min(3).max(5),
  }),
  /** The procedures this lesson leads to. */
  see_also: z.array(Id).default([]),
  search: z.array(z.string()).default([]),
});
export type Lesson = z.infer<typeof Lesson>;

const Stuck = z.strictObject({
  id: Id,
  label: Bilingual,
  /** What to try, one action. */ answer: Bilingual,
  /** The step that helps instead of this one: whoever only forgot the passcode must not be led through a new password. */
  then: Id.optional(),
  sources: z.array(Id).default([]),
});

/** What the menu groups guides by. */
const GuideGroup = z.enum(["vneid", ...groupOrder]);

export const Guide = z.strictObject({
  spec: z.literal(1),
  kind: z.literal("guide"),
  id: Id,
  group: GuideGroup,
  /** The only province it serves, as communes write it: it is neither listed nor found anywhere else. */
  only_in: z.string().min(1).optional(),
  title: Bilingual,
  summary: Bilingual,
  code: Code,
  minutes: z.number().int().min(2).max(40),
  ...Provenance,
  /** True where a cheerful word at the end would hurt: after registering a death. */
  quiet: z.boolean().default(false),
  /** What to have ready before starting. */
  prepare: z.array(Bilingual).min(1).max(6),
  /** Who must go in person, or that it is done at home. */
  in_person: Bilingual,
  steps: z
    .array(z.strictObject({ ...Screen, stuck: z.array(Stuck).max(4).default([]) }))
    .min(2)
    .max(9),
  /** Said after the last step. A fee or time always names its date and source; unknown ones send the person to ask. */
  after: z.strictObject({
    next: Bilingual,
    fee: Bilingual,
    /** The fee is set province by province: staff enter what holds in their commune, and `fee` is said until they do. */
    local_fee: z.boolean().default(false),
    time: Bilingual,
    ask: Bilingual,
  }),
  see_also: z.array(Id).default([]),
  search: z.array(z.string()).default([]),
});
export type Guide = z.infer<typeof Guide>;

export const Safety = z.strictObject({
  spec: z.literal(1),
  kind: z.literal("safety"),
  id: Id,
  title: Bilingual,
  summary: Bilingual,
  code: Code,
  ...Provenance,
  /** Signs to recognise it by. */
  recognise: z.array(Bilingual).max(6).default([]),
  truth: Bilingual.optional(),
  /** What to do now, in this order, one action a screen. */
  do_now: z
    .array(z.strictObject({ ...Screen, call: z.strictObject({ label: Bilingual, number: z.string() }).optional() }))
    .min(1)
    .max(7),
  /** True where money may be leaving right now: it is offered first, never behind a lesson. */
  urgent: z.boolean().default(false),
  see_also: z.array(Id).default([]),
  search: z.array(z.string()).default([]),
});
export type Safety = z.infer<typeof Safety>;

export const Track = z.strictObject({
  spec: z.literal(1),
  kind: z.literal("track"),
  id: Id,
  title: Bilingual,
  /** Whom it is offered to in the menu; nobody named means everybody. `team`: members of the community team. */
  audiences: z.array(z.enum([...audiences, "team"])).default([]),
  /** Lessons that must be passed for the track to be complete, in order. */
  lessons: z.array(Id).min(1),
  /** Printed on the certificate: what a person who finished can do. */
  can_do: z.array(Bilingual).max(4),
});
export type Track = z.infer<typeof Track>;

export const Content = z.discriminatedUnion("kind", [Lesson, Guide, Safety, Track]);
export type Content = z.infer<typeof Content>;
