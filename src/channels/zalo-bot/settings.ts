import { z } from "zod";
import { Address, wrong } from "../../kit/setting-shapes.ts";
import type { Connection } from "../channel.ts";
import { channelSettings, connectionValues } from "../channel-settings.ts";

const Limit = z
  .string()
  .regex(/^\d{1,7}$/, wrong("phải là số nguyên; 0 là không giới hạn", "must be a whole number, 0 for no limit"));

/** Settings of the environment. */
export const settings = channelSettings(
  {
    ZALO_BOT_TOKEN: z
      .string()
      .regex(
        /^\d+:\S+$/,
        wrong(
          "phải gồm chữ số, dấu hai chấm và phần bí mật, đúng như Zalo Bot Manager gửi",
          "must be digits, a colon and the secret part, as the bot's maker got it",
        ),
      )
      .optional(),
    ZALO_BOT_WEBHOOK_SECRET: z
      .string()
      .regex(
        /^\S{8,256}$/,
        wrong("phải dài 8 đến 256 ký tự, không có dấu cách", "must be 8 to 256 characters without spaces"),
      )
      .optional(),
    ZALO_BOT_API_ROOT: Address.optional(),
    ZALO_BOT_PLAN_USERS: Limit.optional(),
    ZALO_BOT_PLAN_MESSAGES: Limit.optional(),
  },
  {
    needs: [["ZALO_BOT_WEBHOOK_SECRET", "ZALO_BOT_TOKEN"]],
    read: (s) => ({ connection: s.ZALO_BOT_TOKEN ? connectionValues(s, names) : null, proof: null }),
  },
);

const names = {
  ZALO_BOT_TOKEN: "token",
  ZALO_BOT_WEBHOOK_SECRET: "secret",
  ZALO_BOT_API_ROOT: "apiRoot",
  ZALO_BOT_PLAN_USERS: "planUsers",
  ZALO_BOT_PLAN_MESSAGES: "planMessages",
} as const;

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
