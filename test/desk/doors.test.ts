import { expect, onTestFinished, test } from "vitest";
import { doors } from "../../src/app/doors.ts";
import type { Connection } from "../../src/channels/channel.ts";
import { startFakeTelegram } from "../fakes/telegram/server.ts";

import { house, logIn, village } from "./house.ts";

const at = (connection: Connection) => [connection.id, { connection }] as const;

test("beside the page's QR stand those of Telegram, which brings the code along, and of the Zalo OA, where it is typed", async () => {
  const fake = await startFakeTelegram();
  onTestFinished(() => fake.close());
  const h = await house();
  onTestFinished(h.close);
  village(h, "a-xa", "v1", "Xóm Mẫu");
  const of = doors(
    new Map([
      at({ id: "tg", commune: "a-xa", channel: "telegram", settings: { token: fake.token, apiRoot: fake.root } }),
      at({ id: "oa", commune: "a-xa", channel: "zalo-oa", settings: { appId: "1", appSecret: "s", oaId: "2511" } }),
      at({
        id: "other",
        commune: "b-xa",
        channel: "telegram",
        settings: { token: "1:x", apiRoot: "http://127.0.0.1:1" },
      }),
    ]),
  );
  expect(of("a-xa")).toEqual({ telegram: null, zaloOa: "2511" });
  while (of("a-xa").telegram === null) await new Promise((go) => setTimeout(go, 2));
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
  expect(of("b-xa")).toEqual({ telegram: null, zaloOa: null });
});
