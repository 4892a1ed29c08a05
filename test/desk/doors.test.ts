import { expect, onTestFinished, test } from "vitest";
import { doors } from "../../src/app/doors.ts";
import type { Connection } from "../../src/channels/channel.ts";
import type { ChannelDefinition, OpenChannel } from "../../src/channels/definition.ts";
import { telegramChannel } from "../../src/channels/telegram/channel.ts";
import { door as telegramDoor } from "../../src/channels/telegram/door.ts";
import { zaloOaChannel } from "../../src/channels/zalo-oa/channel.ts";
import { door as oaDoor } from "../../src/channels/zalo-oa/door.ts";
import type { PosterDoor } from "../../src/desk/deps.ts";
import { startFakeTelegram } from "../fakes/telegram/server.ts";

import { house, logIn, village } from "./house.ts";

type Of = Pick<ChannelDefinition<never>, "words"> & { readonly door: OpenChannel["door"] };
const tg: Of = { words: telegramChannel.words, door: telegramDoor };
const oa: Of = { words: zaloOaChannel.words, door: oaDoor };
const at = ({ words, door }: Of, connection: Connection) =>
  [connection.id, { connection, definition: { words }, open: door ? { door } : {} }] as const;

const titles = (doors: readonly PosterDoor[]) => doors.map((d) => d.title.vi);

test("beside the page's QR stand those of Telegram, which brings the code along, and of the Zalo OA, where it is typed", async () => {
  const fake = await startFakeTelegram();
  onTestFinished(() => fake.close());
  const h = await house();
  onTestFinished(h.close);
  village(h, "a-xa", "v1", "Xóm Mẫu");
  const of = doors(
    new Map([
      at(tg, { id: "tg", commune: "a-xa", channel: "telegram", settings: { token: fake.token, apiRoot: fake.root } }),
      at(oa, { id: "oa", commune: "a-xa", channel: "zalo-oa", settings: { appId: "1", appSecret: "s", oaId: "2511" } }),
      at(tg, {
        id: "other",
        commune: "b-xa",
        channel: "telegram",
        settings: { token: "1:x", apiRoot: "http://127.0.0.1:1" },
      }),
    ]),
  );
  expect(titles(of("a-xa"))).toEqual(["Zalo Official Account"]);
  while (of("a-xa").length < 2) await new Promise((go) => setTimeout(go, 2));
  Object.assign(h.deps, { doors: of });
  const b = await logIn(h, "staff", "a-xa");
  const { body } = await b.get("/desk/a-xa/xom");
  const code = /<b>(XOM\d+)<\/b>/.exec(body)?.[1] ?? "";
  expect(code).not.toBe("");
  expect(body).toContain(`https://t.me/fake_bot?start=${code}`);
  expect(body).toContain("https://zalo.me/2511");
  expect(body.match(/class="qr"/g)).toHaveLength(3);
  const file = (await b.get("/desk/a-xa/xom/tai/danh-sach.csv")).body;
  expect(file).toContain(`https://t.me/fake_bot?start=${code}`);
  // Telegram out of reach: nothing is made up, and the page does not wait.
  expect(of("b-xa")).toEqual([]);
});
