import { expect, onTestFinished, test } from "vitest";
import { startFakeTelegram } from "../../fakes/telegram/server.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { startHouse } from "../../house/house.ts";

const make = updates();
const inGroup = { chat: { id: -5, type: "group", title: "Nhóm mẫu" } };

/** The house behind the fake Bot API. */
const houseWith = async (settings: Record<string, string>) => {
  const fake = await startFakeTelegram();
  onTestFinished(() => fake.close());
  const { house, url, close } = await startHouse({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_WEBHOOK_SECRET: "test-secret",
    TELEGRAM_API_ROOT: fake.root,
    ...settings,
  });
  onTestFinished(close);
  fake.setHook(`${url}/webhooks/telegram/default`, "test-secret");
  return { fake, house };
};

test("a group is told where the private chat is, and nothing of it is kept", async () => {
  const { fake, house } = await houseWith({ TELEGRAM_MODE: "webhook", TELEGRAM_GROUPS: "leave" });
  await fake.deliver(make.gathering(-5, "left", "member"));
  expect((await fake.call("sendMessage")).payload).toMatchObject({
    chat_id: -5,
    text: expect.stringContaining("https://t.me/fake_bot"),
  });
  await fake.call("leaveChat");
  await fake.deliver(make.message(5, { text: "BÀI 1", ...inGroup }));
  for (const table of ["accounts", "sessions", "learners", "outbox"])
    expect(house.store.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
});

test("the buttons of an answered message are taken off, and the answer comes also where that fails", async () => {
  const { fake } = await houseWith({ TELEGRAM_MODE: "webhook" });
  await fake.deliver(make.text(9, "menu"));
  const asked = await fake.call("sendMessage");
  const keys = (asked.payload.reply_markup as { inline_keyboard: { callback_data: string }[][] }).inline_keyboard; // our own bot's
  const data = keys[0]?.[0]?.callback_data ?? "";
  fake.fault(
    { kind: "error", status: 400, description: "Bad Request: message can't be edited" },
    {
      method: "editMessageReplyMarkup",
    },
  );
  await fake.deliver(make.press(9, data));
  const edit = await fake.call("editMessageReplyMarkup");
  expect(edit.payload).toEqual({ chat_id: 9, message_id: 1 });
  await fake.call("sendMessage", 2);
});
