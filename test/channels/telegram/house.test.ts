import { expect, onTestFinished, test } from "vitest";
import { everythingStored } from "../../everything-stored.ts";
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

test("what stands beside the words leaves no trace: names, captions, contacts, quoted and forwarded texts", async () => {
  const { fake, house } = await houseWith({ TELEGRAM_MODE: "webhook" });
  const id = "062044671407";
  const phone = "0912345678";
  const picture = [{ file_id: "a", file_unique_id: "b", width: 90, height: 67 }];
  const chat = { id: 5, first_name: id, last_name: phone, username: "hoa1958", type: "private" };
  const from = { id: 5, is_bot: false, first_name: id, last_name: phone, username: "hoa1958", language_code: "vi" };
  const place = { latitude: 21.59, longitude: 105.84 };
  const beside: readonly object[] = [
    { text: "menu" },
    { photo: picture, caption: `cccd ${id}` },
    {
      photo: picture,
      caption: "mã OTP là 739204",
      forward_origin: { type: "hidden_user", sender_user_name: id, date: 1 },
    },
    { document: { file_id: "a", file_unique_id: "b", file_name: `cccd ${id}.pdf` }, caption: id },
    { contact: { phone_number: phone, first_name: id, vcard: `TEL:${phone}` } },
    { location: place, venue: { location: place, title: id, address: phone } },
    { text: "menu", reply_to_message: { message_id: 1, date: 1, chat, from, text: `otp 739204 ${id}` } },
    { text: "menu", quote: { text: `cccd ${id}`, position: 0 } },
    { text: `cccd ${id}`, forward_origin: { type: "user", date: 1, sender_user: from } },
    { poll: { id: "1", question: id, options: [{ text: phone, voter_count: 0 }] } },
  ];
  for (const [i, what] of beside.entries()) {
    await fake.deliver(make.message(5, { chat, from, ...what }));
    await fake.call("sendMessage", i + 1);
  }
  const stored = everythingStored(house.store.db);
  for (const part of [id, phone, "739204", "hoa1958", "21.59"]) expect(stored).not.toContain(part);
});
