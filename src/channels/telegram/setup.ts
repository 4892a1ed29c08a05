import { randomBytes } from "node:crypto";
import type { Fault } from "../../errors.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import type { Connection } from "../channel.ts";
import { publicUrl } from "../public-url.ts";
import { type SetUp, say, setting, until } from "../setting-up.ts";
import { type Probe, probe } from "./probe.ts";
import { setProfile } from "./profile.ts";
import { tryOut } from "./try-out.ts";
import { setWebhook } from "./webhook.ts";

/** Telegram: the token, tried at once; a line on the officer's own phone; the profile; the webhook, or polling without an address. */
export const setUp: SetUp<unknown> = async (session) => {
  const { set, save, commune } = session;
  const root = set.TELEGRAM_API_ROOT;
  const at = (token: string, secret?: string): Connection => ({
    id: "default-telegram",
    commune: "",
    channel: "telegram",
    settings: { token, ...(root ? { apiRoot: root } : {}), ...(secret ? { secret } : {}) },
  });
  say(session, {
    vi: "Trong Telegram, nhắn @BotFather, gõ /newbot, đặt tên cho bot. BotFather đưa một mã (token).",
    en: "In Telegram, write to @BotFather: /newbot, and a name. BotFather gives you a token.",
  });
  let found: Probe["found"] | null = null;
  const token = await setting(
    session,
    "TELEGRAM_BOT_TOKEN",
    { vi: "Dán token (không hiện ra khi gõ)", en: "Paste the token (not shown)" },
    {
      secret: true,
      tried: async (typed) => {
        const state = await probe(at(typed));
        if (!state.ok) return refusal(state.fault);
        found = state.value.found;
        return null;
      },
    },
  );
  // TypeScript cannot see that `tried` assigned it.
  const bot = found as Probe["found"] | null;
  const name = bot?.username ?? "";
  say(session, { vi: `  ✓ Đúng: bot @${name}.`, en: `  ✓ Right: the bot @${name}.` });

  if (bot?.webhook == null) {
    await until(session, {
      vi: `Lấy điện thoại, mở t.me/${name}, bấm Bắt đầu (Start), rồi gõ Enter ở đây`,
      en: `On your phone open t.me/${name}, tap Start, then press Enter here`,
    });
    const tried = await tryOut(at(token), "Tin thử: kênh Telegram của xã đã gửi được.");
    say(
      session,
      tried.ok
        ? tried.value === null
          ? {
              vi: "  ! Chưa thấy tin nào của bạn. Không sao, cuối cùng sẽ thử lại.",
              en: "  ! Nothing from you came yet; it is tried again at the end.",
            }
          : { vi: "  ✓ Đã gửi một tin thử tới điện thoại của bạn.", en: "  ✓ A line was sent to your phone." }
        : refusal(tried.fault),
    );
  }
  const url = await publicUrl(session, { optional: true });
  const secret = set.TELEGRAM_WEBHOOK_SECRET || randomBytes(32).toString("hex");
  save({
    TELEGRAM_BOT_TOKEN: token,
    ...(url === ""
      ? { TELEGRAM_MODE: "polling" }
      : { PUBLIC_URL: url, TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: secret }),
  });

  const profile = await setProfile(at(token), commune);
  say(
    session,
    profile.ok
      ? {
          vi: "  ✓ Đã đặt lời giới thiệu và danh sách lệnh, tiếng Việt và tiếng Anh.",
          en: "  ✓ The description and the commands are set, in both languages.",
        }
      : refusal(profile.fault),
  );
  let standing = profile.ok;
  if (url !== "") {
    const hook = await setWebhook(at(token, secret), `${url}/webhooks/telegram/default`);
    standing &&= hook.ok;
    say(
      session,
      hook.ok ? { vi: "  ✓ Đã đăng ký webhook.", en: "  ✓ The webhook is registered." } : refusal(hook.fault),
    );
  }
  say(
    session,
    { vi: "Còn lại, bạn làm:", en: "What is left for you:" },
    {
      vi: "  1. Khởi động lại máy chủ để nhận thiết lập mới.",
      en: "  1. Restart the server, so that it takes the settings.",
    },
    {
      vi: `  2. Nhắn một tin cho @${name}: phải có lời chào trong vài giây.`,
      en: `  2. Write to @${name}: a greeting must come within seconds.`,
    },
    {
      vi: `  3. In mã QR của đường dẫn này để dán: https://t.me/${name}?start=BAI1`,
      en: `  3. Print this address as a QR code: https://t.me/${name}?start=BAI1`,
    },
    {
      vi: "  4. Với @BotFather, gõ /setuserpic để đặt ảnh của xã.",
      en: "  4. Give the bot the commune's picture: /setuserpic at @BotFather.",
    },
  );
  return standing;
};

const refusal = ({ code, cause }: Fault): Bilingual =>
  code === "SEND_UNAUTHORISED"
    ? {
        vi: `Telegram không nhận token này (${cause}). Xem tin nhắn của @BotFather, chép lại cả dòng; nếu đã /revoke thì chỉ token mới dùng được.`,
        en: `Telegram refuses this token (${cause}). Copy the whole line from @BotFather; after /revoke only the newest works.`,
      }
    : code === "CONFIG_INVALID"
      ? { vi: `  ✗ Thiết lập chưa đúng: ${cause}.`, en: `  ✗ A setting is wrong: ${cause}.` }
      : {
          vi: `Chưa hỏi được Telegram (${cause}). Xem máy chủ có ra được Internet không; ở Việt Nam có lúc mạng chặn Telegram. Thử lại sau.`,
          en: `Telegram could not be asked (${cause}). See whether this machine reaches the Internet; try again later.`,
        };
