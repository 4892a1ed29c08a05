import { type FakeTelegram, startFakeTelegram } from "../fakes/telegram/server.ts";
import { updates } from "../fakes/telegram/updates.ts";
import { type RunningHouse, startHouse } from "./house.ts";

const secret = "test-secret";

/** The whole house behind our fake Bot API, and people with phones. */
export const telegramTown = async () => {
  const telegram = await startFakeTelegram();
  const town = await startHouse({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: "webhook",
  });
  telegram.setHook(`${town.url}/webhooks/telegram/default`, secret);
  const u = updates();
  const people = new Map<number, ReturnType<typeof person>>();
  return {
    ...town,
    telegram,
    person: (chat: number): ReturnType<typeof person> => {
      const known = people.get(chat) ?? person(telegram, u, chat);
      people.set(chat, known);
      return known;
    },
    close: async () => {
      await town.close();
      await telegram.close();
    },
  } satisfies RunningHouse & Record<string, unknown>;
};

const words = (payload: Record<string, unknown>): string => String(payload.text ?? payload.caption ?? "");

/** Somebody with a phone. What they do resolves with what the house answered. */
const person = (telegram: FakeTelegram, u: ReturnType<typeof updates>, chat: number) => {
  const mine = () => telegram.sent.filter((c) => Number(c.payload.chat_id) === chat && c.method.startsWith("send"));
  let heard = 0;
  const next = async (): Promise<string> => {
    while (mine().length <= heard)
      await Promise.race(["sendMessage", "sendPhoto"].map((m) => telegram.call(m, telegram.of(m).length + 1)));
    const message = mine()[heard++];
    return message ? words(message.payload) : "";
  };
  const buttons = (): { text: string; callback_data: string }[] => {
    const markup = mine()[heard - 1]?.payload.reply_markup;
    // The Bot API wants this shape, and the fake refuses anything else.
    const parsed = (typeof markup === "string" ? JSON.parse(markup) : markup) as
      | { inline_keyboard?: { text: string; callback_data: string }[][] }
      | undefined;
    return (parsed?.inline_keyboard ?? []).flat();
  };
  return {
    says: async (text: string): Promise<string> => {
      await telegram.deliver(u.text(chat, text));
      return next();
    },
    sends: (update: object) => telegram.deliver(u.message(chat, update)),
    presses: async (label: string): Promise<string> => {
      const button = buttons().find((b) => b.text.includes(label));
      if (!button)
        throw new Error(
          `no button "${label}" among ${buttons()
            .map((b) => b.text)
            .join(" | ")}`,
        );
      await telegram.deliver(u.press(chat, button.callback_data));
      return next();
    },
    hears: next,
    buttons: () => buttons().map((b) => b.text),
    last: () => mine().at(-1),
  };
};
