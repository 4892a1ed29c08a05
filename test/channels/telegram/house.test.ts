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
