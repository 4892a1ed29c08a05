import { randomBytes } from "node:crypto";
import type { Connection } from "../channel.ts";
import { publicUrl } from "../public-url.ts";
import { isYes, type SetUp, say, setting, until } from "../setting-up.ts";
import { cure, probe } from "./probe.ts";
import { setWebhook } from "./webhook.ts";

/** Zalo Bot: the token, tried at once; the webhook with a secret of our own; a message from the officer's own phone. */
export const setUp: SetUp<unknown> = async (session) => {
  const { set, save } = session;
  const root = set.ZALO_BOT_API_ROOT;
  const at = (token: string, secret?: string): Connection => ({
    id: "default-zalo-bot",
    commune: "",
    channel: "zalo-bot",
    settings: { token, ...(root ? { apiRoot: root } : {}), ...(secret ? { secret } : {}) },
  });
  say(session, {
    vi: "Trong Zalo, tìm Zalo Bot Manager, tạo bot (tên bắt đầu bằng “Bot”). Token gửi về thành tin nhắn Zalo.",
    en: "In Zalo look for Zalo Bot Manager and make a bot (its name begins with “Bot”). The token comes as a Zalo message.",
  });
  const asked = { now: Date.now, used: () => ({ people: 0, messages: 0 }), address: null };
  let name = "";
  const token = await setting(
    session,
    "ZALO_BOT_TOKEN",
    { vi: "Dán token (không hiện ra khi gõ)", en: "Paste the token (not shown)" },
    {
      secret: true,
      tried: async (typed) => {
        const state = await probe(asked, at(typed));
        if (!state.ok) {
          const cures = cure(state.fault);
          const vi = cures.map((c) => c.vi).join(" ");
          const en = cures.map((c) => c.en).join(" ");
          return {
            vi: `Zalo Bot: chưa được (${state.fault.cause}). ${vi}`,
            en: `Zalo Bot: not yet (${state.fault.cause}). ${en}`,
          };
        }
        name = state.value.found.bot.name ?? "bot";
        return null;
      },
    },
  );
  say(session, { vi: `  ✓ Đúng: bot ${name}.`, en: `  ✓ Right: the bot ${name}.` });
  const url = await publicUrl(session, { optional: false });
  const secret = set.ZALO_BOT_WEBHOOK_SECRET || randomBytes(32).toString("hex");
  save({ ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_SECRET: secret, PUBLIC_URL: url });

  await until(session, {
    vi: "Thiết lập đã ghi. Khởi động lại máy chủ ở cửa sổ khác, rồi gõ Enter ở đây",
    en: "The settings are written. Restart the server in another window, then press Enter here",
  });
  const hook = await setWebhook(at(token, secret), `${url}/webhooks/zalo-bot/default`);
  say(
    session,
    !hook.ok
      ? {
          vi: `  ✗ Chưa đăng ký được webhook: ${hook.fault.cause}.`,
          en: `  ✗ The webhook is not registered: ${hook.fault.cause}.`,
        }
      : hook.value.problem !== null
        ? {
            vi: `  ✗ Zalo thử gọi nhưng không tới: ${hook.value.problem.vi}`,
            en: `  ✗ Zalo tried to call and did not get through: ${hook.value.problem.en}`,
          }
        : {
            vi: "  ✓ Đã đăng ký webhook, Zalo gọi tới được.",
            en: "  ✓ The webhook is registered and Zalo gets through.",
          },
  );
  const greeted = isYes(
    await until(session, {
      vi: `Lấy điện thoại, nhắn “xin chào” cho ${name}. Có lời chào trả lại không? (c/k)`,
      en: `On your phone write “hello” to ${name}. Did a greeting come back? (y/n)`,
    }),
  );
  if (!greeted)
    say(session, {
      vi: "  ! Chạy `cli channels probe zalo-bot` để biết vì sao. Người được Zalo bảo vệ (trẻ em, người khuyết tật) nhắn thì bot không đọc được: thử bằng máy khác.",
      en: "  ! `cli channels probe zalo-bot` tells why. The bot cannot read what people under Zalo's protection write: try another phone.",
    });
  say(session, {
    vi: "Còn lại: in mã QR của bot trong Zalo Bot Manager; bà con quét, nhắn một tin, rồi gõ mã xóm hay mã bài, ví dụ XOM3, BAI1.",
    en: "What is left: print the bot's QR code from Zalo Bot Manager; people scan it, write once, and type a code such as XOM3 or BAI1.",
  });
  return hook.ok && hook.value.problem === null && greeted;
};
