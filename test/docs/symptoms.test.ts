import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { channelStates } from "../../src/app/channel-states.ts";
import { channelWatch } from "../../src/app/channel-watch.ts";
import { allChannels } from "../../src/channels/all.ts";
import type { Connection } from "../../src/channels/channel.ts";
import type { OpenChannel } from "../../src/channels/definition.ts";
import { probe as probeTelegram, cure as telegramCure } from "../../src/channels/telegram/probe.ts";
import { cure as botCure, probe as probeBot } from "../../src/channels/zalo-bot/probe.ts";
import { zaloOaChannel } from "../../src/channels/zalo-oa/channel.ts";
import { probe as probeOa } from "../../src/channels/zalo-oa/probe.ts";
import { state } from "../../src/channels/zalo-oa/state.ts";
import { windowOf } from "../../src/channels/zalo-oa/window.ts";
import { channels } from "../../src/cli/channels.ts";
import { printed } from "../../src/cli/printed.ts";
import type { Input } from "../../src/cli/verb.ts";
import { unsentWords, windowHelps } from "../../src/desk/unsent.ts";
import { sendCodes } from "../../src/errors.ts";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";
import { messageOf } from "../channels/message-of.ts";
import { probed as found } from "../channels/probed.ts";
import { stage as telegramStage } from "../channels/telegram/kit.ts";
import { stage as botStage } from "../channels/zalo-bot/kit.ts";
import { bac, day, hour, stage as oaStage } from "../channels/zalo-oa/kit.ts";

const MINUTE = 60_000;
const hello = messageOf({ blocks: [{ kind: "text", text: "Chào bác" }] });
const menu = messageOf({ blocks: [{ kind: "question", text: "?" }], choices: [{ key: "a", n: 1, label: "Học" }] });

type Oa = Awaited<ReturnType<typeof oaStage>>;

/** What the desk says of a connection: its warnings, in Vietnamese. */
const desk = async (s: Oa, connection: Connection = s.connection, watch = channelWatch(() => s.clock.now)) => {
  const cold = openCold(s.store.db.name);
  onTestFinished(() => cold.close());
  const open = { channel: s.channel, state: (of: Connection) => state(s.deps, of) };
  const states = channelStates({
    channels: allChannels,
    connected: new Map([[connection.id, { connection, definition: zaloOaChannel, open }]]),
    cold,
    channelWatch: watch,
    now: () => s.clock.now,
  });
  const all = await states.channels(connection.commune);
  return all.flatMap((c) => c.warnings.map((w) => w.vi)).join("\n");
};

/** What `channels probe` prints of a channel, where the whole house is not needed for it. */
const probed = async (connection: Connection, open: Pick<OpenChannel, "probe" | "cure">): Promise<string> => {
  const house = { connected: new Map([[connection.id, { connection, open }]]) };
  // The verb reads these alone.
  const input = {
    words: ["probe", connection.channel],
    flags: {},
    language: "vi",
    house: async () => house,
  } as unknown as Input;
  const out = await channels.run(input);
  if (!("value" in out)) throw new Error(JSON.stringify(out));
  return printed(out, "vi").join("\n");
};

/** Each symptom of the guide, brought about with the made-up channels: what the machine then says. */
const symptoms: Readonly<Record<string, () => Promise<string>>> = {
  "Telegram không trả lời, mã bot đã bị thay": async () => {
    const s = await telegramStage();
    onTestFinished(() => s.fake.close());
    const connection = { ...s.connection, settings: { ...s.connection.settings, token: "1:thu-hoi" } };
    return probed(connection, { probe: probeTelegram, cure: telegramCure });
  },
  "Zalo Bot không trả lời, mã bot đã bị thay": async () => {
    const s = await botStage();
    onTestFinished(() => s.fake.close());
    const connection = { ...s.connection, settings: { ...s.connection.settings, token: "1:thu-hoi" } };
    const deps = {
      now: () => s.clock.now,
      address: "https://hoc.example.vn/webhooks/zalo-bot/default",
      used: () => ({ people: 1, messages: 1 }),
    };
    return probed(connection, { probe: (of) => probeBot(deps, of), cure: botCure });
  },
  "Zalo OA thôi gửi, chủ OA đã rút quyền": async () => {
    const s = await oaStage();
    s.fake.revoke();
    s.clock.now += 26 * hour;
    s.came();
    await s.channel.send(hello, bac, s.connection);
    return desk(s);
  },
  "Zalo OA thôi gửi, khóa bí mật chép sai": async () => {
    const s = await oaStage({ appSecret: "chep-sai" });
    s.clock.now += 26 * hour;
    s.came();
    await s.channel.send(hello, bac, s.connection);
    return desk(s);
  },
  "Bà con nhắn Zalo OA mà máy im, khóa webhook sai": async () => {
    const s = await oaStage({ secretKey: "chep-sai" });
    const body = JSON.stringify({
      app_id: s.fake.appId,
      event_name: "user_send_text",
      sender: { id: bac },
      recipient: { id: s.fake.oaId },
      message: { msg_id: "m1", text: "chào" },
      timestamp: String(s.clock.now),
    });
    s.channel.receive(Buffer.from(body), { "x-zevent-signature": `mac=${"0".repeat(64)}` }, s.connection, s.clock.now);
    return `${await desk(s)}\n${(await found(probeOa(s.deps, s.connection))).lines.map((l) => l.vi).join("\n")}`;
  },
  "Tin Zalo OA mất nút": async () => {
    const s = await oaStage();
    s.fake.set({ buttons: "refused" });
    for (const text of ["?", "Bác chọn bài nào?"]) {
      const said = { ...menu, token: text, blocks: [{ kind: "question", text }] } as const;
      await s.channel.send(said, bac, s.connection);
    }
    return desk(s);
  },
  "Cả buổi không có tin nào tới": async () => {
    const s = await oaStage();
    const watch = channelWatch(() => s.clock.now);
    for (let n = 0; n < 3 * 24 * 12; n++) {
      watch.received(s.connection.id);
      s.clock.now += 5 * MINUTE;
    }
    s.clock.now += 70 * MINUTE;
    return desk(s, s.connection, watch);
  },
  "Nhiều tin gửi không đi": async () => {
    const s = await oaStage();
    const watch = channelWatch(() => s.clock.now);
    s.fake.fault({ kind: "html", status: 502 }, { times: 1_000 });
    for (let n = 0; n < 20; n++) {
      const sent = await s.channel.send({ ...hello, token: `t${n}` }, bac, s.connection);
      watch.sent(s.connection.id, sent.outcome);
    }
    return desk(s, s.connection, watch);
  },
  "Câu trả lời ứ lại": async () => {
    const s = await oaStage();
    const put = s.store.db.prepare(
      "INSERT INTO outbox (commune, connection, account, chat, priority, message, status, due_at, created_at) VALUES ('00000', ?, ?, ?, 0, '{}', 'queued', ?, ?)",
    );
    for (let n = 0; n < 12; n++) put.run(s.connection.id, `a-${bac}`, bac, s.clock.now, s.clock.now);
    s.clock.now += 20 * MINUTE;
    return desk(s);
  },
  "Một người trên Zalo OA không nhận được tin": async () => {
    const s = await oaStage();
    s.clock.now += 3 * day;
    const sent = await s.channel.send(hello, bac, s.connection);
    expect(sent).toMatchObject({ outcome: "wait", reason: expect.stringContaining("48 hours") });
    const window = windowOf(s.clock.now - 3 * day, s.clock.now);
    return window === "billed" ? windowHelps.billed.vi : "";
  },
};

const guide = readFileSync(new URL("../../docs/van-hanh.md", import.meta.url), "utf8");
const table = guide.split("### Mười điều hay gặp")[1]?.split("\n### ")[0] ?? "";
const rows = table
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (điều thấy|-)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, seen = "", where = "", says = "", cure = ""]) => ({ seen, where, says, cure }));

test("the guide has ten symptoms, each with where to look, what stands there and what to do", () => {
  expect(rows.map((r) => r.seen).sort()).toEqual(Object.keys(symptoms).sort());
  expect(rows).toHaveLength(10);
  for (const row of rows) for (const cell of Object.values(row)) expect(cell.length, row.seen).toBeGreaterThan(3);
});

test.each(rows)("$seen: the machine says what the guide quotes", async ({ seen, says }) => {
  const said = await symptoms[seen]?.();
  const quoted = says
    .split("…")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  expect(quoted.length).toBeGreaterThan(0);
  for (const part of quoted) expect(said).toContain(part);
});

test("every code that keeps a message from somebody has its sentences", () => {
  expect(Object.keys(unsentWords).sort()).toEqual([...sendCodes].sort());
});
