import { z } from "zod";
import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { apiOf } from "./api.ts";
import { faultIn } from "./outcome.ts";

/**
 * Sends a line to whoever wrote to the bot last, for the officer who sets it up and has just written to it. Answers their
 * first name, or null when nobody has written. Nothing is confirmed, so the running server still answers what they wrote.
 * Only before a webhook is set: Telegram gives updates one way alone.
 */
export const tryOut = async (connection: Connection, text: string): Promise<Result<string | null>> => {
  const api = apiOf(connection, 20);
  try {
    const updates: readonly unknown[] = await api.getUpdates({ limit: 100, timeout: 0 });
    // Without an offset nothing is confirmed or forgotten.
    const message = updates.flatMap((update) => Written.safeParse(update).data?.message ?? []).at(-1);
    if (!message) return ok(null);
    await api.sendMessage(message.chat.id, text);
    return ok(message.chat.first_name);
  } catch (error) {
    return fail(faultIn(error));
  }
};

const Written = z.object({
  message: z.object({
    chat: z.object({ id: z.number(), type: z.literal("private"), first_name: z.string().catch("") }),
  }),
});
