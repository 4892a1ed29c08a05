import { createHash } from "node:crypto";

/** A short name for a piece of content that changes when, and only when, the content does. 12 hex digits: enough for every version a commune will ever see. */
export const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
