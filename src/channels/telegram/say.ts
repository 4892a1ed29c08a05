import { GrammyError, HttpError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import { z } from "zod";
import type { Connection } from "../channel.ts";
import { post } from "./wire.ts";

/** What `sendMessage` is given. */
export type Words = {
  readonly chat_id: number;
  readonly text: string;
  readonly parse_mode?: "HTML";
  readonly reply_markup?: InlineKeyboardMarkup;
  readonly link_preview_options: { readonly is_disabled: true };
};

/**
 * Says words in a chat and gives back the message id; fails with grammY's errors. The one call nearly every turn makes:
 * through grammY's client (a proxy, a look for files to upload, three promises racing) it cost twice as much.
 */
export const say = async (connection: Connection, words: Words, seconds: number): Promise<number> => {
  const answer = await called(connection, words, seconds);
  if (answer.ok) return answer.result.message_id;
  // Without the payload: an error may be logged, and what was said may not.
  throw new GrammyError(`Call to '${method}' failed!`, answer, method, {});
};

const method = "sendMessage";

const called = async ({ settings }: Connection, words: Words, seconds: number): Promise<z.infer<typeof Answer>> => {
  try {
    const { origin, path } = rootOf(settings.apiRoot || "https://api.telegram.org");
    const body = JSON.stringify(words);
    return Answer.parse(await post(origin, `${path}/bot${settings.token}/${method}`, body, seconds * 1000));
  } catch (error) {
    throw new HttpError(`Network request for '${method}' failed!`, error);
  }
};

const Answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.object({ message_id: z.number() }) }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string(),
    parameters: z.object({ retry_after: z.number().exactOptional() }).default({}),
  }),
]);

/** Taken apart once an address: a `URL` costs more than the rest of a call's address. As many as the settings name. */
const rootOf = (root: string): Root => {
  let known = roots.get(root);
  if (!known) {
    const { origin, pathname } = new URL(root);
    known = { origin, path: pathname.replace(/(?<!\/)\/+$/, "") };
    roots.set(root, known);
  }
  return known;
};
type Root = { readonly origin: string; readonly path: string };
const roots = new Map<string, Root>();
