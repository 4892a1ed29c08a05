import { afterEach, describe, expect, test } from "vitest";
import { profileCommands } from "../../../src/channels/telegram/profile.ts";
import { setUp } from "../../../src/channels/telegram/setup.ts";
import { type FakeTelegram, startFakeTelegram } from "../../fakes/telegram/server.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { hearing } from "../../spoken.ts";
import { type Answers, someone } from "./someone.ts";

const TOKEN = "123456789:AAAAbbbbCCCCddddEEEEffffGGGGhhhhIII";
const URL = "https://hoc.example.invalid";
let fake: FakeTelegram;
afterEach(() => fake.close());

const officer = async (answers: Answers, env: Record<string, string> = {}) => {
  fake = await startFakeTelegram({ token: TOKEN });
  return someone(answers, { TELEGRAM_API_ROOT: fake.root, ...env });
};

describe("setting Telegram up", () => {
  test("a wrong token is asked again; the officer's phone gets a line; the webhook, the commands and the file stand", async () => {
    const o = await officer([
      [/Dán token/, "not a token"],
      [/Dán token/, TOKEN.replace("123456789", "987654321")],
      [/Dán token/, TOKEN],
      [
        /bấm Bắt đầu/,
        () => {
          fake.queue(updates().text(7001, "/start"));
          return "";
        },
      ],
      [/Địa chỉ công khai/, "http://hoc.example.invalid"],
      [/Địa chỉ công khai/, `${URL}/`],
    ]);
    expect(await setUp(o.session, o.parts)).toBe(true);
    expect(o.left()).toBe(0);
    expect(o.screen()).toMatch(/không nhận token này \(401 Unauthorized\)/);
    expect(o.screen()).toMatch(/Đúng: bot @fake_bot/);
    expect(o.screen()).toMatch(/phải bắt đầu bằng https/i);
    expect(fake.sent.map((c) => c.payload.chat_id)).toEqual([7001]);
    expect(fake.waiting()).toHaveLength(1);
    expect(fake.hook()?.url).toBe(`${URL}/webhooks/telegram/default`);
    const languages = fake.of("setMyCommands").map((c) => c.payload.language_code ?? "other");
    expect(languages.sort()).toEqual(["other", "vi"]);
    expect(o.written()).toMatch(/^TELEGRAM_BOT_TOKEN=123456789:/m);
    expect(o.written()).toContain(`TELEGRAM_WEBHOOK_SECRET=${fake.hook()?.secret}`);
    expect(o.written()).toContain("TELEGRAM_MODE=webhook");
    expect(o.mode()).toBe(0o600);
    // What is on the screen may be photographed.
    expect(o.screen()).not.toContain(TOKEN);
    expect(o.screen()).not.toContain(String(fake.hook()?.secret));
  });

  test("without an address it polls; who has run it before presses Enter", async () => {
    const o = await officer(
      [
        [/Dán token.*Enter để giữ/, ""],
        [/bấm Bắt đầu/, ""],
        [/Địa chỉ công khai/, ""],
      ],
      { TELEGRAM_BOT_TOKEN: TOKEN },
    );
    expect(await setUp(o.session, o.parts)).toBe(true);
    expect(o.written()).toContain("TELEGRAM_MODE=polling");
    expect(fake.hook()).toBeNull();
  });

  test("when nobody answers any more, it stops and nothing half is written", async () => {
    const o = await officer([[/Dán token/, TOKEN]]);
    await expect(setUp(o.session, o.parts)).rejects.toThrow();
    expect(() => o.written()).toThrow();
  });

  test("a webhook that Telegram refuses is told, and the rest stands", async () => {
    const o = await officer([
      [/Dán token/, TOKEN],
      [/bấm Bắt đầu/, ""],
      [/Địa chỉ công khai/, URL],
    ]);
    fake.fault({ kind: "error", status: 400, description: "Bad Request: bad webhook" }, { method: "setWebhook" });
    expect(await setUp(o.session, o.parts)).toBe(false);
    expect(o.screen()).toMatch(/400 Bad Request: bad webhook/);
    expect(o.written()).toContain("TELEGRAM_MODE=webhook");
  });
});

test("every command of the profile is understood in every state", async () => {
  fake = await startFakeTelegram();
  for (const name of Object.keys(profileCommands).filter((n) => n !== "start"))
    expect(hearing.command(`/${name}`), name).toBe(name);
});
