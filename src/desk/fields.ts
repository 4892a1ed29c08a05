import { z } from "zod";
import type { Clean } from "../kit/clean.ts";
import { beyondBound, compatible } from "../kit/text.ts";
import { startOfDay } from "../kit/vietnam-time.ts";
import { clean } from "../people/clean.ts";
import type { PrivateKind } from "../people/private/kinds.ts";
import type { Why } from "./faults.ts";
import { longestPassword } from "./sign-in/password.ts";

/** A line that must be there. `allowed`: what may stand in it that is somebody's own, because the field asks for it. */
export const line = <Left extends PrivateKind = never>(max: number, ...allowed: readonly Left[]) =>
  typed("empty").trim().min(1, why("empty")).max(max).pipe(withoutPrivate(allowed));

/** A line that may be left empty. */
export const optionalLine = <Left extends PrivateKind = never>(max: number, ...allowed: readonly Left[]) =>
  typed("wrong")
    .trim()
    .max(max)
    .default("")
    .pipe(withoutPrivate(allowed))
    .transform((text) => (text === "" ? null : text));

/** A few paragraphs, a line each; may be left empty. */
export const lines = (max: number) =>
  typed("wrong")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(max))
    .pipe(withoutPrivate([]));

/** Becomes part of a sentence, so its own full stop goes; it may be empty. */
export const phrase = (max: number) =>
  typed("wrong")
    .transform((text) =>
      text
        .replace(/\s+/g, " ")
        .replace(/(?<![.\s])[.\s]+$/, "")
        .trim(),
    )
    .pipe(z.string().max(max))
    .pipe(withoutPrivate([]));

/** The telephone of an office as people write it, or nothing. Twelve digits of an identity card look like one to a pattern alone. */
export const telephone = () =>
  typed("telephone")
    .trim()
    .regex(/^(?:[0-9+ .()-]{3,20})?$/, why("telephone"))
    .refine((text) => text === "" || /^(?:\+|\()?\d/.test(text), why("telephone"))
    .pipe(withoutPrivate(["phone"]))
    .transform((text) => (text === "" ? null : text));

/** What somebody of the staff signs in with. */
export const login = () =>
  typed("empty")
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9._-]{3,40}$/, why("login"))
    .pipe(withoutPrivate([]));

/** What is typed in the chat or printed on a sheet to open a village. */
export const villageCode = () =>
  typed("empty")
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,5}\d{1,3}$/, why("village-code"));

/** The id of a village; none is the whole commune. */
export const villageChoice = () => typed("village").transform((id) => (id === "" ? null : id));

/** A password as it is typed: every sign of it counts. */
export const ownPassword = () => typed("empty").min(1, why("empty")).max(longestPassword);

/** The code of an authenticator, or one for when it is lost. */
export const ownCode = () => typed("empty").trim().min(6, why("code")).max(40);

/** A time of day as people write it, 6:00 or 06:00 or 6h30, kept as 06:00; or nothing. */
export const clock = () =>
  typed("clock")
    .trim()
    .transform((text, ctx) => {
      if (text === "") return "";
      const [, hour = "", minute = ""] = /^(\d{1,2})(?:[:.hg ]+(\d{2})?)?$/iu.exec(text) ?? [];
      if (hour !== "" && Number(hour) < 24 && Number(minute) < 60) return `${hour.padStart(2, "0")}:${minute || "00"}`;
      ctx.addIssue({ code: "custom", message: why("clock") });
      return z.NEVER;
    });

/**
 * How many people there are, as people and spreadsheets write it: 6480, 6.480, 6,480, 6 480, 6480.0. What could be read
 * in two ways is refused rather than taken for ten times as many.
 */
export const count = () =>
  typed("empty")
    .trim()
    .min(1, why("empty"))
    .transform((text, ctx) => {
      const n = wholeNumber(text);
      if (n !== null && n >= 1 && n <= 99_999_999) return n;
      ctx.addIssue({ code: "custom", message: why("count") });
      return z.NEVER;
    });

/** The whole number a text writes, or null. Between groups of three stands one kind of sign; after another, zeros alone. */
export const wholeNumber = (text: string): number | null => {
  const found = written.exec(compatible(text).trim());
  if (found === null) return null;
  const [, whole = "", point] = found;
  // "6.480.0" is a slip; "1234.0" is what a spreadsheet makes of 1234.
  return point !== undefined && whole.includes(point) ? null : Number(whole.replace(/\D/g, ""));
};
const written = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:([.,])0{1,2})?$/;

/** A day of the calendar. */
export const day = () => typed("day").refine((text) => startOfDay(text) !== null, why("day"));

/** One of a closed list. */
export const oneOf = <const T extends string>(...values: readonly T[]) => z.enum(values, why("choice"));

/** A whole number of a few, between two others. */
export const few = (least: number, most: number, wrong: Why) =>
  typed(wrong)
    .trim()
    .regex(/^\d{1,3}$/, why(wrong))
    .transform(Number)
    .refine((n) => n >= least && n <= most, why(wrong));

/** Checked by being there. */
export const ticked = () => z.literal("yes", why("choice")).optional();

/**
 * A text as a form brings it: a field that was sent twice, or not at all, is none. What is longer than anything here may
 * look at (kit/text.ts) is refused with how much is too much, before a pattern or the search for private parts sees it;
 * signs are in one piece each, so that a letter is one letter however the telephone wrote it.
 */
const typed = (wrong: Why) =>
  z
    .string(why(wrong))
    .superRefine((text, ctx) => {
      const over = beyondBound(text);
      if (over > 0) ctx.addIssue({ code: "custom", message: why("over"), params: { over }, continue: false });
    })
    .normalize("NFC");

/** The compiler knows every fault a schema may name. */
const why = (fault: Why): Why => fault;

/** Nothing that is written at the desk is stored without passing here: the ports of the store take no other words. */
const withoutPrivate = <Left extends PrivateKind>(allowed: readonly Left[]) =>
  z.string().transform((text, ctx): Clean<Left> => {
    const words = clean(text, allowed);
    if (words !== null) return words;
    ctx.addIssue({ code: "custom", message: why("private") });
    return z.NEVER;
  });
