import { startFakeTelegram } from "../../fakes/telegram/server.ts";
import { type FakeUpdate, updates } from "../../fakes/telegram/updates.ts";
import { startHouse } from "../../house/house.ts";
import { type Someone, settled, type Town, written } from "./town.ts";

const secret = "test-secret";
type Button = { readonly text: string; readonly callback_data?: string };

/** The house behind the fake Bot API. */
export const telegramTown = async (): Promise<Town> => {
  const fake = await startFakeTelegram();
  const { house, url, close } = await startHouse({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: fake.root,
    TELEGRAM_MODE: "webhook",
  });
  fake.setHook(`${url}/webhooks/telegram/default`, secret);
  const make = updates();
  let told = 0;

  const person = (n: number): Someone => {
    const chat = 1000 + n;
    const connection = "default-telegram";
    const mine = () => fake.sent.filter((c) => Number(c.payload.chat_id) === chat);
    const buttons: Button[] = [];
    let heard = 0;
    let last: FakeUpdate | null = null;
    const brings = async (update: FakeUpdate): Promise<string> => {
      last = update;
      await fake.deliver(update);
      await settled(house, connection, String(chat));
      const fresh = mine().slice(heard);
      heard += fresh.length;
      const shown = fresh.flatMap((c) => keysOf(c.payload.reply_markup));
      buttons.push(...shown);
      return [...fresh.map((c) => String(c.payload.text ?? c.payload.caption ?? "")), ...shown.map((b) => b.text)].join(
        "\n",
      );
    };
    const press = (button: Button | undefined, label: string): Promise<string> => {
      if (button?.callback_data === undefined)
        throw new Error(`no button "${label}" among ${buttons.map((b) => b.text).join(" | ")}`);
      return brings(make.press(chat, button.callback_data));
    };
    return {
      connection,
      chat: String(chat),
      opens: () => brings(make.text(chat, "/start")),
      says: (text) => brings(make.text(chat, text)),
      chooses: (label) =>
        press(
          buttons.findLast((b) => b.text.includes(label)),
          label,
        ),
      choosesAgain: (label) =>
        press(
          buttons.find((b) => b.text.includes(label)),
          label,
        ),
      isBroughtTwice: () => brings(last ?? make.text(chat, "?")),
      sends: (what) =>
        brings(
          make.message(
            chat,
            what === "photo"
              ? { photo: [{ file_id: "x", file_unique_id: "x", width: 1, height: 1 }] }
              : { voice: { file_id: "x", file_unique_id: "x", duration: 1 } },
          ),
        ),
    };
  };

  return {
    house,
    person,
    wire: () => {
      const all = fake.calls.slice(told);
      told += all.length;
      const fresh = all.filter(({ method }) => !DEPENDS_ON_TIME.has(method));
      return fresh.map(({ method, payload, files, via }) => {
        const uploads = Object.keys(files).map((name) => ` + file ${name}`);
        const keys = keysOf(payload.reply_markup);
        const shown = { ...payload, ...(keys.length > 0 && { reply_markup: keysIn(payload.reply_markup) }) };
        return plain(written(`${method}${via === "webhook" ? " (in the answer)" : ""}${uploads.join("")}`, shown));
      });
    },
    close: async () => {
      await close();
      await fake.close();
    },
  };
};

/**
 * Buttons of an answered message are taken off beside the answer, sooner or later than it; "sending a picture" is shown
 * only where drawing one took long. Neither is the same on a slow machine and on a quick one.
 */
const DEPENDS_ON_TIME = new Set(["editMessageReplyMarkup", "sendChatAction"]);

/** The Bot API wants this shape, and the fake refuses anything else. */
const keysIn = (markup: unknown): Button[][] =>
  ((typeof markup === "string" ? JSON.parse(markup) : markup) as { inline_keyboard?: Button[][] } | undefined)
    ?.inline_keyboard ?? [];
const keysOf = (markup: unknown): Button[] => keysIn(markup).flat();

/** A token of the day is not what is compared. */
const plain = (text: string): string =>
  text.replace(/~[\w-]{22}/g, "~<token>").replace(/(attach:\/\/|\+ file )\w+/g, "$1<upload>");
