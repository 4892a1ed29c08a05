import formbody from "@fastify/formbody";
import fastify from "fastify";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { boundedRequest } from "../../src/app/http/bounded-request.ts";
import { longestText } from "../../src/kit/text.ts";
import { long, repeated } from "./hostile-texts.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";
import { workMeter } from "./work.ts";

it("cuts every part of an address and no field of a form, and touches nothing else", async () => {
  const app = fastify({ routerOptions: { maxParamLength: 20_000 } });
  await app.register(formbody);
  boundedRequest(app);
  app.post("/:part", async ({ query, params, body }) => ({ query, params, body }));
  const wide = "㌖".repeat(1_000);
  const answer = await app.inject({
    method: "POST",
    url: `/${encodeURIComponent(wide)}?q=${encodeURIComponent(wide)}&short=Đồng`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: `a=${encodeURIComponent(wide)}&list=x&list=${encodeURIComponent(wide)}&nul=a%00b&once=%2541%26lt%3B&name=${encodeURIComponent("Nguyễn Thị Hoà")}`,
  });
  const { query, params, body } = answer.json();
  // Each form says itself what is too long for it: who wrote a text would not know that its end is gone.
  expect([body.a, body.list[1]]).toEqual([wide, wide]);
  for (const text of [query.q, params.part]) {
    expect(text.normalize("NFKD").length).toBeLessThanOrEqual(longestText);
    expect(text.length).toBeGreaterThan(600);
  }
  expect([query.short, body.name, body.list[0], body.nul]).toEqual(["Đồng", "Nguyễn Thị Hoà", "x", "ab"]);
  // Undone once: what was written twice stays written.
  expect(body.once).toBe("%41&lt;");
  await app.close();
});

let home: HostileHouse;
beforeAll(async () => {
  home = await hostileHouse();
});
afterAll(() => home.close());

const addresses = [
  (text: string) => `/xac-minh?ma=${text}`,
  (text: string) => `/xac-minh/${text}`,
  (text: string) => `/chat?commune=phu-binh-thai-nguyen&code=${text}`,
  (text: string) => `/giay/${text}.png`,
  (text: string) => `/ket-qua/${text}`,
  (text: string) => `/hinh/${text}.png`,
];

test("no address costs more than a page, whatever stands in it", async () => {
  const meter = workMeter();
  for (const [name, unit] of repeated)
    for (const address of addresses) {
      const url = address(encodeURIComponent(long(unit, 700).replace(/\p{Cs}/gu, "")));
      const work = await meter.during(async () => {
        const { statusCode } = await home.app.inject({ url, headers: { accept: "text/html" } });
        expect(statusCode, `${name} ${url.slice(0, 40)}`).toBeLessThan(500);
      });
      expect(work.blocks).toBeLessThan(200_000);
      expect(work.characters).toBeLessThan(1_000_000);
    }
  meter.close();
});

test("no form a stranger can send costs more, with a field as long as its body may be", async () => {
  const meter = workMeter();
  const { cookies, body } = await home.app.inject("/desk/dang-nhap");
  const csrf = /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? "";
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const [name, unit] of repeated)
    for (const url of ["/desk/dang-nhap", "/desk/phu-binh-thai-nguyen/bao-cao/luu", "/du-lieu/tep"]) {
      const words = long(unit, 3_000).replace(/\p{Cs}/gu, "");
      const form = { csrf, login: words, password: words, results: words, ma: words };
      const work = await meter.during(async () => {
        const { statusCode } = await home.app.inject({
          method: "POST",
          url,
          headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
          payload: new URLSearchParams(form).toString(),
        });
        expect(statusCode, `${name} ${url}`).toBeLessThan(500);
      });
      expect(work.blocks, `${name} ${url}`).toBeLessThan(200_000);
      expect(work.characters, `${name} ${url}`).toBeLessThan(1_000_000);
    }
  meter.close();
});
