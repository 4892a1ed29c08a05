import { userId } from "../../test/fakes/zalo-oa/events.ts";
import { startFakeZaloOa } from "../../test/fakes/zalo-oa/server.ts";
import { ALWAYS, type Bubble, type MakePhone, outagesOf, type Phone, talkOf } from "./phone.ts";

const ME = userId(1);

/** A phone with Zalo on which somebody follows the commune's OA, and the server it speaks to. */
export const phone: MakePhone = async ({ now, publicUrl }) => {
  const callback = `${publicUrl}/zalo-oa/dong-y`;
  const fake = await startFakeZaloOa({ clock: now, callback, perMinute: ALWAYS });
  const bubble = (n: number): Bubble => {
    const seen = fake.sent[n]?.seen;
    return {
      from: "assistant",
      text: seen?.text ?? "",
      ...(seen?.picture && { picture: seen.picture }),
      buttons: (seen?.buttons ?? []).map((b) => ({
        label: b.title,
        ...(/^oa\.query\./.test(b.type) && { press: String(b.payload) }),
      })),
    };
  };
  const { said, bubbles } = talkOf(() => fake.sent.length, bubble);

  const mine: Phone = {
    channel: "zalo-oa",
    app: "Zalo OA",
    note: "Có nút bấm; luôn kèm số để ai không thấy nút vẫn trả lời được.",
    bubbles,
    picture: (id) => fake.uploads.find((u) => u.id === id)?.bytes ?? null,
    say: async (text) => {
      said(text);
      void fake.deliver(fake.events.text(ME, text));
    },
    press: async (id) => {
      const button = fake.sent.flatMap((s) => s.seen.buttons).findLast((b) => String(b.payload) === id);
      if (!button) return;
      said(button.title);
      void fake.deliver(fake.events.press(ME, button));
    },
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
        buttons: { says: "OA này không nhận nút bấm", start: () => fake.set({ buttons: "refused" }) },
        revoked: { says: "Chủ OA gỡ quyền (phải Nối lại ở bàn điều hành)", start: fake.revoke },
      },
      () => {
        fake.clearFaults();
        fake.set({ buttons: "shown" });
      },
    ),
    close: fake.close,
  };
  const pair = fake.grant();
  return {
    phone: mine,
    env: {
      ZALO_OA_APP_ID: fake.appId,
      ZALO_OA_APP_SECRET: fake.appSecret,
      ZALO_OA_SECRET_KEY: fake.oaSecret,
      ZALO_OA_OA_ID: fake.oaId,
      ZALO_OA_ACCESS_TOKEN: pair.access_token,
      ZALO_OA_REFRESH_TOKEN: pair.refresh_token,
      ZALO_OA_API_ROOT: fake.url,
      ZALO_OA_OAUTH_ROOT: fake.url,
    },
    reached: (server) => fake.setHook(`${server}/webhooks/zalo-oa/default`),
  };
};
