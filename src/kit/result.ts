import type { Fault } from "../errors.ts";

/** An expected outcome: the value, or a fault from the catalogue. Exceptions are kept for bugs. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (fault: Fault): Result<never> => ({ ok: false, fault });
