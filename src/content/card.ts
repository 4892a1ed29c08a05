import { createHash } from "node:crypto";
import { z } from "zod";
import { Bilingual } from "../kit/bilingual.ts";

/** One row of a schematic phone screen. `n` is the number of the call-out, `tap: true` marks the single yellow "tap here". Labels are exact words on the real screen, so they are not translated. */
const CardRow = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("field"),
    label: z.string(),
    value: z.string().optional(),
    dots: z.number().int().min(1).max(12).optional(),
    n: z.number().int().min(1).max(5).optional(),
    tap: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("button"),
    label: z.string(),
    n: z.number().int().min(1).max(5).optional(),
    tap: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("item"),
    label: z.string(),
    small: z.string().optional(),
    icon: z
      .enum([
        "app",
        "person",
        "card",
        "lock",
        "search",
        "bell",
        "doc",
        "phone",
        "wifi",
        "text",
        "star",
        "police",
        "bank",
        "shield",
      ])
      .optional(),
    n: z.number().int().min(1).max(5).optional(),
    tap: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
]);

/** A step card: a schematic screen drawn from data, never a fake screenshot. At most 4 rows, exactly one or no `tap`. */
export const Card = z.strictObject({
  /** What the picture shows, for those who cannot see it. */
  alt: Bilingual,
  /** `phone` draws a screen with a title bar; `message` a received text message; `person` two people at a counter; `call` an incoming call. */
  scene: z.enum(["phone", "message", "person", "call"]).default("phone"),
  bar: z.string().optional(),
  rows: z.array(CardRow).max(4).default([]),
});
export type Card = z.infer<typeof Card>;

/** The signs that can stand on an item of a card, and those a summary knows besides. */
export type Icon =
  | NonNullable<Extract<Card["rows"][number], { kind: "item" }>["icon"]>
  | "handset"
  | "caution"
  | "idea";

/** The letter of a call-out: numbers are what choices have. */
export const pointLetter = (n: number): string => String.fromCharCode(64 + n);

/** The letter under which this point stands on the card; undefined where the card does not point at it. */
export const markOf = (card: Card, n: number): string | undefined =>
  card.rows.some((row) => row.kind !== "text" && row.n === n) ? pointLetter(n) : undefined;

/** Raised whenever the same lesson's summary would look different, so that nobody keeps the old picture. */
export const SUMMARY_LOOKS = 1;

/** Raised whenever the same card would look different, so that no browser, proxy or Telegram file id keeps the old picture. */
const RENDERER = 3;

/** Address of a card: 16 hex digits from what is drawn (not from `alt`, which is only said) and the renderer's version. */
export const cardId = ({ scene, bar, rows }: Card): string =>
  createHash("sha256")
    .update(canonical({ renderer: RENDERER, scene, bar, rows }))
    .digest("hex")
    .slice(0, 16);

/** JSON with sorted keys and nothing undefined: the order in which an author wrote a row's fields does not change its address. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
