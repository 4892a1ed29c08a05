import { z } from "zod";
import { Address, Digits, Word, wrong } from "../../kit/setting-shapes.ts";
import type { Connection } from "../channel.ts";
import { channelSettings, connectionValues } from "../channel-settings.ts";
import { verificationIn } from "./verification.ts";

/** Settings of the environment. It works with the app's id and secret, or not at all; the verification comes before both. */
export const settings = channelSettings(
  {
    ZALO_OA_APP_ID: Digits.optional(),
    ZALO_OA_APP_SECRET: Word.optional(),
    ZALO_OA_SECRET_KEY: Word.optional(),
    ZALO_OA_REFRESH_TOKEN: Word.optional(),
    ZALO_OA_ACCESS_TOKEN: Word.optional(),
    ZALO_OA_API_ROOT: Address.optional(),
    ZALO_OA_OAUTH_ROOT: Address.optional(),
    ZALO_OA_OA_ID: Digits.optional(),
    ZALO_OA_VERIFY: z
      .string()
      .transform(verificationIn)
      .pipe(
        z
          .string()
          .regex(
            /^[\w-]{10,100}$/,
            wrong(
              "phải là mã hoặc tên tệp (zalo_verifier….html) mà Zalo hiện ra",
              "must be the code or the file name (zalo_verifier….html) that Zalo shows",
            ),
          ),
      )
      .optional(),
    ZALO_OA_BUTTONS: z
      .enum(["both", "only", "none"], wrong("phải là both, only hoặc none", "must be both, only or none"))
      .optional(),
    ZALO_OA_PAID: z.enum(["yes", "no"], wrong("phải là yes hoặc no", "must be yes or no")).optional(),
    ZALO_OA_MONTHLY_BUDGET: z
      .string()
      .regex(/^\d{1,7}$/, wrong("phải là số tin, một số nguyên", "must be a whole number of messages"))
      .optional(),
  },
  {
    needs: [
      ["ZALO_OA_APP_ID", "ZALO_OA_APP_SECRET"],
      ["ZALO_OA_APP_SECRET", "ZALO_OA_APP_ID"],
      ["ZALO_OA_SECRET_KEY", "ZALO_OA_APP_ID"],
      ["ZALO_OA_REFRESH_TOKEN", "ZALO_OA_APP_ID"],
      ["ZALO_OA_ACCESS_TOKEN", "ZALO_OA_APP_ID"],
    ],
    read: (s) => ({
      connection: s.ZALO_OA_APP_ID ? connectionValues(s, names) : null,
      proof: s.ZALO_OA_VERIFY ?? null,
    }),
  },
);

const names = {
  ZALO_OA_APP_ID: "appId",
  ZALO_OA_APP_SECRET: "appSecret",
  ZALO_OA_SECRET_KEY: "secretKey",
  ZALO_OA_OA_ID: "oaId",
  ZALO_OA_REFRESH_TOKEN: "refreshToken",
  ZALO_OA_ACCESS_TOKEN: "accessToken",
  ZALO_OA_API_ROOT: "apiRoot",
  ZALO_OA_OAUTH_ROOT: "oauthRoot",
  ZALO_OA_BUTTONS: "buttons",
  ZALO_OA_PAID: "paid",
  ZALO_OA_MONTHLY_BUDGET: "monthlyBudget",
} as const;

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
