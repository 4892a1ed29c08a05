import { afterEach, expect, it } from "vitest";
import { type HostileHouse, hostileHouse } from "./house.ts";

let home: HostileHouse;
afterEach(() => home.close());

const get = async (url: string, remoteAddress: string, accept = "text/html") =>
  home.app.inject({ url, remoteAddress, headers: { accept } });
const codes = async (urls: readonly string[], from: string): Promise<number[]> => {
  const seen: number[] = [];
  for (const url of urls) seen.push((await get(url, from)).statusCode);
  return seen;
};

it("holds one address to its share of a class, over all routes of the class, and nobody else", async () => {
  home = await hostileHouse({}, { rates: { page: { address: 3 } } });
  expect(await codes(["/", "/in", "/ket-qua/phu-binh-thai-nguyen", "/", "/in"], "203.0.113.5")).toEqual([
    200, 200, 200, 429, 429,
  ]);
  expect(await codes(["/"], "203.0.113.6")).toEqual([200]);
  expect(await codes(["/healthz", "/desk/dang-nhap"], "203.0.113.5")).toEqual([200, 200]);
  // HEAD is no way around: it takes of the same share.
  const head = () => home.app.inject({ method: "HEAD", url: "/", remoteAddress: "203.0.113.7" });
  expect([(await head()).statusCode, (await head()).statusCode]).toEqual([200, 200]);
  expect(await codes(["/", "/"], "203.0.113.7")).toEqual([200, 429]);
  expect((await head()).statusCode).toBe(429);
});

it("takes the addresses of one IPv6 line for one, and an IPv4 address in IPv6 clothes for itself", async () => {
  home = await hostileHouse({}, { rates: { page: { address: 2 } } });
  expect(await codes(["/"], "2001:db8:1:2::1")).toEqual([200]);
  expect(await codes(["/"], "2001:db8:1:2:ffff::9")).toEqual([200]);
  expect(await codes(["/"], "2001:db8:1:2:aaaa:bbbb:cccc:dddd")).toEqual([429]);
  expect(await codes(["/"], "2001:db8:1:3::1")).toEqual([200]);
  expect(await codes(["/", "/"], "::ffff:198.51.100.7")).toEqual([200, 200]);
  expect(await codes(["/"], "198.51.100.7")).toEqual([429]);
});

it("holds all together to the share of the class, whoever asks", async () => {
  home = await hostileHouse({}, { rates: { code: { all: 3 } } });
  const seen: number[] = [];
  for (let n = 0; n < 5; n++) seen.push(...(await codes([`/xac-minh/THU${n}`], `203.0.113.${n}`)));
  expect(seen).toEqual([404, 404, 404, 429, 429]);
});

it("counts addresses that do not exist as well", async () => {
  home = await hostileHouse({}, { rates: { unknown: { address: 2 } } });
  expect(await codes(["/a", "/b", "/c"], "203.0.113.5")).toEqual([404, 404, 429]);
});

it("says kindly, and when to come back, in the way that was asked for", async () => {
  home = await hostileHouse({}, { rates: { page: { address: 0 }, picture: { address: 0 }, read: { address: 0 } } });
  const page = await get("/", "203.0.113.5");
  expect([page.statusCode, page.body.includes("Nhiều người hỏi cùng lúc quá")]).toEqual([429, true]);
  expect(Number(page.headers["retry-after"])).toBeGreaterThan(0);
  const picture = await get("/hinh/khong-co.png", "203.0.113.5", "image/*");
  expect([picture.statusCode, picture.headers["content-type"]]).toEqual([429, "image/svg+xml; charset=utf-8"]);
  const machine = await get("/chat/messages?commune=x", "203.0.113.5");
  expect([machine.statusCode, machine.json()]).toEqual([429, { error: "TOO_MANY" }]);
});

it("counts of a channel only what was refused, so that no stranger can use up the share of the channel", async () => {
  home = await hostileHouse(
    { TELEGRAM_BOT_TOKEN: "1:x", TELEGRAM_WEBHOOK_SECRET: "the-secret", TELEGRAM_API_ROOT: "http://127.0.0.1:9" },
    { rates: { webhook: { address: 2 } } },
  );
  const post = async (secret: string, remoteAddress: string) =>
    (
      await home.app.inject({
        method: "POST",
        url: "/webhooks/telegram/default",
        remoteAddress,
        headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
        payload: '{"update_id":1}',
      })
    ).statusCode;
  const right: number[] = [];
  for (let n = 0; n < 5; n++) right.push(await post("the-secret", "149.154.160.1"));
  expect(right).toEqual([200, 200, 200, 200, 200]);
  const wrong: number[] = [];
  for (let n = 0; n < 4; n++) wrong.push(await post("wrong", "203.0.113.5"));
  expect(wrong).toEqual([401, 401, 429, 429]);
  expect(await post("the-secret", "149.154.160.1")).toBe(200);
});

it("lets a class of thirty behind one address open, learn and look at pictures in the same minute", async () => {
  home = await hostileHouse();
  const from = "203.0.113.5";
  const statuses = new Set<number>();
  for (let n = 0; n < 30; n++) {
    for (const url of ["/", "/chat?commune=phu-binh-thai-nguyen", "/in", "/tranh/zalo-co-ban.png", "/desk/dang-nhap"])
      statuses.add((await get(url, from)).statusCode);
    for (let tap = 0; tap < 15; tap++)
      statuses.add((await get("/chat/messages?commune=phu-binh-thai-nguyen", from)).statusCode);
  }
  // 401: nobody here has a talk; what counts is that nobody was sent away for asking.
  expect([...statuses].sort()).toEqual([200, 401]);
});
