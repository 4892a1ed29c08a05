import type { LearntStore } from "./deps.ts";

/** Where consultation messages go. A government OA may be refused at the first and served at the second. */
export const paths = { v3: "/v3.0/oa/message/cs", v2: "/v2.0/oa/message" } as const;
type Endpoint = keyof typeof paths;

const day = 86_400_000;

/**
 * The other address, remembered, after this one was refused (`-235`, `-240`); null when the other was refused within a
 * day as well: then no address is left, and changing to and fro would be a loop.
 */
export const switched = (learnt: LearntStore, connection: string, refused: Endpoint, now: number): Endpoint | null => {
  const known = learnt.read(connection);
  // Another message found out meanwhile.
  if (known.endpoint !== refused) return known.endpoint;
  const other = refused === "v3" ? known.v2RefusedAt : known.v3RefusedAt;
  const endpoint = other !== null && now - other < day ? null : refused === "v3" ? "v2" : "v3";
  learnt.note(connection, {
    ...(refused === "v3" ? { v3RefusedAt: now } : { v2RefusedAt: now }),
    ...(endpoint && { endpoint }),
  });
  return endpoint;
};
