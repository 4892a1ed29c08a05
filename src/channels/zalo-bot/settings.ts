import { z } from "zod";
import type { Connection } from "../channel.ts";

const limit = (most: string) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .default(most)
    .transform(Number);

/**
 * Settings of a connection. The plan's numbers are what the Basic plan is said to allow (50 people a bot, 3,000 messages
 * a month; no page of Zalo's proves them), so they can be set; 0 = no limit.
 */
const Settings = z.object({
  token: z.string().min(1),
  /** Of the webhook; a connection that polls has none. */
  secret: z.string().optional(),
  apiRoot: z
    .string()
    .default("https://bot-api.zaloplatforms.com")
    .transform((url) => url.replace(/(?<!\/)\/+$/, "")),
  planUsers: limit("50"),
  planMessages: limit("3000"),
});
export type Settings = z.output<typeof Settings>;

/** The settings, or null when the connection cannot work at all. Parsed once for each connection, not for each message. */
export const settingsOf = ({ settings }: Connection): Settings | null => {
  const known = read.get(settings);
  if (known !== undefined) return known;
  const value = Settings.safeParse(settings).data ?? null;
  read.set(settings, value);
  return value;
};

const read = new WeakMap<object, Settings | null>();
