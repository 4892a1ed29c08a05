import { z } from "zod";
import { type Clean, clean } from "../people/clean.ts";
import type { PrivateKind } from "../people/private/kinds.ts";

/** A line that must be there. `allowed`: what may stand in it that is somebody's own, because the field asks for it. */
export const line = <Left extends PrivateKind = never>(max: number, ...allowed: readonly Left[]) =>
  z.string().trim().min(1).max(max).pipe(kept(allowed));

/** A line that may be left empty. */
export const optionalLine = <Left extends PrivateKind = never>(max: number, ...allowed: readonly Left[]) =>
  z
    .string()
    .trim()
    .max(max)
    .default("")
    .pipe(kept(allowed))
    .transform((text) => (text === "" ? null : text));

/** Becomes part of a sentence, so its own full stop goes; it may be empty. */
export const phrase = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\s+/g, " ")
        .replace(/(?<![.\s])[.\s]+$/, "")
        .trim(),
    )
    .pipe(z.string().max(max))
    .pipe(kept([]));

/** The telephone of an office, or nothing. Twelve digits of an identity card look like one to a pattern alone. */
export const telephone = () =>
  z
    .string()
    .trim()
    .regex(/^(?:[0-9+ .]{3,20})?$/)
    .pipe(kept(["phone"]))
    .transform((text) => (text === "" ? null : text));

/** What somebody of the staff signs in with. */
export const login = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9._-]{3,40}$/)
    .pipe(kept([]));

/** The field in which something private stood, when that is why a form does not hold. */
export const privateField = ({ issues }: z.ZodError): string | null => {
  const path = issues.find((issue) => issue.message === holdsPrivate)?.path[0];
  return typeof path === "string" ? path : null;
};

/** Nothing that is written at the desk is stored without passing here: the ports of the store take no other words. */
const kept = <Left extends PrivateKind>(allowed: readonly Left[]) =>
  z.string().transform((text, ctx): Clean<Left> => {
    const words = clean(text, allowed);
    if (words !== null) return words;
    ctx.addIssue({ code: "custom", message: holdsPrivate });
    return z.NEVER;
  });
const holdsPrivate = "private";
