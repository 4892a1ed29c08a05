import { readFileSync } from "node:fs";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newWho } from "../../src/channels/web/who.ts";
import { Sheet } from "../../src/site/chat/blocks.tsx";
import { chatWords } from "../../src/site/chat/words.ts";
import { type House, house, SECRET } from "../browser/house.ts";

let home: House;
beforeAll(async () => {
  home = await house({
    communes: [
      { code: "phu-xuyen-ha-noi", name: "xã Phú Xuyên", province: "Hà Nội", title: "Học số Phú Xuyên" },
      { code: "phu-xuyen-thai-nguyen", name: "xã Phú Xuyên", province: "Thái Nguyên", title: "Học số Phú Xuyên" },
    ],
  });
});
afterAll(() => home.close());
const get = (url: string, headers: Record<string, string> = {}) => home.app.inject({ url, headers });

it("tells two communes of one name apart by their province", async () => {
  const { body } = await get("/");
  expect(body).toContain('href="/chat?commune=phu-xuyen-ha-noi"');
  expect(body).toMatch(/Phú Xuyên<small>Hà Nội/);
  expect(body).toMatch(/Phú Xuyên<small>Thái Nguyên/);
  expect((await get("/?lang=en")).body).toContain("Where do you live?");
});

it("leads to the home page when the commune is not said or not known", async () => {
  for (const url of ["/chat", "/chat?commune=nowhere", "/chat?commune=a&commune=b"]) {
    const response = await get(url);
    expect([response.statusCode, response.headers.location]).toEqual([302, "/"]);
  }
});

it("lets any site frame the chat and no other page, and runs no script but its own", async () => {
  const chat = await get("/chat?commune=phu-xuyen-ha-noi");
  expect(chat.body).toContain('href="/rieng-tu?lang=vi"');
  expect(chat.headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(chat.headers["x-frame-options"]).toBeUndefined();
  for (const page of [chat, await get("/")]) {
    expect(page.headers["content-security-policy"]).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(page.headers["content-security-policy"]).not.toContain("unsafe");
    expect(page.body).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on[a-z]+="/);
  }
  expect((await get("/")).headers["content-security-policy"]).toContain("frame-ancestors 'self'");
});

it("names a browser by a cookie no script can read, and shows the token only while there is none", async () => {
  const first = await get("/chat?commune=phu-xuyen-ha-noi");
  const cookie = String(first.headers["set-cookie"]);
  expect(cookie).toMatch(/^talk=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  const token = cookie.slice("talk=".length).split(";")[0] ?? "";
  expect(first.body).toContain(token);
  const second = await get("/chat?commune=phu-xuyen-ha-noi", { cookie: `talk=${token}` });
  expect(second.body).not.toContain(token);
});

it("in a frame sets no cookie that would not come back, only a partitioned one over https", async () => {
  const framed = await get("/chat?commune=phu-xuyen-ha-noi&nhung=1");
  expect(framed.headers["set-cookie"]).toBeUndefined();
  expect(framed.body).toContain("&quot;framed&quot;:true");
});

it("draws the last of the talk before any script runs", async () => {
  const { token } = newWho(SECRET);
  await home.app.inject({
    method: "POST",
    url: "/chat/messages",
    headers: { "x-talk": token },
    payload: { commune: "phu-xuyen-ha-noi", key: "first-one", open: { code: "step" } },
  });
  const { body } = await get("/chat?commune=phu-xuyen-ha-noi", { cookie: `talk=${token}` });
  expect(body).toContain("Gõ 2 số, rồi bấm Gửi yêu cầu</h2>");
  expect(body).toContain('<img src="/hinh/step-3.png" alt="Hình minh họa');
});

it("says the words beside the labels in the reader's language, in chat and picture", () => {
  const block = { kind: "picture", card: "step-3", alt: "x" } as const;
  const drawn = (language: string) => renderToString(Sheet({ blocks: [block], words: chatWords(language) }));
  expect(drawn("vi")).toContain('src="/hinh/step-3.png"');
  expect(drawn("en")).toContain('src="/hinh/step-3.png?lang=en"');
});

it("cannot be made to write markup by its own address", async () => {
  const { body } = await get(
    `/chat?commune=phu-xuyen-ha-noi&code=${encodeURIComponent('"><script>alert(1)</script>')}&lang=${encodeURIComponent('"><b>')}`,
  );
  expect(body).not.toContain("<script>alert");
  expect(body).toContain("&lt;script>alert");
});

it("keeps a card's picture for ever, a certificate's for a minute, and has no others", async () => {
  const card = await get("/hinh/step-3.png");
  expect([card.statusCode, card.headers["content-type"], card.headers["cache-control"]]).toEqual([
    200,
    "image/png",
    "public, max-age=31536000, immutable",
  ]);
  expect(card.rawPayload.subarray(1, 4).toString()).toBe("PNG");
  expect((await get("/giay/PB-7K4M-2Q.png")).headers["cache-control"]).toBe("private, max-age=60");
  for (const url of ["/hinh/none.png", "/hinh/..%2f..%2fpackage.png", "/giay/XX.png", `/hinh/${"a".repeat(300)}.png`])
    expect((await get(url)).statusCode).toBeOneOf([404, 414]);
});

it("has a manifest for each commune that leads back to its own chat, with pictures of the mark", async () => {
  const { body } = await get("/chat?commune=phu-xuyen-ha-noi");
  const link = /<link rel="manifest" href="([^"]+)"/.exec(body)?.[1] ?? "";
  const manifest = await get(link);
  expect([manifest.statusCode, manifest.headers["content-type"]]).toEqual([
    200,
    expect.stringMatching(/manifest\+json/),
  ]);
  const kept = manifest.json();
  expect([kept.name, kept.start_url, kept.id]).toEqual([
    "Học số Phú Xuyên",
    "/chat?commune=phu-xuyen-ha-noi",
    "/chat?commune=phu-xuyen-ha-noi",
  ]);
  const tokens = readFileSync("src/ui/styles/tokens.css", "utf8").toUpperCase();
  expect(tokens).toContain(`--BANG-800: ${kept.theme_color}`);
  expect(tokens).toContain(`--GIAY: ${kept.background_color}`);
  const touch = /<link rel="apple-touch-icon" href="([^"]+)"/.exec(body)?.[1] ?? "";
  for (const { src, sizes } of [...kept.icons, { src: touch, sizes: "192x192" }]) {
    const { rawPayload, headers } = await get(src);
    // Width and height stand at the same place in every PNG.
    expect(`${rawPayload.readUInt32BE(16)}x${rawPayload.readUInt32BE(20)}`).toBe(sizes);
    expect(headers["cache-control"]).toContain("immutable");
  }
  expect(kept.icons.map(({ purpose }: { purpose: string }) => purpose)).toEqual(["any", "maskable", "any", "maskable"]);
  for (const none of ["", "?commune=nowhere", "?commune=a&commune=b"])
    expect((await get(`/manifest.webmanifest${none}`)).statusCode).toBe(404);
});

it("has a page to keep for times without a network: nobody's, whoever asks", async () => {
  const shell = await get("/chat/shell?commune=phu-xuyen-ha-noi", { cookie: `talk=${newWho(SECRET).token}` });
  expect([shell.statusCode, shell.headers["set-cookie"]]).toEqual([200, undefined]);
  expect(shell.body).toContain("&quot;token&quot;:null,&quot;messages&quot;:[]");
  expect(shell.headers["content-security-policy"]).toContain("worker-src 'self'");
  for (const none of ["", "?commune=nowhere"]) expect((await get(`/chat/shell${none}`)).statusCode).toBe(404);
  const worker = await get("/chat-sw.js");
  expect([worker.statusCode, worker.headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect((await get("/chat-sw.js", { "if-none-match": String(worker.headers.etag) })).statusCode).toBe(304);
});

it("compresses pages, and serves built files for ever by their hash", async () => {
  const page = await get("/chat?commune=phu-xuyen-ha-noi", { "accept-encoding": "gzip, br" });
  expect(page.headers["content-encoding"]).toBe("br");
  const script =
    /src="(\/tep\/chat-[A-Z0-9]{8}\.js)"/.exec((await get("/chat?commune=phu-xuyen-ha-noi")).body)?.[1] ?? "";
  const file = await get(script, { "accept-encoding": "br" });
  expect([file.statusCode, file.headers["content-encoding"], file.headers["cache-control"]]).toEqual([
    200,
    "br",
    "public, max-age=31536000, immutable",
  ]);
});

it("stays light: the script under 30 KB, everything a first visit loads under 65 KB", async () => {
  const headers = { "accept-encoding": "gzip" };
  const page = await get("/chat?commune=phu-xuyen-ha-noi", headers);
  const { body } = await get("/chat?commune=phu-xuyen-ha-noi");
  const urls = [...body.matchAll(/(?:src|href)="(\/tep\/[^"]+)"/g)].map((m) => m[1] ?? "");
  const css = await get(urls.find((u) => u.endsWith(".css")) ?? "");
  const fonts = [...css.body.matchAll(/be-vietnam-pro-\d00-[A-Z0-9]{8}\.woff2/g)].map((m) => `/tep/${m[0]}`);
  const sizes = await Promise.all(
    [...new Set([...urls, ...fonts])].map(async (url) => [url, (await get(url, headers)).rawPayload.length] as const),
  );
  const script = sizes.find(([url]) => url.endsWith(".js"))?.[1] ?? Number.POSITIVE_INFINITY;
  expect(script).toBeLessThan(30_000);
  expect(sizes.filter(([url]) => url.endsWith(".woff2"))).toHaveLength(2);
  expect(page.rawPayload.length + sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(65_000);
});

it("gives the embed script to any site, and says when it has not changed", async () => {
  const script = await get("/nhung.js");
  expect(script.headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect((await get("/nhung.js", { "if-none-match": String(script.headers.etag) })).statusCode).toBe(304);
});
