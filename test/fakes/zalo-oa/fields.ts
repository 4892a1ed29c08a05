import { type Refusal, refusal } from "./codes.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What one character of a limit is; undocumented. */
export type Unit = "utf16" | "codepoints";

/** Measured as it came: decomposed Vietnamese is longer. A lone half of a surrogate pair is no text. */
export const refusalOfText = (text: unknown, name: string, limit: number, unit: Unit = "utf16"): Refusal | null => {
  if (typeof text !== "string" || text.trim() === "" || Buffer.from(text).toString() !== text)
    return refusal(-201, `${name} is invalid`);
  return (unit === "utf16" ? text.length : [...text].length) > limit
    ? refusal(-210, `${name} exceeds ${limit} characters`)
    : null;
};

export const object = (value: unknown): Json | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null; // an object, checked here

export const parsed = (text: string): Json | null => {
  try {
    return object(JSON.parse(text));
  } catch {
    return null;
  }
};
