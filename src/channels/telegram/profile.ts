import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { apiOf } from "./api.ts";
import { faultIn } from "./outcome.ts";

/**
 * What somebody sees before they write: who the bot is, and the list of commands behind its menu button. `commune`: as
 * people say it, "xã Phú Bình". Telegram shows the English words to a telephone set to another language than Vietnamese.
 */
export const setProfile = async (connection: Connection, commune: string): Promise<Result<void>> => {
  const api = apiOf(connection, 20);
  try {
    for (const language of ["vi", "en"] as const) {
      // Without a language it is what a telephone in any other language shows.
      const to = language === "vi" ? { language_code: "vi" as const } : {};
      await api.setMyCommands(commandList(language), to);
      await api.setMyDescription(about[language](commune), to);
      await api.setMyShortDescription(short[language](commune), to);
    }
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    return ok(undefined);
  } catch (error) {
    return fail(faultIn(error));
  }
};

/** Each is a word that works in every state of a conversation (engine/commands.ts); a test holds them together. */
export const profileCommands = {
  start: { vi: "Bắt đầu", en: "Begin" },
  menu: { vi: "Về danh sách việc", en: "What I can do" },
  repeat: { vi: "Nhắc lại tin vừa rồi", en: "Say the last message again" },
  person: { vi: "Nhờ người giúp", en: "Ask a person to help" },
  language: { vi: "Đổi ngôn ngữ", en: "Change the language" },
  help: { vi: "Cách dùng", en: "How to use this" },
  stop: { vi: "Thôi nhận tin", en: "Stop messages" },
} as const;

const commandList = (language: "vi" | "en") =>
  Object.entries(profileCommands).map(([command, says]) => ({ command, description: says[language] }));

/** At most 512 characters. */
const about = {
  vi: (commune: string) =>
    `Trợ lý học số của ${commune}: học dùng điện thoại, làm giấy tờ trên VNeID và dịch vụ công, tránh lừa đảo. Học từng bước ngắn, không mất tiền. Trợ lý không bao giờ hỏi mật khẩu, mã OTP hay số căn cước. Bấm Bắt đầu.`,
  en: (commune: string) =>
    `The digital learning assistant of ${commune}: using a phone, VNeID and online public services, staying safe from scams. Short steps, free of charge. It never asks for a password, an OTP or an identity number. Tap Start.`,
} as const;

/** At most 120 characters. */
const short = {
  vi: (commune: string) => `Trợ lý học số của ${commune}. Không hỏi mật khẩu, mã OTP.`.slice(0, 120),
  en: (commune: string) => `Digital learning assistant of ${commune}. Never asks for passwords.`.slice(0, 120),
} as const;
