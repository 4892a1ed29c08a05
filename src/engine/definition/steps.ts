import { z } from "zod";
import { Tone } from "../block.ts";
import { recordNames } from "../records.ts";
import { Text } from "../text.ts";
import { Transition } from "../transition.ts";

/** What a typed answer may be. */
export const acceptNames = ["name", "village", "words", "message"] as const;
export type Accept = (typeof acceptNames)[number];

/** What a flow may change of a person. */
export const changeNames = [
  "name",
  "you",
  "language",
  "village",
  "audience",
  "age",
  "consent",
  "review",
  "opted-out",
] as const;
export type ChangeName = (typeof changeNames)[number];

/**
 * The steps a flow is made of. `guard` and `list` say which names of the world a product has; the engine itself runs
 * any, and looks them up when it comes to them.
 */
export const stepOf = <Guard extends z.ZodType<string>, List extends z.ZodType<string>>(guard: Guard, list: List) =>
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("say"),
      /** Says it only where this holds; otherwise the step is passed over. */
      if: guard.optional(),
      progress: z
        .strictObject({
          unit: z.enum(["step", "question"]),
          /** A number, or `$name` where only the flow that calls knows it. */
          at: z.union([z.number(), z.string()]),
          of: z.union([z.number(), z.string()]),
          title: Text,
          /** Which of how many messages of the same step. */
          part: z.strictObject({ at: z.number(), of: z.number() }).optional(),
        })
        .optional(),
      title: Text.optional(),
      text: Text.optional(),
      question: Text.optional(),
      feedback: z.strictObject({ right: z.boolean(), text: Text }).optional(),
      card: z.strictObject({ id: z.string(), alt: Text }).optional(),
      /** A point with `when` is told only if that holds; `mark` is the letter of its place on the card. */
      keys: z
        .array(
          z.strictObject({
            text: Text,
            tap: z.boolean().optional(),
            mark: z.string().optional(),
            when: guard.optional(),
          }),
        )
        .optional(),
      /** A list of the world, told as points instead of offered. */
      listed: list.optional(),
      note: z.strictObject({ tone: Tone, text: Text }).optional(),
      /** Shows the certificate whose code is in this variable. */
      certificate: z.strictObject({ code: z.string(), alt: Text }).optional(),
    }),
    z.strictObject({
      kind: z.literal("choose"),
      as: z.string().optional(),
      options: z
        .array(
          z.strictObject({
            id: z.string(),
            label: Text,
            small: Text.optional(),
            style: z.enum(["main", "plain", "quiet", "alarm", "resume"]).optional(),
            icon: z.string().optional(),
            /** A number to call; `@commune` is the one staff entered. */
            phone: z.string().optional(),
            url: z.string().optional(),
            /** Other words people say for it, spaces for words, compared without diacritics. */
            words: z.array(z.string()).optional(),
            /** Shown only if this holds. */
            when: guard.optional(),
            ...Transition,
          }),
        )
        .default([]),
      /** A list of the world (villages, lessons …) put before the options; a chosen entry is kept in `as` and leads to `each`. */
      from: list.optional(),
      each: z.strictObject(Transition).optional(),
      /** Also offered as a visible choice with its reserved number: 9, a person. */
      person: z.boolean().optional(),
      /**
       * What is typed here and is none of the options is meant for another person: kept in `as` without its private parts
       * (`cut` says whether any stood in it), and handled in `goto`. Words that stay at the door lead to `refused`, a
       * picture or a voice to `media`. `ofAnother`: whoever types speaks of somebody else, so no cry for help is theirs.
       */
      typed: z
        .strictObject({
          as: z.string(),
          cut: z.string(),
          goto: z.string(),
          refused: z.string(),
          media: z.string(),
          ofAnother: z.boolean().optional(),
        })
        .optional(),
    }),
    z.strictObject({
      kind: z.literal("ask"),
      as: z.string(),
      accept: z.enum(acceptNames),
      retry: Text,
      /** The choice that leaves the question without an answer. */
      skip: z.strictObject({ label: Text, goto: z.string() }),
    }),
    z.strictObject({
      kind: z.literal("set"),
      var: z.string().optional(),
      person: z.enum(changeNames).optional(),
      to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      /** Adds instead of replacing; only for numbers. */
      add: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal("when"),
      is: guard,
      then: z.strictObject(Transition),
      else: z.strictObject(Transition).default({}),
    }),
    z.strictObject({ kind: z.literal("goto"), to: z.string() }),
    z.strictObject({
      kind: z.literal("call"),
      flow: z.string(),
      /** What is handed over: literals, or `$name` of the run that calls. */
      with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
    z.strictObject({ kind: z.literal("return"), result: z.string().nullable().default(null) }),
    z.strictObject({
      kind: z.literal("record"),
      what: z.enum(recordNames),
      /** What it is about: a lesson id, a literal or `$name`. */
      ref: z.string().optional(),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    }),
    z.strictObject({ kind: z.literal("remind"), hours: z.number().positive() }),
    z.strictObject({
      kind: z.literal("hand-off"),
      topic: z.string(),
      urgent: z.boolean().default(false),
      /** Variable with words the person chose to add; what is private is cut out before it is kept. */
      text: z.string().optional(),
    }),
    z.strictObject({
      kind: z.literal("missed"),
      /** Variable with the question, where its words may be kept. */
      text: z.string(),
    }),
    z.strictObject({
      kind: z.literal("chosen"),
      /** Variables with the question, where its words may be kept, and with the topic that was picked for it. */
      text: z.string(),
      topic: z.string(),
    }),
    z.strictObject({ kind: z.literal("end") }),
  ]);

export const Step = stepOf(z.string(), z.string());
export type Step = z.infer<typeof Step>;
type Of<K extends Step["kind"]> = Extract<Step, { kind: K }>;
export type Say = Of<"say">;
export type Choose = Of<"choose">;
export type Ask = Of<"ask">;
export type SetStep = Of<"set">;
export type When = Of<"when">;
export type Goto = Of<"goto">;
export type Call = Of<"call">;
export type Return = Of<"return">;
export type RecordStep = Of<"record">;
export type Remind = Of<"remind">;
export type HandOff = Of<"hand-off">;
export type Missed = Of<"missed">;
export type Chosen = Of<"chosen">;
export type End = Of<"end">;
