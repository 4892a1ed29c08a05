import { afterAll, beforeAll, expect, test } from "vitest";
import { rateClasses } from "../../src/app/http/rate-classes.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";

// A page of the commune says nothing a stranger wrote into its address. An address is sent around, and what stands on the
// commune's own page is believed: "gọi số này để nhận thưởng" needs no script to cheat somebody.

let home: HostileHouse;
beforeAll(async () => {
  const plenty = Object.fromEntries(
    Object.keys(rateClasses).map((name) => [name, { address: 1_000_000, all: 1_000_000 }]),
  );
  home = await hostileHouse({}, { rates: plenty });
}, 300_000);
afterAll(() => home.close());

const names = ["code", "ma", "commune", "lang", "ky", "bao", "state", "oa_id", "trang", "loc", "error", "message", "q"];
const lures = ["Goi 0912345678 nhan thuong zqthuong", "zqthuong goi 0912345678", "ZQTHUONG09123", "zq-thuong.example"];

/** What is read on a page: no tags, and also what stands in a field or is spoken for a picture. */
const read = (body: string): string =>
  `${body.replace(/<(?:script|style)\b.*?<\/(?:script|style)>/gs, " ").replace(/<[^>]*>/g, " ")} ${[
    ...body.matchAll(/\b(?:value|placeholder|title|alt|aria-label)="([^"]*)"/g),
  ]
    .map(([, words]) => words)
    .join(" ")}`.toLowerCase();

test("no address puts a stranger's words on a page, as its part or in its query", async () => {
  let pages = 0;
  for (const route of new Set(home.routes.filter((r) => r.startsWith("GET ")).map((r) => r.slice(4))))
    for (const lure of lures) {
      const said = encodeURIComponent(lure);
      const query = names.map((name) => `${name}=${said}`).join("&");
      for (const url of [route.replace(/:\w+|\*/g, said), `${route.replace(/:\w+|\*/g, "x")}?${query}`, `/${said}`]) {
        const answer = await home.app.inject({ url, headers: { accept: "text/html" } });
        if (!String(answer.headers["content-type"]).includes("html")) continue;
        pages++;
        for (const part of ["zqthuong", "zq-thuong", "0912345678"]) expect(read(answer.body), url).not.toContain(part);
      }
    }
  expect(pages).toBeGreaterThan(50);
}, 300_000);
