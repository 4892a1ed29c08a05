import { z } from "zod";
import { Bilingual } from "../kit/bilingual.ts";

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const Text = z.string().trim().min(1, "must not be empty");
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day such as 21:00");
const Phone = z
  .string()
  .regex(/^[0-9+ .]{3,20}$/, "must be a telephone number")
  .nullable();

/** Words of the document. A list where the extraction splits a table row over cells or pages: its pieces, in order. */
const Passage = z.union([Text, z.array(Text).min(2)]);
type Passage = z.infer<typeof Passage>;
const whole = (passage: Passage): string => (typeof passage === "string" ? passage : passage.join(" "));
const pieces = (passage: Passage | null): readonly string[] =>
  passage === null ? [] : typeof passage === "string" ? [passage] : passage;

/**
 * What can answer a target: the indicators of this house. `self:` is what people say of themselves and is never shown
 * as the official figure. A closed list, because a misspelt id would silently leave a target without its number.
 */
const IndicatorId = z.enum([
  "reach",
  "basic-skills",
  "active",
  "officials-basic",
  "classes",
  "assisted",
  "certificates",
  "pushes",
  "self:vneid-level2",
  "self:vneid-installed",
  "self:vneid-used",
  "self:public-services",
  "self:digital-services",
  "self:health",
  "self:education",
  "self:insurance",
  "self:transport",
  "self:signature",
  "self:cashless",
]);

/** `=` is a bare number of the document ("đạt 85%"): it is met when the figure reaches it. `do` is a task without a number. */
const Operator = z.enum([">=", ">", "<=", "=", "between", "do"]);

const TargetFields = z.strictObject({
  /** `<series>-<horizon>`, or the series alone when the text names no year. Clause numbers are no key: they collide. */
  id: Slug,
  /** The same thing across horizons, for one line of a chart. */
  series: Slug,
  clause: Text,
  /** Verbatim, line breaks aside. In a table of values: the wording of the row. */
  text: Passage,
  /** Table of values only: the cell of this horizon, verbatim, as in "≥ 8%". Cells "-" are no target. */
  cell: Text.nullable().default(null),
  /** Table of tasks only: who leads, and the completion time, both verbatim. */
  lead: Passage.nullable().default(null),
  due: Passage.nullable().default(null),
  horizon: z.number().int().min(2025).max(2100).nullable(),
  /** Why there is no year, or what the year rests on. Required when `horizon` is null. */
  horizon_note: Bilingual.nullable().default(null),
  operator: Operator,
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable(),
  unit: Text.nullable(),
  /** For whom or of what, in the document's words. */
  population: Text.nullable(),
  /** bot: counted here · self: asked of people · staff: entered from the official systems · not-here: reported elsewhere. */
  measured: z.enum(["bot", "self", "staff", "not-here"]),
  indicator: IndicatorId.nullable(),
  label: Bilingual,
  /** What a reader must know before trusting the indicator as an answer to this target. */
  note: Bilingual.nullable().default(null),
  flags: z.array(Slug),
});

export const Target = TargetFields.superRefine((target, ctx) => {
  for (const [path, message] of faultsOfTarget(target)) ctx.addIssue({ code: "custom", path: [path], message });
}).transform((target) => ({
  ...target,
  text: whole(target.text),
  lead: target.lead === null ? null : whole(target.lead),
  due: target.due === null ? null : whole(target.due),
  /** Each passage as it stands in the document, for the comparison with it. */
  pieces: { text: pieces(target.text), lead: pieces(target.lead), due: pieces(target.due) },
}));
export type Target = z.infer<typeof Target>;

/** Something in the document that does not agree with itself, or that misleads. Shown, never repaired. */
export const Flag = z.strictObject({
  id: Slug,
  /** `targets`: at least one target carries it. `commune`: it concerns the document or the commune as a whole. */
  about: z.enum(["targets", "commune"]),
  says: Bilingual,
  /** How the house reads it until the commune decides. */
  reading: Bilingual,
  /** The places that disagree, verbatim. */
  quotes: z.array(z.strictObject({ clause: Text, text: Text })).min(1),
});
export type Flag = z.infer<typeof Flag>;

export const ReportDuty = z.strictObject({
  id: Slug,
  from: Text,
  to: z.array(Text).min(1),
  period: z.enum(["month", "quarter", "half-year", "year", "unstated"]),
  /** The day the document says "trước ngày …" of: the last day in time is the one before it. */
  deadline: z.strictObject({ day: z.number().int().min(1).max(31), month: z.number().int().min(1).max(12) }).nullable(),
  clause: Text,
  text: Text,
  content: Bilingual,
});
export type ReportDuty = z.infer<typeof ReportDuty>;

export const Commune = z
  .strictObject({
    spec: z.literal(1),
    /** Name and province, because a name alone is not an identity: two communes are called Phú Xuyên. */
    code: Slug,
    name: Text,
    province: Text,
    province_in_text: z.boolean(),
    movement: Text,
    movement_in_text: z.boolean(),
    movement_aliases: z.array(Text),
    /** What people here call a village: thôn, xóm, làng; `lower` is the form inside a sentence. */
    unit: z.strictObject({ word: Text, lower: Text }),
    unit_in_text: z.boolean(),
    team: Text,
    team_in_text: z.boolean(),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
    quiet_hours: z.array(z.strictObject({ from: Clock, to: Clock })).default([
      { from: "21:00", to: "06:30" },
      { from: "11:30", to: "13:30" },
    ]),
    /** Null until staff enter them: a wrong number sends people to a stranger. */
    contacts: z.strictObject({ hotline: Phone, counter: Phone, police: Phone, hours: Text.nullable().default(null) }),
    document: z.strictObject({
      file: Text,
      kind: Text,
      number: Text.nullable(),
      /** As written, often without a day. */
      date: Text.nullable(),
      issuer: Text,
      adopted: z.iso.date().nullable(),
      note: Bilingual,
    }),
    targets: z.array(Target).min(1),
    flags: z.array(Flag),
    reports: z.array(ReportDuty),
  })
  .superRefine((commune, ctx) => {
    for (const [path, message] of faultsOfCommune(commune)) ctx.addIssue({ code: "custom", path, message });
  });
export type Commune = z.infer<typeof Commune>;

/** Numbers as a Vietnamese text writes them: comma for decimals. */
const numbersIn = (text: string): number[] =>
  (text.match(/\d+(?:,\d+)?/g) ?? []).map((digits) => Number(digits.replace(",", ".")));
const compact = (text: string): string => text.replace(/\s+/gu, "");

function* faultsOfTarget(t: z.output<typeof TargetFields>): Generator<[keyof typeof t, string]> {
  const id = t.horizon === null ? t.series : `${t.series}-${t.horizon}`;
  if (t.id !== id) yield ["id", `must be "${id}": the series and its horizon`];
  if (t.horizon === null && t.horizon_note === null) yield ["horizon_note", "must say why there is no year"];

  const numeric = t.operator !== "do";
  if (numeric && t.value === null) yield ["value", `must be a number, because the operator is ${t.operator}`];
  if (numeric && t.unit === null) yield ["unit", "must be given with a number"];
  if (!numeric && (t.value !== null || t.unit !== null)) yield ["value", "must be null for a task without a number"];
  if (numeric && (t.operator === "between") !== Array.isArray(t.value))
    yield ["value", "must be two numbers for `between`, and one otherwise"];

  // A value nobody can find in the document is a typing error, or an invention.
  const words = `${whole(t.text)} ${t.cell ?? ""}`;
  const written = numbersIn(t.cell ?? words);
  for (const value of [t.value ?? []].flat())
    if (!written.includes(value)) yield ["value", `${value} does not stand in the text`];
  if (t.population !== null && !compact(words).includes(compact(t.population)))
    yield ["population", "must be words of the text"];

  const counted = t.measured === "bot" || t.measured === "self";
  if (counted !== (t.indicator !== null))
    yield ["indicator", counted ? "must name what is counted" : `must be null when measured is ${t.measured}`];
  if (t.indicator !== null && t.indicator.startsWith("self:") !== (t.measured === "self"))
    yield ["indicator", "`self:` indicators belong to measured: self, and only there"];
}

type CommuneDraft = Pick<Commune, "targets" | "flags" | "reports">;

function* faultsOfCommune({ targets, flags, reports }: CommuneDraft): Generator<[(string | number)[], string]> {
  for (const [list, items] of Object.entries({ targets, flags, reports }))
    for (const [index, item] of items.entries())
      if (items.findIndex((other) => other.id === item.id) < index)
        yield [[list, index, "id"], `"${item.id}" is already taken above`];

  for (const [index, target] of targets.entries())
    for (const [place, id] of target.flags.entries())
      if (!flags.some((flag) => flag.id === id && flag.about === "targets"))
        yield [["targets", index, "flags", place], `"${id}" is no flag about targets`];

  for (const [index, flag] of flags.entries())
    if (flag.about === "targets" && !targets.some((target) => target.flags.includes(flag.id)))
      yield [["flags", index, "about"], "no target carries this flag; give it to one, or say `about: commune`"];
}
