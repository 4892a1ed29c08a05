import { createHash } from "node:crypto";

/**
 * A short name for a piece of content that changes when, and only when, the content does. 12 hex digits: enough for every
 * version a commune will ever see.
 *
 * A version names what a session stands on, so everything that makes other states of the same content is hashed with it:
 * `compiler: N` is the way of compiling that kind, raised by one whenever its states, their names or their order change.
 */
export const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
