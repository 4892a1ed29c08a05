import type { House } from "../../app.ts";
import { probe as probeTelegram } from "../../channels/telegram/index.ts";
import { probe as probeZaloBot } from "../../channels/zalo-bot/index.ts";
import { probe as probeZaloOa } from "../../channels/zalo-oa/index.ts";
import type { Input, Output } from "../verb.ts";

/** `channels probe`: asks each configured channel whether it would work, and says what to do if not. */
export const probeChannels = async ({ words: [, only, to], house }: Input): Promise<Output> => {
  if (only !== undefined && !Object.hasOwn(probes, only))
    return { fault: "usage: channels probe [telegram|zalo-oa|zalo-bot]" };
  const open = await house();
  const found: [string, Found][] = [];
  for (const [name, look] of Object.entries(probes))
    if (only === undefined || only === name) found.push([name, await look(open, to)]);
  return {
    value: Object.fromEntries(found.map(([name, f]) => [name, f.value])),
    lines: found.flatMap(([, f]) => f.lines),
    ...(found.every(([, f]) => f.ok) ? {} : { failed: true }),
  };
};

type Found = { readonly value: unknown; readonly lines: readonly string[]; readonly ok: boolean };

const telegram = async (house: House): Promise<Found> => {
  const found = house.connection("telegram", "default");
  if (!found) return { value: null, ok: true, lines: ["Telegram: chưa cấu hình (đặt TELEGRAM_BOT_TOKEN)."] };
  const state = await probeTelegram(found.connection);
  if (!state.ok)
    return {
      value: { fault: state.fault },
      ok: false,
      lines: [
        `Telegram: chưa được. ${state.fault.cause}`,
        "  Kiểm tra TELEGRAM_BOT_TOKEN, và máy chủ có ra được mạng không.",
      ],
    };
  const { username, webhook, pending, problem } = state.value;
  return {
    value: state.value,
    ok: true,
    lines: [
      `Telegram: đúng, @${username}.`,
      webhook
        ? `  Webhook: ${webhook}, đang chờ ${pending} tin.`
        : "  Chưa đăng ký webhook; máy chủ sẽ đăng ký khi chạy với PUBLIC_URL là https.",
      ...(problem ? [`  Lỗi gần nhất Telegram báo: ${problem}`] : []),
    ],
  };
};

const zaloOa = async (house: House, to?: string): Promise<Found> => {
  const found = house.connection("zalo-oa", "default");
  if (!found)
    return { value: null, ok: true, lines: ["Zalo OA: chưa cấu hình (đặt ZALO_OA_APP_ID và các biến ZALO_OA_ khác)."] };
  const state = await probeZaloOa(house.zaloDeps, found.connection, to);
  return { value: state, ok: state.ok, lines: state.lines };
};

const zaloBot = async (house: House): Promise<Found> => {
  const found = house.connection("zalo-bot", "default");
  if (!found) return { value: null, ok: true, lines: ["Zalo Bot: chưa cấu hình (đặt ZALO_BOT_TOKEN)."] };
  const address = found.connection.settings.secret ? `${house.config.publicUrl}/webhooks/zalo-bot/default` : null;
  const state = await probeZaloBot({ now: house.now, used: house.usage.used, address }, found.connection);
  return { value: state, ok: state.ok, lines: state.lines };
};

const probes: Readonly<Record<string, (house: House, to?: string) => Promise<Found>>> = {
  telegram,
  "zalo-oa": zaloOa,
  "zalo-bot": zaloBot,
};
