import type { House } from "../app.ts";
import { probe as probeTelegram } from "../channels/telegram/index.ts";
import { probe as probeZaloBot } from "../channels/zalo-bot/index.ts";
import { probe as probeZaloOa } from "../channels/zalo-oa/index.ts";
import { promptOn } from "./prompt.ts";
import { type SetUp, Stopped, sessionOn } from "./setup/session.ts";
import { telegram as setUpTelegram } from "./setup/telegram.ts";
import { zaloBot as setUpZaloBot } from "./setup/zalo-bot.ts";
import { zaloOa as setUpZaloOa } from "./setup/zalo-oa.ts";
import type { Input, Output, Verb } from "./verb.ts";

type Found = { readonly value: unknown; readonly lines: readonly string[]; readonly ok: boolean };

/**
 * `channels probe`: asks each configured channel whether it would work, and says in Vietnamese what to do if not.
 * `channels setup CHANNEL`: asks for one thing at a time, tries it at once, writes it down and says what is left.
 */
export const channels: Verb = {
  words: "probe [telegram | zalo-oa [USER] | zalo-bot] | setup (telegram | zalo-oa | zalo-bot)",
  says: {
    vi: "nối một kênh từng bước; thử khoá và webhook của các kênh đã nối",
    en: "set a channel up step by step; check the credentials and the webhook of every channel",
  },
  options: {
    env: {
      value: "FILE",
      says: { vi: "tệp thiết lập mà setup ghi vào (mặc định: .env)", en: "the file setup writes to (default: .env)" },
    },
  },
  run: async (input) => {
    const {
      words: [what, only, to],
      house,
    } = input;
    if (what === "setup") return setUp(input);
    if (what !== "probe" || (only !== undefined && !(only in probes)))
      return {
        fault: "usage: channels probe [telegram|zalo-oa|zalo-bot], or channels setup telegram|zalo-oa|zalo-bot",
      };
    const open = await house();
    const found: [string, Found][] = [];
    for (const [name, look] of Object.entries(probes))
      if (only === undefined || only === name) found.push([name, await look(open, to)]);
    return {
      value: Object.fromEntries(found.map(([name, f]) => [name, f.value])),
      lines: found.flatMap(([, f]) => f.lines),
      ...(found.every(([, f]) => f.ok) ? {} : { failed: true }),
    };
  },
};

const setUp = async ({ words: [, channel = ""], flags, language, house, config, taught }: Input): Promise<Output> => {
  const way = Object.entries(setUps).find(([name]) => name === channel)?.[1];
  if (!way) return { fault: "usage: channels setup telegram|zalo-oa|zalo-bot" };
  const file = typeof flags.env === "string" ? flags.env : ".env";
  const prompt = promptOn(process.stdin, process.stderr);
  const commune = taught.communes.find((c) => c.code === config.commune);
  const session = sessionOn({ language, house }, `xã ${commune?.name ?? ""}`, prompt, file, process.env);
  try {
    const standing = await way(session);
    return {
      value: { channel, standing, file },
      lines: [
        language === "en"
          ? standing
            ? `Done. The settings are in ${file}.`
            : `Not all of it stands yet; what was set is in ${file}. Run the command again, Enter keeps what is there.`
          : standing
            ? `Xong. Thiết lập nằm trong ${file}.`
            : `Chưa xong hết; phần đã làm nằm trong ${file}. Chạy lại lệnh này, chỗ nào đúng rồi thì Enter.`,
      ],
      ...(standing ? {} : { failed: true }),
    };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return {
      fault:
        language === "en"
          ? `stopped before the end; what was set is in ${file}`
          : `dừng giữa chừng; phần đã làm nằm trong ${file}`,
    };
  } finally {
    prompt.close();
  }
};

const setUps: Readonly<Record<string, SetUp>> = {
  telegram: setUpTelegram,
  "zalo-oa": setUpZaloOa,
  "zalo-bot": setUpZaloBot,
};

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
