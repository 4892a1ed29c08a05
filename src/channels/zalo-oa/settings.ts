import { z } from "zod";
import type { Connection } from "../channel.ts";

const root = (address: string) =>
  z
    .string()
    .default(address)
    .transform((url) => url.replace(/(?<!\/)\/+$/, ""));

/**
 * Settings of a connection. What is not proven about Zalo is set here: `buttons` = `both` writes the numbers out as
 * well, so that nobody is stuck where an OA shows no buttons; `only` and `none` are for those who have looked.
 */
const Settings = z.object({
  appId: z.string().min(1),
  appSecret: z.string().min(1),
  /** Of the webhook; some consoles show none, then it is the app secret. */
  secretKey: z.string().min(1).optional(),
  oaId: z.string().optional(),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  apiRoot: root("https://openapi.zalo.me"),
  oauthRoot: root("https://oauth.zaloapp.com"),
  buttons: z.enum(["both", "only", "none"]).default("both"),
  /** Whether messages between 48 hours and 7 days may cost money, and how many a month. */
  paid: z.enum(["yes", "no"]).default("no"),
  monthlyBudget: z
    .string()
    .regex(/^\d{1,7}$/)
    .default("0")
    .transform(Number),
});
export type Settings = z.output<typeof Settings>;

/** The settings, or null when the connection cannot work at all. */
export const settingsOf = ({ settings }: Connection): Settings | null => {
  const known = read.get(settings);
  if (known !== undefined) return known;
  const parsed = Settings.safeParse(settings);
  const value = parsed.success ? parsed.data : null;
  read.set(settings, value);
  return value;
};

/** Parsed once for each connection, not for each message. */
const read = new WeakMap<object, Settings | null>();
