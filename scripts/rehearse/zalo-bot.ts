import { setTimeout as sleep } from "node:timers/promises";
import { startFakeZaloBot } from "../../test/fakes/zalo-bot/server.ts";
import { chatId } from "../../test/fakes/zalo-bot/updates.ts";
import { ALWAYS, type Bubble, type MakePhone, outagesOf, type Phone, SECRET, talkOf } from "./phone.ts";

const ME = chatId(1);

/** A phone with Zalo on which somebody writes to the commune's bot, and the server it speaks to. */
export const phone: MakePhone = async ({ now, publicUrl }) => {
  const fake = await startFakeZaloBot({ clock: now, idle: () => sleep(20_000) });
  const bubble = (n: number): Bubble => {
    const sent = fake.sent[n];
    return {
      from: "assistant",
      text: String(sent?.payload.text ?? sent?.payload.caption ?? ""),
      ...(sent?.photo && { picture: String(n) }),
      buttons: [],
    };
  };
  const { said, bubbles } = talkOf(() => fake.sent.length, bubble);
  const mine: Phone = {
    channel: "zalo-bot",
    app: "Zalo Bot",
    note: "Không có nút: trả lời bằng số.",
    bubbles,
    picture: (id) => fake.sent[Number(id)]?.photo?.bytes ?? null,
    say: async (text) => {
      said(text);
      void fake.deliver(fake.updates.text(ME, text));
    },
    press: async () => {},
    ...outagesOf(
      {
        "502": {
          says: "Zalo trả lời 502",
          start: () => fake.fault({ kind: "html", status: 502 }, { times: ALWAYS }),
        },
        silent: { says: "Zalo không trả lời", start: () => fake.fault({ kind: "silent" }, { times: ALWAYS }) },
        cut: {
          says: "Đứt mạng lúc đang gửi",
          start: () => fake.fault({ kind: "reset", when: "before" }, { times: ALWAYS }),
        },
        quota: {
          says: "Hết hạn mức tin của gói",
          start: () => fake.fault({ kind: "error", code: 429 }, { on: "sendMessage", times: ALWAYS }),
        },
      },
      fake.clearFaults,
    ),
    close: fake.close,
  };
  return {
    phone: mine,
    env: { ZALO_BOT_TOKEN: fake.token, ZALO_BOT_WEBHOOK_SECRET: SECRET, ZALO_BOT_API_ROOT: fake.url },
    reached: (server) => fake.route(publicUrl, server),
  };
};
