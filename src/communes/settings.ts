import { z } from "zod";
import type { Commune } from "./schema.ts";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Phone = z
  .string()
  .trim()
  .regex(/^[0-9+ .()-]{3,20}$/)
  .nullable();

/** What staff entered for their commune; what is missing holds as in the seed. */
export const CommuneSettings = z.object({
  quiet_hours: z
    .array(z.strictObject({ from: Clock, to: Clock }))
    .max(4)
    .optional(),
  contacts: z
    .strictObject({
      hotline: Phone,
      counter: Phone,
      police: Phone,
      hours: z.string().max(120).nullable().default(null),
    })
    .optional(),
  /** What a procedure costs here, by guide: what is said, the document it stands in, and the day it was entered. */
  fees: z.record(z.string(), z.strictObject({ says: z.string(), basis: z.string(), on: z.iso.date() })).optional(),
});
export type CommuneSettings = z.infer<typeof CommuneSettings>;

/** The settings in force: the commune's own over those of its seed. */
export const communeSettings = (
  commune: Commune,
  settings: CommuneSettings,
): Pick<Commune, "quiet_hours" | "contacts"> => ({
  quiet_hours: settings.quiet_hours ?? commune.quiet_hours,
  contacts: settings.contacts ?? commune.contacts,
});
