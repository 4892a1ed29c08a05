import { z } from "zod";

/** Ids are numeric strings beyond 2^53, sometimes bare numbers (parse-json.ts keeps their digits). One that lost digits would name somebody else, so it is refused. */
const Id = z.union([z.string().regex(/^[\w.:@-]{1,128}$/), z.number().int().safe().transform(String)]);
const Party = z.object({ id: Id });
const Stamp = z.union([z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative().safe().transform(String)]);

/** Only what is read; everything else Zalo may add is let through. */
export const Event = z.object({
  event_name: z.string().max(100),
  timestamp: Stamp.optional().catch(undefined),
  sender: Party.optional().catch(undefined),
  recipient: Party.optional().catch(undefined),
  follower: Party.optional().catch(undefined),
  user_id: Id.optional().catch(undefined),
  oa_id: Id.optional().catch(undefined),
  /** There only where it came from a group of the OA, whatever the event is called. */
  group_info: z.unknown().optional(),
  group_id: z.unknown().optional(),
  message: z
    .object({ msg_id: Id.optional().catch(undefined), text: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type Event = z.infer<typeof Event>;
