import { startFakeZaloBot } from "../../fakes/zalo-bot/server.ts";
import { type BotUpdate, chatId } from "../../fakes/zalo-bot/updates.ts";
import { startHouse } from "../../house/house.ts";
import { numberOf, type Someone, settled, type Town, written } from "./town.ts";

const publicUrl = "https://xa-mau.example";
const secret = "a-secret-of-tests";

/** The house behind the fake Zalo Bot, which fetches its pictures from us as Zalo would. */
export const zaloBotTown = async (): Promise<Town> => {
  const fake = await startFakeZaloBot();
  const { house, url, close } = await startHouse({
    PUBLIC_URL: publicUrl,
    ZALO_BOT_TOKEN: fake.token,
    ZALO_BOT_WEBHOOK_SECRET: secret,
    ZALO_BOT_API_ROOT: fake.url,
  });
  fake.route(publicUrl, url);
  fake.setHook(`${publicUrl}/webhooks/zalo-bot/default`, secret);
  let told = 0;

  const person = (n: number): Someone => {
    const chat = chatId(n);
    const connection = "default-zalo-bot";
    const chosen = new Map<string, BotUpdate>();
    let seen = 0;
    let heard = "";
    let last: BotUpdate | null = null;
    const brings = async (update: BotUpdate): Promise<string> => {
      last = update;
      // Documented is the wrapper, what was really seen is flat: every person speaks the one or the other.
      const answered = await fake.deliver(update, { shape: n % 2 === 0 ? "wrapped" : "flat" });
      if (answered !== 200) throw new Error(`the webhook answered ${answered}`);
      await settled(house, connection, chat);
      const fresh = fake.sent.filter((s) => s.chat === chat).slice(seen);
      seen += fresh.length;
      const words = fresh.map((s) => String(s.payload.text ?? s.payload.caption ?? "")).join("\n");
      if (words !== "") heard = words;
      return words;
    };
    return {
      connection,
      chat,
      opens: () => brings(fake.updates.text(chat, "Xin chào")),
      says: (text) => brings(fake.updates.text(chat, text)),
      chooses: (label) => {
        const update = fake.updates.text(chat, /^\d+\.$/.test(label) ? label.slice(0, -1) : numberOf(heard, label));
        chosen.set(label, update);
        return brings(update);
      },
      choosesAgain: (label) => brings(chosen.get(label) ?? fake.updates.text(chat, "?")),
      isBroughtTwice: () => brings(last ?? fake.updates.text(chat, "?")),
      sends: (what) => brings(what === "photo" ? fake.updates.image(chat) : fake.updates.voice(chat)),
    };
  };

  return {
    house,
    person,
    wire: () => {
      const fresh = fake.calls.slice(told);
      told += fresh.length;
      return fresh.map(({ on, payload }) => plain(written(on, payload)));
    },
    close: async () => {
      await close();
      await fake.close();
    },
  };
};

/** Signatures and days of addresses are not what is compared. */
const plain = (text: string): string => text.replace(/\/hinh-ky\/[\w-]{43}\/\d+\//g, "/hinh-ky/<mac>/<until>/");
