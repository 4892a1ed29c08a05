import { z } from "zod";

/** Ids are strings; a number is taken too. The shape keeps whatever somebody invents out of keys and addresses. */
const Id = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^[\w.:-]{1,64}$/))
  .optional()
  .catch(undefined);
const words = z.string().optional().catch(undefined);

/** Only what is read. A field of another shape counts as missing: what came is looked at as far as it can be understood. */
const Sent = z.object({
  message_id: Id,
  /** Epoch ms. */
  date: z.coerce.number().int().positive().optional().catch(undefined),
  from: z
    .object({ id: Id, is_bot: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  chat: z.object({ id: Id, chat_type: words }).optional().catch(undefined),
  text: words,
});

export const Event = z.object({ event_name: z.string().max(100), message: Sent.optional().catch(undefined) });
export type Event = z.output<typeof Event>;

/** Documented is `{ok: true, result: event}`, what really came was the event alone: both are read. */
export const unwrapped = (body: unknown): unknown => {
  if (typeof body !== "object" || body === null) return body;
  return "ok" in body && body.ok === true && "result" in body && body.result ? body.result : body;
};
