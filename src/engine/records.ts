import { z } from "zod";
import { learningRecords } from "./records/learning.ts";
import { peopleRecords } from "./records/people.ts";
import { wishRecords } from "./records/wishes.ts";

/**
 * Everything a flow may put on record, a kind each, in the past tense of what happened. The turn decides which of them
 * are kept as facts (`turns/writes.ts`) and what else must be written for them.
 */
export const records = { ...learningRecords, ...peopleRecords, ...wishRecords };
type Kinds = typeof records;
export type RecordName = keyof Kinds;
export const recordNames = Object.keys(records) as [RecordName, ...RecordName[]]; // the keys of the line above, of which there are some

/** One record, told apart by `what`. */
export type Recorded<K extends RecordName = RecordName> = {
  [Name in K]: {
    readonly what: Name;
    readonly ref: z.infer<Kinds[Name]["ref"]>;
    readonly data: Readonly<z.infer<Kinds[Name]["data"]>>;
  };
}[K];

/** The record these words make, or what is wrong with them: a flow fills in variables, and one may hold nothing. */
export const readRecord = (
  what: RecordName,
  ref: unknown,
  data: unknown,
): { readonly ok: true; readonly record: Recorded } | { readonly ok: false; readonly why: string } => {
  const read = shapes[what].safeParse({ what, ref, data });
  return read.success
    ? { ok: true, record: read.data as Recorded } // the schema is that of this very kind
    : { ok: false, why: read.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ") };
};

const shapes = Object.fromEntries(
  recordNames.map((what) => [
    what,
    z.strictObject({ what: z.literal(what), ref: records[what].ref, data: records[what].data }),
  ]),
) as unknown as Readonly<Record<RecordName, z.ZodType>>; // one for each name
