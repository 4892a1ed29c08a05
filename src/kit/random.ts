import { randomInt } from "node:crypto";
import { spokenCode } from "./spoken-code.ts";

/**
 * 0 ≤ x < 1, which nobody can foresee from what was drawn before: codes that open a person or a role come from it, and a
 * generator of the language gives its whole state away in a dozen of them.
 */
export const random = (): number => randomInt(STEPS) / STEPS;

/** A code nobody can foresee, for whoever makes one outside a conversation. */
export const newCode = (): string => spokenCode((below) => randomInt(below));

/** 47 bits; randomInt takes less than 48. */
const STEPS = 2 ** 47;
