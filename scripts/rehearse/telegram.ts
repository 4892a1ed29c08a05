import { type FakeTelegram, startFakeTelegram } from "../../test/fakes/telegram/server.ts";
import { updates } from "../../test/fakes/telegram/updates.ts";
import { ALWAYS, type Bubble, outagesOf, type Phone } from "./phone.ts";

const ME = 7001;

/** A phone with Telegram, and the server it speaks to. `now`: people write now, whatever day the builders are made for. */
export const telegramPhone = async (now: () => number): Promise<{ phone: Phone; fake: FakeTelegram }> => {
  const fake = await startFakeTelegram({ schedule: (again) => void setTimeout(again, 1_000) });
  const build = updates(Math.floor(now() / 1_000));
  const log: (Bubble | number)[] = [];
  let shown = 0;

  /** A picture sent again goes by its file id; the bytes came with the first. */
  const uploads = new Map<string, number>();
  /** What went out since the last look comes behind what was said before it. */
  const look = (): void => {
    for (; shown < fake.sent.length; shown++) {
      if (isUpload(shown)) uploads.set(`file${uploads.size + 1}`, shown);
      log.push(shown);
    }
  };
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
  const fileOf = (n: number): string =>
    String(isUpload(n) ? n : (uploads.get(String(fake.sent[n]?.payload.photo)) ?? n));
  const said = (text: string): void => {
    look();
    log.push({ from: "me", text, buttons: [] });
  };
  const seconds = () => Math.floor(now() / 1_000);

  const phone: Phone = {
    channel: "telegram",
    app: "Telegram",
    note: "Nút bấm nằm dưới tin.",
    bubbles: () => {
      look();
      return log.map((entry) => (typeof entry === "number" ? bubble(entry) : entry));
    },
    picture: (id) => {
      const files = fake.sent[Number(id)]?.files ?? {};
      return Object.values(files)[0]?.bytes ?? null;
    },
    say: async (text) => {
      said(text);
      void fake.deliver(build.message(ME, { text, date: seconds() }));
    },
    press: async (id) => {
      const key = phone
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
  return { phone, fake };
};

const plain = (html: string): string =>
  html
    .replace(/<[^>]{1,10}>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
