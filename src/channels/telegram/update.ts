import { z } from "zod";

const Chat = z.object({ id: z.number().int(), type: z.string() });
const From = z.object({ id: z.number().int(), is_bot: z.boolean().optional() });
/** Seconds, whole: a hostile 1e305 would be infinite once counted in milliseconds. */
const When = z.number().int();

/** Only what is read; everything else Telegram may add is let through. `loose`, since which content a message has is told by its keys. */
export const TelegramMessage = z.looseObject({
  chat: Chat,
  from: From.optional(),
  date: When,
  text: z.string().optional(),
  migrate_to_chat_id: z.number().int().optional().catch(undefined),
});
export type TelegramMessage = z.infer<typeof TelegramMessage>;

export const Callback = z.object({
  id: z.string(),
  from: From,
  message: z.object({ chat: Chat, message_id: z.number().int().optional().catch(undefined) }).optional(),
  data: z.string().optional(),
});
export type Callback = z.infer<typeof Callback>;

const Standing = z.object({ status: z.string() });
export const Membership = z.object({
  chat: Chat,
  date: When,
  from: z.object({ language_code: z.string() }).optional().catch(undefined),
  old_chat_member: Standing.optional().catch(undefined),
  new_chat_member: Standing,
});
export type Membership = z.infer<typeof Membership>;

/** An update of any kind: one id, and one field that names the kind. */
export const Update = z.looseObject({ update_id: z.number().int() });
