import { startFakeTelegram } from "../../test/fakes/telegram/server.ts";
import { updates } from "../../test/fakes/telegram/updates.ts";
import { ALWAYS, type Bubble, type MakePhone, outagesOf, type Phone, SECRET, talkOf } from "./phone.ts";

const ME = 7001;

/** A phone with Telegram, and the server it speaks to. `now`: people write now, whatever day the builders are made for. */
export const phone: MakePhone = async ({ now }) => {
  const fake = await startFakeTelegram({ schedule: (again) => void setTimeout(again, 1_000) });
  const build = updates(Math.floor(now() / 1_000));
  const isUpload = (n: number): boolean => /^attach:/.test(String(fake.sent[n]?.payload.photo ?? ""));
  const bubble = (n: number): Bubble => {
    const call = fake.sent[n];
    const p = call?.payload ?? {};
    const markup = p.reply_markup as { inline_keyboard?: Record<string, unknown>[][] } | undefined; // a bot's JSON
    return {
      from: "assistant",
      text: plain(String(p.text ?? p.caption ?? "")),
      ...(call?.method === "sendPhoto" && { picture: fileOf(n) }),
      buttons: (markup?.inline_keyboard ?? []).flat().map((key) => ({
        label: String(key.text),
        ...(typeof key.callback_data === "string" && { press: key.callback_data }),
      })),
    };
  };
  /** A picture sent again goes by its file id, "file3" for the third upload; the bytes came with that one. */
  const fileOf = (n: number): string => {
    const nth = /^file(\d{1,6})$/.exec(String(fake.sent[n]?.payload.photo))?.[1];
    const uploads = fake.sent.flatMap((_, i) => (isUpload(i) ? [i] : []));
    return String(nth === undefined ? n : (uploads[Number(nth) - 1] ?? n));
  };
  const { said, bubbles } = talkOf(() => fake.sent.length, bubble);
  const seconds = () => Math.floor(now() / 1_000);

  const mine: Phone = {
    channel: "telegram",
    app: "Telegram",
    note: "Nút bấm nằm dưới tin.",
    bubbles,
    picture: (id) => {
      const files = fake.sent[Number(id)]?.files ?? {};
      return Object.values(files)[0]?.bytes ?? null;
    },
    say: async (text) => {
      said(text);
      void fake.deliver(build.message(ME, { text, date: seconds() }));
    },
    press: async (id) => {
      const key = mine
        .bubbles()
        .flatMap((b) => b.buttons)
        .findLast((b) => b.press === id);
      said(key?.label ?? "");
      void fake.deliver(build.press(ME, id));
    },
    ...outagesOf(
      {
        "502": {
          says: "Telegram trả lời 502",
          start: () => fake.fault({ kind: "html", status: 502 }, { times: ALWAYS }),
        },
        silent: { says: "Telegram không trả lời", start: () => fake.fault({ kind: "silent" }, { times: ALWAYS }) },
        cut: {
          says: "Đứt mạng lúc đang gửi",
          start: () => fake.fault({ kind: "reset", when: "before" }, { times: ALWAYS }),
        },
        "401": {
          says: "Mã bot bị thu hồi",
          start: () => fake.fault({ kind: "error", status: 401, description: "Unauthorized" }, { times: ALWAYS }),
        },
      },
      fake.clearFaults,
    ),
    close: fake.close,
  };
  return {
    phone: mine,
    env: { TELEGRAM_API_ROOT: fake.root, TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_WEBHOOK_SECRET: SECRET },
    reached: (server) => fake.setHook(`${server}/webhooks/telegram/default`, SECRET),
  };
};

const plain = (html: string): string =>
  html
    .replace(/<[^>]{1,10}>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
