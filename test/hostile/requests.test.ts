import formbody from "@fastify/formbody";
import fastify from "fastify";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { boundedRequest } from "../../src/app/http/bounded-request.ts";
import { longestText } from "../../src/kit/text.ts";
import { long, repeated } from "./hostile-texts.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";
import { workMeter } from "./work.ts";

it("cuts every field of a form and every part of an address, and touches nothing else", async () => {
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
  for (const text of [query.q, params.part, body.a, body.list[1]]) {
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
