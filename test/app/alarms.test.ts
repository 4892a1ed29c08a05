import { expect, test } from "vitest";
import { CALM } from "../../src/app/alarms/decide.ts";
import { alarmWatch } from "../../src/app/alarms/watch.ts";
import type { Connection } from "../../src/channels/channel.ts";
import { plain } from "../../src/channels/plain.ts";
import type { ChannelState } from "../../src/desk/deps.ts";
import type { AlarmKind } from "../../src/store/ports/alarms.ts";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";
import { deskStore } from "../../src/store/sqlite/cold/desk.ts";
import { openStore } from "../../src/store/sqlite/store.ts";
import { speaker } from "../../src/turns/speak.ts";
import { alarmCode } from "../store/alarm-code.ts";
import { house as tinyHouse } from "../store/house.ts";
import { realLibrary, realWorld } from "../universe.ts";

const nameOf = (id: string) => (id === "oa" ? { vi: "Zalo OA", en: "Zalo OA" } : { vi: "Telegram", en: "Telegram" });

const HOUR = 3_600_000;
const commune = "xa-thu";
const library = realLibrary();

/** Two officers of the staff, a commune with Telegram and a Zalo OA, and alarms that are set by hand. */
const town = async () => {
  const h = tinyHouse();
  h.store.connections.put({ id: "oa", commune, channel: "zalo-oa" });
  const staff = h.store.db.prepare(
    "INSERT INTO staff (id, login, name, role, commune, created_at) VALUES (?,?,?,?,'xa-thu',0)",
  );
  staff.run("can-bo", "can-bo", "Cán bộ", "staff");
  staff.run("giam-sat", "giam-sat", "Giám sát", "overseer");
  const standing = new Map<string, { readonly kind: AlarmKind; readonly connection: string }>();
  const well = new Set<AlarmKind>();
  const channels = async (): Promise<readonly ChannelState[]> =>
    (["oa", "tg"] as const).map((id) => ({
      id,
      channel: id === "oa" ? "zalo-oa" : "telegram",
      title: nameOf(id),
      name: nameOf(id),
      alarms: [
        ...[...standing.values()]
          .filter((s) => s.connection === id)
          .map(({ kind }) => ({ kind, stands: { vi: `${id} ${kind}: làm việc này`, en: `${id} ${kind}: do this` } })),
        ...[...well].map((kind) => ({ kind, stands: null })),
      ],
      warnings: [],
      reconnect: false,
      daysLeft: null,
      month: null,
      wrongSignatures: null,
      plan: null,
      menu: [],
      outbox: null,
    }));
  const connection = (id: string, channel: Connection["channel"]) =>
    [id, { connection: { id, commune, channel, settings: {} } }] as const;
  const watchOn = (store: typeof h.store) =>
    alarmWatch({
      alarms: store.alarms,
      channels,
      connected: new Map([connection("tg", "telegram"), connection("oa", "zalo-oa")]),
      facts: store.facts,
      quietOf: () => [{ from: 21 * 60, to: 6 * 60 }],
      reach: (id) => (id === "oa" ? 48 * HOUR : Number.POSITIVE_INFINITY),
      speak: speaker(realWorld(library)),
      id: () => "t",
      now: () => h.now,
      said: () => {},
    });
  let key = 0;
  const type = (on: string, chat: string, text: string) =>
    h.gate.submit({ connection: on, key: `x${++key}`, chat, at: h.now, content: { kind: "text", text } });
  const link = async (on: string, chat: string, who = "can-bo", code = "7K2P9XY4"): Promise<void> => {
    await type(on, chat, "menu");
    await alarmCode(h.file, commune, code, h.now + HOUR, who);
    await type(on, chat, code);
    await type(on, chat, "yes");
  };
  /** What was told since the last call, with the connection it went through. */
  let seen = 0;
  const told = (): readonly string[] => {
    const rows = h.all(
      'SELECT id, connection, message FROM outbox WHERE id > ? AND message LIKE \'%"purpose":"ticket"%\' ORDER BY id',
      seen,
    );
    seen = Number(rows.at(-1)?.id ?? seen);
    return rows.map((r) => `${r.connection}: ${plain(JSON.parse(String(r.message))).trim()}`);
  };
  return { h, standing, well, watchOn, link, told, type };
};

test("an officer who typed the code is told once, through the other channel, and once more when it is over", async () => {
  const { h, standing, well, watchOn, link, told } = await town();
  await link("tg", "t1");
  await link("oa", "o1", "can-bo", "8K2P9XY4");
  const watch = watchOn(h.store);
  await watch.look();
  expect(told()).toEqual([]);
  standing.set("a", { kind: "failing", connection: "tg" });
  standing.set("b", { kind: "outbox", connection: "tg" });
  for (let n = 0; n < 5; n++) {
    await watch.look();
    h.now += 60_000;
  }
  expect(told()).toMatchInlineSnapshot(`
    [
      "oa: Kênh của xã có việc cần xem

    tg failing: làm việc này

    tg outbox: làm việc này

    Bác xem thêm ở bàn điều hành, Cài đặt, mục Kênh.

    8. Quay lại
    9. Gặp người
    0. Menu",
    ]
  `);
  standing.clear();
  well.add("failing");
  well.add("outbox");
  for (let at = 0; at <= CALM + 60_000; at += 60_000) {
    await watch.look();
    h.now += 60_000;
  }
  expect(told()).toMatchInlineSnapshot(`
    [
      "oa: Kênh của xã đã ổn lại

    Telegram: Tin đã gửi được trở lại.

    Telegram: Các câu trả lời chờ gửi đã đi.

    8. Quay lại
    9. Gặp người
    0. Menu",
    ]
  `);
});

test("a restart tells nobody again, and goes on from what was told", async () => {
  const { h, standing, well, watchOn, link, told } = await town();
  await link("oa", "o1");
  standing.set("a", { kind: "silent", connection: "tg" });
  await watchOn(h.store).look();
  expect(told()).toHaveLength(1);
  for (let n = 0; n < 3; n++) {
    h.now += 60_000;
    const opened = openStore(h.file, { id: () => "x", publicUrl: "http://test" });
    if (!opened.ok) throw new Error(opened.fault.cause);
    await watchOn(opened.value).look();
    opened.value.close();
  }
  expect(told()).toEqual([]);
  // Silence cannot be judged right after a start: that is no end of it.
  standing.clear();
  h.now += 2 * CALM;
  await watchOn(h.store).look();
  expect(told()).toEqual([]);
  well.add("silent");
  await watchOn(h.store).look();
  h.now += CALM;
  await watchOn(h.store).look();
  expect(told()).toHaveLength(1);
});

test("two looks at once tell it once", async () => {
  const { h, standing, watchOn, link, told } = await town();
  await link("oa", "o1");
  standing.set("a", { kind: "silent", connection: "tg" });
  const watch = watchOn(h.store);
  await Promise.all([watch.look(), watch.look(), watch.look()]);
  expect(told()).toHaveLength(1);
});

test.each<readonly [string, (t: Awaited<ReturnType<typeof town>>) => Promise<unknown> | unknown]>([
  ["said stop in that chat", ({ type }) => type("tg", "t1", "dừng")],
  ["blocked us there", ({ h }) => h.store.db.prepare("UPDATE accounts SET blocked_at = 1 WHERE chat = 't1'").run()],
  [
    "erased their data there",
    ({ h }) => h.gate.submit({ connection: "tg", key: "e", chat: "t1", at: h.now, content: { kind: "erase" } }),
  ],
  [
    "is no longer of the staff",
    async ({ h }) => {
      const cold = openCold(h.file);
      const desk = deskStore(cold);
      const who = (await desk.staffList(commune)).find((s) => s.id === "can-bo");
      if (who) await desk.removeStaff(who, { staff: "admin", at: h.now });
      await cold.close();
    },
  ],
  ["only oversees now", ({ h }) => h.store.db.prepare("UPDATE staff SET role = 'overseer' WHERE id = 'can-bo'").run()],
])("whoever %s is told nothing", async (_, happens) => {
  const t = await town();
  await t.link("tg", "t1");
  await happens(t);
  t.standing.set("a", { kind: "silent", connection: "oa" });
  await t.watchOn(t.h.store).look();
  expect(t.told().filter((words) => words.includes("oa silent"))).toEqual([]);
});

test("an officer on Zalo OA who wrote too long ago is not written to there", async () => {
  const { h, standing, watchOn, link, told } = await town();
  await link("oa", "o1");
  h.now += 49 * HOUR;
  standing.set("a", { kind: "silent", connection: "tg" });
  await watchOn(h.store).look();
  expect(told()).toEqual([]);
});

test("at night only what stops every message is told", async () => {
  const { h, standing, watchOn, link, told } = await town();
  await link("tg", "t1");
  h.now += 14 * HOUR;
  standing.set("a", { kind: "silent", connection: "oa" });
  standing.set("b", { kind: "token-gone", connection: "oa" });
  await watchOn(h.store).look();
  expect(told()).toEqual([expect.stringContaining("oa token-gone")]);
  h.now += 9 * HOUR;
  await watchOn(h.store).look();
  expect(told()).toEqual([expect.stringContaining("oa silent")]);
});

test("who reads English is told in English", async () => {
  const { h, standing, watchOn, link, told } = await town();
  await link("tg", "t1");
  h.store.db.prepare("UPDATE learners SET language = 'en'").run();
  standing.set("a", { kind: "buttons", connection: "oa" });
  await watchOn(h.store).look();
  expect(told()).toEqual([expect.stringMatching(/A channel of the commune needs a look[\s\S]*oa buttons: do this/)]);
});

test("a code opens nothing twice, nothing after its hour, and nothing in another commune", async () => {
  const { h, type } = await town();
  const chats = () => h.one("SELECT count(*) FROM alarm_chats");
  await type("tg", "t1", "menu");
  await type("tg", "t2", "menu");
  await alarmCode(h.file, commune, "7K2P9XY4", h.now + HOUR);
  h.now += HOUR;
  await type("tg", "t1", "7K2P9XY4");
  await type("tg", "t1", "yes");
  expect(chats()).toBe(0);
  await alarmCode(h.file, "xa-khac", "7K2P9XY5", h.now + HOUR);
  await type("tg", "t1", "7K2P9XY5");
  await type("tg", "t1", "yes");
  expect(chats()).toBe(0);
  await alarmCode(h.file, commune, "7K2P9XY6", h.now + HOUR);
  for (const chat of ["t1", "t2"]) {
    await type("tg", chat, "7K2P9XY6");
    await type("tg", chat, "yes");
  }
  expect(chats()).toBe(1);
});
