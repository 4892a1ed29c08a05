import { expect, onTestFinished, test } from "vitest";
import type { FakeUpdate } from "../../fakes/telegram/updates.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { monday } from "../../universe.ts";
import { SECRET, stage } from "./kit.ts";

const make = updates();

/** A bot in groups: what comes is read, and what is to be said there is said. */
const inGroups = async (groups: string) => {
  const s = await stage();
  onTestFinished(() => s.fake.close());
  const connection = { ...s.connection, settings: { ...s.connection.settings, groups } };
  const comes = async (update: FakeUpdate) => {
    const raw = Buffer.from(JSON.stringify(update));
    const got = s.channel.receive(raw, { "x-telegram-bot-api-secret-token": SECRET }, connection, monday);
    if (!got.ok) throw new Error(got.fault.cause);
    expect(got.value.inbounds).toEqual([]);
    if (got.value.gathering) await s.channel.gathered?.(got.value.gathering, connection);
  };
  const said = () => s.fake.sent.map((c) => [c.payload.chat_id, c.payload.text]);
  const left = () => s.fake.of("leaveChat").map((c) => c.payload.chat_id);
  return { ...s, comes, said, left };
};
const says = (chat: number, text: string, type = "group") => make.message(chat, { text, chat: { id: chat, type } });

test.each([
  "group",
  "supergroup",
  "channel",
])("put into a %s it says one sentence with the link, once", async (type) => {
  const s = await inGroups("silent");
  const join = make.gathering(-5, "left", type === "channel" ? "administrator" : "member", type);
  await Promise.all([s.comes(join), s.comes(join)]);
  for (const text of ["chào", "/start@fake_bot", "@fake_bot ơi"]) await s.comes(says(-5, text, type));
  await s.comes(make.gathering(-5, "member", "administrator", type));
  expect(s.said()).toEqual([[-5, expect.stringContaining("https://t.me/fake_bot")]]);
  expect(s.left()).toEqual([]);
});

test("it leaves where the commune wants it so, also a group it was put into earlier", async () => {
  const s = await inGroups("leave");
  await s.comes(make.gathering(-5, "left", "member"));
  await s.comes(make.gathering(-5, "member", "left"));
  await s.comes(says(-6, "chào"));
  await s.comes(says(-6, "chào"));
  expect(s.said().map(([chat]) => chat)).toEqual([-5, -6]);
  expect(s.left()).toEqual([-5, -6]);
});

test("it leaves although it may not write there, and is silent about having been refused", async () => {
  const s = await inGroups("leave");
  s.fake.fault(
    { kind: "error", status: 400, description: "Bad Request: not enough rights to send text messages" },
    { method: "sendMessage" },
  );
  await s.comes(make.gathering(-5, "left", "member"));
  expect(s.left()).toEqual([-5]);
});

test("a group that becomes a supergroup is not told again", async () => {
  const s = await inGroups("silent");
  await s.comes(make.gathering(-5, "left", "member"));
  await s.comes(make.message(-5, { chat: { id: -5, type: "group" }, migrate_to_chat_id: -1005 }));
  await s.comes(make.gathering(-1005, "left", "member", "supergroup"));
  await s.comes(make.message(-1005, { chat: { id: -1005, type: "supergroup" }, migrate_from_chat_id: -5 }));
  expect(s.said()).toHaveLength(1);
});

test("taken out and put in again, it says so again; another group is told too", async () => {
  const s = await inGroups("silent");
  for (const chat of [-5, -7]) await s.comes(make.gathering(chat, "left", "member"));
  await s.comes(make.gathering(-5, "member", "kicked"));
  await s.comes(make.gathering(-5, "kicked", "member"));
  expect(s.said().map(([chat]) => chat)).toEqual([-5, -7, -5]);
});

test("while Telegram does not answer nothing counts as told", async () => {
  const s = await inGroups("leave");
  s.fake.fault({ kind: "html", status: 502 }, { times: 1 });
  await expect(s.comes(says(-5, "chào"))).rejects.toThrow();
  await s.comes(says(-5, "chào"));
  expect(s.left()).toEqual([-5]);
});
