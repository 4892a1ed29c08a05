import { z } from "zod";
import { kind } from "./kind.ts";

const nothing = z.strictObject({});
const wish = kind(z.null(), nothing, { ref: null, data: {} });

/** What a person decided about themselves and about being written to. */
export const wishRecords = {
  /** A yes, with the version of the words it was said to. */
  "consent-given": kind(z.null(), z.strictObject({ version: z.string().min(1) }), {
    ref: null,
    data: { version: "2026-11-2" },
  }),
  /** A no to being remembered. */
  "consent-refused": wish,
  /** The yes was taken back. */
  "consent-withdrawn": wish,
  /** Somebody looked at what is kept about them. */
  "data-shown": wish,
  /** Somebody had everything about them erased. */
  erased: wish,
  /** An address was given that shows everything kept, once. */
  "download-offered": kind(z.null(), z.strictObject({ code: z.string().min(1) }), {
    ref: null,
    data: { code: "7K2M9P4QWX3R" },
  }),
  /** "Dừng": nothing more comes unasked. */
  "opted-out": wish,
  /** They take messages again. */
  "opted-in": wish,
  /** Wants to be asked again what was learnt. */
  "review-started": wish,
  /** Does not want to be asked again. */
  "review-stopped": wish,
  /** Put the questions off for another day. */
  "review-declined": wish,
};
