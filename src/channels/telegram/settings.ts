import { z } from "zod";
import { Address, wrong } from "../../kit/setting-shapes.ts";
import { channelSettings, isMissing, type SettingFault, type TypedSettings } from "../channel-settings.ts";

const TELEGRAM_API = "https://api.telegram.org";

/** A connection's settings: `token`, `apiRoot`, `groups` (`leave`: it does not stay in any), and `secret` where it is called by a webhook. */
export const settings = channelSettings(
  {
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(
        /^[\w:-]+$/,
        wrong(
          "phải là mã đúng như @BotFather đưa, không có dấu cách",
          "must be the token as @BotFather gave it, without spaces",
        ),
      )
      .optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(
        /^[A-Za-z0-9_-]{1,256}$/,
        wrong("phải dài 1 đến 256 ký tự, chỉ gồm A-Z a-z 0-9 _ -", "must be 1 to 256 of A-Z a-z 0-9 _ -"),
      )
      .optional(),
    TELEGRAM_API_ROOT: Address.default(TELEGRAM_API),
    TELEGRAM_MODE: z
      .enum(["webhook", "polling"], wrong("phải là webhook hoặc polling", "must be webhook or polling"))
      .optional(),
    TELEGRAM_GROUPS: z
      .enum(["silent", "leave"], wrong("phải là silent hoặc leave", "must be silent or leave"))
      .optional(),
  },
  {
    needs: [],
    faults: (given) => {
      const { TELEGRAM_BOT_TOKEN: token } = given;
      if (token) return faultsWith(token, given);
      const orphan = ["TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_MODE", "TELEGRAM_GROUPS"].find((name) => given[name]);
      return orphan ? [{ name: "TELEGRAM_BOT_TOKEN", says: isMissing(orphan) }] : [];
    },
    read: (s) => {
      const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: secret } = s;
      if (!token) return { connection: null, proof: null };
      const called = secret !== undefined && modeOf(s.TELEGRAM_MODE, secret) === "webhook";
      const groups = s.TELEGRAM_GROUPS ?? "silent";
      return { connection: { token, apiRoot, groups, ...(called ? { secret } : {}) }, proof: null };
    },
  },
);

const faultsWith = (token: string, given: TypedSettings): readonly SettingFault[] => {
  const { TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: publicUrl } = given;
  const faults: SettingFault[] = [];
  // Bot API servers of one's own, and test servers, take any token; Telegram's has one shape, and a mutilated copy is the usual mistake.
  const real = (given.TELEGRAM_API_ROOT ?? TELEGRAM_API).replace(/\/$/, "") === TELEGRAM_API;
  if (real && !/^\d{5,}:[\w-]{30,}$/.test(token))
    faults.push({
      name: "TELEGRAM_BOT_TOKEN",
      says: {
        vi: "phải có dạng 123456789:AbC…: chữ số, dấu hai chấm và khoảng 35 ký tự, đúng như @BotFather đưa",
        en: "must look like 123456789:AbC…, digits, a colon and some 35 characters, as @BotFather gave it",
      },
    });
  if (modeOf(given.TELEGRAM_MODE, secret) === "polling") return faults;
  if (!secret)
    faults.push({
      name: "TELEGRAM_WEBHOOK_SECRET",
      says: {
        vi: "còn thiếu; chạy bằng webhook thì phải có (hoặc đặt TELEGRAM_MODE=polling)",
        en: "is missing; webhook mode needs one (or set TELEGRAM_MODE=polling)",
      },
    });
  if (real && !publicUrl)
    faults.push({
      name: "PUBLIC_URL",
      says: {
        vi: "còn thiếu; webhook của Telegram cần một địa chỉ https công khai (hoặc đặt TELEGRAM_MODE=polling)",
        en: "is missing; Telegram's webhook needs a public https address (or set TELEGRAM_MODE=polling)",
      },
    });
  else if (real && !/^https:/i.test(publicUrl ?? ""))
    faults.push({
      name: "PUBLIC_URL",
      says: {
        vi: "phải bắt đầu bằng https://, Telegram không gọi địa chỉ khác (hoặc đặt TELEGRAM_MODE=polling)",
        en: "must begin with https://, Telegram calls no other address (or set TELEGRAM_MODE=polling)",
      },
      quoted: true,
    });
  return faults;
};

/** A secret serves nothing but a webhook, so it chooses; with the token alone the bot works on any machine, by polling. */
const modeOf = (mode: string | undefined, secret: string | undefined): string =>
  mode ?? (secret ? "webhook" : "polling");
