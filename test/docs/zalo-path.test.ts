import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { listenOnChannels } from "../../src/app/listen.ts";
import { setUp as setUpBot } from "../../src/channels/zalo-bot/setup.ts";
import { menu } from "../../src/channels/zalo-oa/menu.ts";
import { setUp as setUpOa } from "../../src/channels/zalo-oa/setup.ts";
import { someone } from "../cli/setup/someone.ts";
import { startFakeZaloBot } from "../fakes/zalo-bot/server.ts";
import { chatId } from "../fakes/zalo-bot/updates.ts";
import { userId } from "../fakes/zalo-oa/events.ts";
import type { Fault } from "../fakes/zalo-oa/faults.ts";
import { startFakeZaloOa } from "../fakes/zalo-oa/server.ts";
import { mondayClock, type RunningHouse, startHouse } from "../house/house.ts";

// The guide's path on both channels of Zalo: an officer sets the channel up, a neighbour learns on it to the
// certificate, and on the way everything goes wrong once.

const HOUSE = "https://hoc.example.vn";
const [FIRST, LAST] = ["dien-thoai", "giu-ma-otp"];
const Lesson = z.object({
  quiz: z.object({
    items: z.array(
      z.object({ options: z.array(z.object({ right: z.boolean().optional(), text: z.object({ vi: z.string() }) })) }),
    ),
  }),
});

/** What the command wrote, as the server reads it after the restart. */
const settingsIn = (written: string): Record<string, string> =>
  Object.fromEntries(Object.entries(parseEnv(written)).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const track = z
  .object({ lessons: z.array(z.string()) })
  .parse(parse(readFileSync("content/tracks/co-ban.yaml", "utf8")));

/** A neighbour's phone: brings a text to the channel; `heard` counts and gives what the phone showed. */
type Phone = {
  readonly brings: (text: string) => Promise<void>;
  readonly count: () => number;
  readonly heard: (from: number) => string;
};

const passes = async (clock: RunningHouse["clock"]): Promise<void> => {
  await new Promise((go) => setTimeout(go, 4));
  clock.leap(1_000);
};

/** Types a text and waits for what the phone then shows; while nothing comes, time passes. */
const says = async (phone: Phone, running: RunningHouse, text: string): Promise<string> => {
  const before = phone.count();
  await phone.brings(text);
  await comes(phone, running, before);
  return phone.heard(before);
};

/** Time passes until something came and nothing is left to come: a second at a time, half an hour at most. */
const comes = async (phone: Phone, { house, clock }: RunningHouse, before: number): Promise<void> => {
  const left = house.store.db.prepare("SELECT count(*) FROM outbox WHERE status <> 'sent'").pluck();
  for (let patience = 1_800; phone.count() === before || left.get() !== 0; patience--) {
    if (patience === 0) throw new Error("nothing came");
    await passes(clock);
  }
};

/** What two lessons ask, answered as they say themselves. */
const right: ReadonlySet<string> = new Set(
  [FIRST, LAST].flatMap((id) =>
    Lesson.parse(parse(readFileSync(`content/lessons/${id}.yaml`, "utf8"))).quiz.items.flatMap((item) =>
      item.options.filter((o) => o.right).map((o) => o.text.vi),
    ),
  ),
);

/** Between two messages. */
const NEXT = "\n---\n";

/** What a willing person types next: the right answer, else the first offer; a name where one is asked for. */
const nextOn = (heard: string): string => {
  const offers = [...(heard.split(NEXT).at(-1) ?? "").matchAll(/^([1-7])\. (.+)$/gmu)];
  return (offers.find(([, , label = ""]) => right.has(label) || label === "65 trở lên") ?? offers[0])?.[1] ?? "Hoa";
};

/**
 * Learns a lesson, agrees that it is kept, and learns the one that is missing of the track, to the certificate.
 * `trouble`: at each of the first answers one thing goes wrong; `ends`, where waiting does not help.
 */
const learns = async (
  phone: Phone,
  running: RunningHouse,
  trouble: readonly { readonly begins?: () => void; readonly ends?: () => Promise<void> }[],
): Promise<string> => {
  const { db } = running.house.store;
  const one = (sql: string): unknown => db.prepare(sql).pluck().get();
  let heard = await says(phone, running, "BAI1");
  const screens = [heard];
  const goes = async (until: () => boolean): Promise<void> => {
    while (!until()) {
      if (screens.length > 80) throw new Error(`no end to it: ${heard}`);
      const { begins, ends } = trouble[screens.length - 1] ?? {};
      begins?.();
      const before = phone.count();
      await phone.brings(nextOn(heard));
      if (ends) {
        for (let n = 0; n < 60; n++) await passes(running.clock);
        expect(phone.heard(before)).toBe("");
        await ends();
      }
      await comes(phone, running, before);
      heard = phone.heard(before);
      screens.push(heard);
      // What they wrote meanwhile was answered too.
      if (ends) heard = await says(phone, running, "học tiếp");
    }
  };
  await goes(() => one("SELECT progress FROM learners") !== "{}");
  const steps = screens.map((text) => text.split("\n")[0] ?? "").filter((line) => line.includes("Bước"));
  expect(new Set(steps).size, "nothing is said twice, whatever went wrong").toBe(steps.length);
  // What takes weeks: all others of the track.
  const passed = { attempts: 1, best: 4, of: 4, passed: true, done: true };
  const others = Object.fromEntries(track.lessons.filter((id) => id !== LAST).map((id) => [id, passed]));
  db.prepare("UPDATE learners SET progress = ?").run(JSON.stringify(others));
  heard = await says(phone, running, "BAI2");
  await goes(() => one("SELECT count(*) FROM certificates") === 1);
  return heard;
};

const busy = (code: number): Fault => ({ kind: "error", code });
const broken: Fault = { kind: "status", status: 503 };

test("Zalo Bot: set up, called, a lesson with pictures, a line that breaks, a quota, to the certificate", async () => {
  const fake = await startFakeZaloBot({ clock: mondayClock().now });
  onTestFinished(() => fake.close());
  const restarted: RunningHouse[] = [];
  const stop = new AbortController();
  const officer = someone(
    [
      [/Dán token/, "1:chep-sai"],
      [/Dán token/, fake.token],
      [/Địa chỉ công khai/, HOUSE],
      [
        /Khởi động lại/,
        async () => {
          const server = await startHouse({ ...settingsIn(officer.written()), ZALO_BOT_API_ROOT: fake.url });
          restarted.push(server);
          fake.route(HOUSE, server.url);
          await listenOnChannels(server.house, stop.signal);
          return "";
        },
      ],
      [/xin chào/, "c"],
    ],
    { ZALO_BOT_API_ROOT: fake.url },
  );
  onTestFinished(async () => {
    stop.abort();
    for (const server of restarted) await server.close();
  });
  expect(await setUpBot(officer.session, officer.parts)).toBe(true);
  expect(officer.screen()).toMatch(/chép lại token[\s\S]*Zalo gọi tới được/);
  const server = restarted[0] ?? expect.fail("the server was not started");
  const chat = chatId(1);
  const phone: Phone = {
    brings: async (text) => {
      expect(await fake.deliver(fake.updates.text(chat, text))).toBe(200);
    },
    count: () => fake.sent.length,
    heard: (from) =>
      fake.sent
        .slice(from)
        .map(
          ({ payload, photo }) =>
            `${payload.text ?? payload.caption ?? ""}${photo ? `\n[picture ${photo.status}]` : ""}`,
        )
        .join(NEXT),
  };
  expect(await fake.deliver(fake.updates.text(chat, "BAI1"), { secret: "of-somebody-else" })).toBe(401);
  const heard = await learns(phone, server, [
    { begins: () => fake.fault(broken, { on: "sendPhoto" }) },
    { begins: () => fake.fault(busy(429), { on: "sendPhoto" }) },
    { begins: () => fake.fault({ kind: "reset", when: "before" }, { on: "sendPhoto" }) },
  ]);
  expect(heard).toContain("[picture 200]");
  expect(fake.sent.some(({ photo }) => photo?.status === 200)).toBe(true);
});

test("Zalo OA: set up, consented, a lesson, each refusal that ends by time, by a renewed token or by the person, to the certificate", async () => {
  let now = mondayClock().now;
  const fake = await startFakeZaloOa({ callback: `${HOUSE}/zalo-oa/dong-y`, clock: () => now() });
  onTestFinished(() => fake.close());
  const roots = { ZALO_OA_API_ROOT: fake.url, ZALO_OA_OAUTH_ROOT: fake.url };
  const restarted: RunningHouse[] = [];
  const server = (): RunningHouse => restarted[0] ?? expect.fail("the server was not started");
  onTestFinished(async () => {
    for (const one of restarted) await one.close();
  });
  const officer = someone(
    [
      [/Địa chỉ công khai/, HOUSE],
      [/Dán thẻ meta/, ""],
      [/ID ứng dụng/, fake.appId],
      [/Khóa bí mật của ứng dụng/, "chep-sai"],
      [/Khóa bí mật của ứng dụng/, fake.appSecret],
      [/ID của OA/, fake.oaId],
      [/Khóa bí mật OA/, fake.oaSecret],
      [
        /Khởi động lại máy chủ/,
        async () => {
          const started = await startHouse({ ...settingsIn(officer.written()), ...roots });
          restarted.push(started);
          now = started.clock.now;
          fake.setHook(`${started.url}/webhooks/zalo-oa/default`);
          return "";
        },
      ],
      [/user_send/, ""],
      [
        /Đã nối lại/,
        async () => {
          const link = new RegExp(`${fake.url}/v4/oa/permission\\S+`).exec(officer.screen())?.[0] ?? "";
          const back = new URL((await fetch(link, { redirect: "manual" })).headers.get("location") ?? "");
          expect((await fetch(`${server().url}${back.pathname}${back.search}`)).status).toBe(200);
          return "";
        },
      ],
      [/xin chào/, "c"],
    ],
    roots,
    async () => server().house,
  );
  expect(await setUpOa(officer.session, officer.parts)).toBe(true);
  const chat = userId(1);
  const phone: Phone = {
    brings: async (text) => {
      expect((await fake.deliver(fake.events.text(chat, text))).tries.at(-1)).toBe(200);
    },
    count: () => fake.sent.length,
    heard: (from) =>
      fake.sent
        .slice(from)
        .map(({ message }) => String(message.text ?? ""))
        .join(NEXT),
  };
  const forged = await fake.deliver(fake.events.text(chat, "BAI1"), { signature: "mac=0000" });
  expect(forged.tries.at(-1)).not.toBe(200);
  expect(fake.sent).toEqual([]);
  const on = "/v3.0/oa/message/cs";
  const writes = async (): Promise<void> => void (await fake.deliver(fake.events.sticker(chat)));
  const heard = await learns(phone, server(), [
    { begins: () => fake.fault(broken, { on }) },
    { begins: () => fake.fault(busy(-32), { on }) },
    // The access token is no longer taken: renewed, and said once.
    { begins: () => fake.fault(busy(-216), { on }) },
    {},
    {},
    // The quota is used up; the window is closed as Zalo counts it: it goes when they write again.
    { begins: () => fake.fault(busy(-211), { on }), ends: writes },
    { begins: () => fake.fault(busy(-230), { on }), ends: writes },
  ]);
  expect(heard).toMatch(/ghi nhận/);
  expect(fake.uploads.length).toBeGreaterThan(0);
  const opens = { BAI1: /Bước 1\/6/, menu: /Nhắn một số/, "gặp người": /gặp|người/i };
  expect(menu.map((item) => item.sends)).toEqual(Object.keys(opens));
  for (const [sends, answer] of Object.entries(opens)) expect(await says(phone, server(), sends)).toMatch(answer);
});
