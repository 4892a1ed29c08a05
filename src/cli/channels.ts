import { probe } from "../channels/telegram/index.ts";
import type { Verb } from "./verb.ts";

/** `channels probe`: asks each configured channel whether it would work, and says in Vietnamese what to do if not. */
export const channels: Verb = {
  usage: "channels probe",
  says: "check the credentials and the webhook of every configured channel",
  run: async ({ words, house }) => {
    if (words[0] !== "probe") return { fault: "usage: channels probe" };
    const open = await house();
    const found = open.connection("telegram", "default");
    if (!found) return { value: { telegram: null }, lines: ["Telegram: chưa cấu hình (đặt TELEGRAM_BOT_TOKEN)."] };
    const state = await probe(found.connection);
    const lines = state.ok
      ? [`Telegram: đúng, @${state.value.username}.`, state.value.webhook ? `  Webhook: ${state.value.webhook}, đang chờ ${state.value.pending} tin.` : "  Chưa đăng ký webhook; máy chủ sẽ đăng ký khi chạy với PUBLIC_URL là https.", ...(state.value.problem ? [`  Lỗi gần nhất Telegram báo: ${state.value.problem}`] : [])]
      : [`Telegram: chưa được. ${state.fault.cause}`, "  Kiểm tra TELEGRAM_BOT_TOKEN, và máy chủ có ra được mạng không."];
    return { value: { telegram: state.ok ? state.value : { fault: state.fault } }, lines, ...(state.ok ? {} : { failed: true }) };
  },
};
