import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namedRoutes, rateClasses, rateOf } from "../../src/app/http/rate-classes.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";

let home: HostileHouse;
beforeAll(async () => {
  const plenty = Object.fromEntries(
    Object.keys(rateClasses).map((name) => [name, { address: 1_000_000, all: 1_000_000 }]),
  );
  home = await hostileHouse({}, { rates: plenty });
});
afterAll(() => home.close());

describe("the table of routes", () => {
  it("names every route there is, and none that is gone", () => {
    expect(home.routes.filter((name) => rateOf(...split(name)) === null)).toEqual([]);
    expect(namedRoutes().filter((name) => !home.routes.includes(name))).toEqual([]);
  });
});

const split = (name: string): [string, string] => {
  const [method = "", url = ""] = name.split(" ");
  return [method, url];
};

/** Each from an address of its own, so that no limit hides what lies behind it. */
let strangers = 0;
const ask = (options: InjectOptions) => {
  strangers += 1;
  const remoteAddress = `10.${(strangers >> 16) & 255}.${(strangers >> 8) & 255}.${strangers & 255}`;
  return home.app.inject({ ...options, remoteAddress });
};

/** What no answer may show: how the house is built. */
const inside =
  /node_modules|\bat .+:\d+:\d+|\.tsx?\b|SQLITE|sqlite|SELECT |INSERT |FST_ERR|fastify|zod|Zod|kysely|prisma|preact|TypeError|ReferenceError|undefined is not|Cannot read|ENOENT|EACCES|\/(home|work|srv|tmp|var)\//;

const oddities = [
  "a".repeat(81),
  "a".repeat(129),
  "a".repeat(3_000),
  "%E0%A4%A",
  "%",
  "%00",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "..%5c..",
  "%ff%fe",
  "'%20OR%201=1--",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "%F0%9F%98%80",
  "%ED%A0%80",
  "-1",
  "1e999",
  "NaN",
  "null",
  "[]",
  "{}",
  "phu-binh-thai-nguyen",
  "phu-binh-thai-nguyen.csv",
  "%E2%80%AEabc",
  "ＸＯＭ１",
  "",
];
const odd = fc.oneof(
  fc.constantFrom(...oddities),
  fc.string({ unit: "binary", maxLength: 40 }).map(encodeURIComponentSafely),
  fc.string({ unit: "grapheme-ascii", maxLength: 100 }).map(encodeURIComponent),
);
function encodeURIComponentSafely(text: string): string {
  // Half a surrogate pair has no encoding.
  return encodeURIComponent(Buffer.from(text).toString());
}

const names = fc.constantFrom(
  "code",
  "state",
  "oa_id",
  "commune",
  "lang",
  "ky",
  "bao",
  "after",
  "nhung",
  "ma",
  "trang",
  "loc",
  "__proto__",
  "constructor[prototype]",
  "a[b]",
  "a[]",
);
const query = fc
  .array(fc.tuple(names, odd), { maxLength: 5 })
  // Every name twice now and then: then it arrives as a list.
  .chain((pairs) => fc.boolean().map((twice) => (twice ? [...pairs, ...pairs] : pairs)))
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));

const body = fc.record({
  type: fc.constantFrom(
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/form-data",
    "application/xml",
    "application/json; charset=utf-7",
    "",
    "a/b/c",
  ),
  payload: fc.oneof(
    fc.constantFrom(
      "",
      "{",
      "[]",
      "null",
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{}}}',
      "csrf=a&csrf=b&login=a&login=b&password=x&password=y",
      "csrf=x&password[]=1&code[a]=b",
      "x".repeat(70_000),
      "[".repeat(5_000),
      "%E0%A4%A=%E0",
    ),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.json(),
  ),
});

const headers = fc.record(
  {
    accept: fc.constantFrom(
      "text/html",
      "application/json",
      "image/*",
      "*/*",
      "",
      "text/html;q=0,,,;",
      "a".repeat(3_000),
    ),
    cookie: fc.constantFrom(
      "desk=x",
      "desk=%E0%A4%A",
      "talk=a.b",
      "talk=a.b; talk=c.d",
      "=;;=",
      "desk=".repeat(50),
      "a".repeat(5_000),
    ),
    "last-event-id": fc.constantFrom("-1", "NaN", "1e30", "x", "9".repeat(400)),
    "x-talk": fc.constantFrom("", "a", "a.b", ".", "x".repeat(3_000)),
    "if-none-match": fc.constantFrom("*", '"', "W/"),
    "if-modified-since": fc.constantFrom("never", "Thu, 99 Foo 99999"),
    range: fc.constantFrom("bytes=0-", "bytes=9999999999-", "bytes=-0", "x"),
    "accept-encoding": fc.constantFrom("br", "gzip;q=x", "zstd", ",,,"),
    referer: fc.constantFrom("x", "http://[", "https://example.invalid/desk/ngon-ngu/en"),
    origin: fc.constantFrom("null", "x", "http://["),
    "sec-fetch-site": fc.constantFrom("cross-site", "x"),
    "x-forwarded-for": fc.constantFrom("1.2.3.4", "x", "::1", ", ,", "1.2.3.4, 5.6.7.8", "a".repeat(500)),
    "x-forwarded-proto": fc.constantFrom("https", "x", "https,http"),
    "x-forwarded-host": fc.constantFrom("example.invalid", "[", "a b"),
    authorization: fc.constantFrom("Bearer x", "Basic x", "Bearer"),
    "x-telegram-bot-api-secret-token": fc.constantFrom("x", ""),
  },
  { requiredKeys: [] },
);

const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] as const;

describe("HEAD, OPTIONS and Range", () => {
  const gets = () => [...new Set(home.routes.flatMap((name) => (name.startsWith("GET ") ? [name.slice(4)] : [])))];
  /** Addresses that lead somewhere, beside those that do not. */
  const real = () => [
    ...["/", "/chat?commune=phu-binh-thai-nguyen", "/in", "/tranh/zalo-co-ban.png", "/rieng-tu", "/xac-minh"],
    ...["/ket-qua/phu-binh-thai-nguyen", "/ket-qua/phu-binh-thai-nguyen.csv", "/nhung.js", "/healthz", "/metrics"],
    ...["/desk/dang-nhap", "/desk/vao/khong-co", "/du-lieu/KHONGCO2", "/giay/KHONGCO2.png", "/xac-minh/KHONGCO2"],
  ];
  /** One address answers as another: what is not the body, and not a moment or a key of its own. */
  const shape = ({ statusCode, headers }: Awaited<ReturnType<typeof ask>>) => [
    statusCode,
    ...["content-type", "location", "cache-control", "content-security-policy", "x-content-type-options"].map(
      (name) => headers[name],
    ),
  ];

  it("HEAD is the GET without its body, of the same class and to the same people", async () => {
    for (const url of [...gets().map((path) => path.replace(/:\w+|\*/g, "x")), ...real()]) {
      const [get, head] = [await ask({ url }), await ask({ method: "HEAD", url })];
      // A stream has no HEAD: it would hold a line on which nothing can be said.
      if (url === "/chat/stream") expect(head.statusCode).toBe(404);
      else expect([url, ...shape(head)]).toEqual([url, ...shape(get)]);
      // On a line Node sends no body for a HEAD, whatever was written.
      if (head.statusCode < 400) expect(head.body, url).toBe("");
    }
    for (const path of gets()) expect(rateOf("HEAD", path)).toBe(rateOf("GET", path));
  });

  it("OPTIONS tells nobody anything, and lets no other site in", async () => {
    for (const url of [...gets().map((path) => path.replace(/:\w+|\*/g, "x")), ...real()]) {
      const headers = { origin: "https://example.invalid", "access-control-request-method": "POST" };
      const answer = await ask({ method: "OPTIONS", url, headers });
      expect([url, answer.statusCode]).toEqual([url, 404]);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(answer.body).not.toMatch(inside);
    }
  });

  it("a part of a file is a part of what the whole would be, and never of what may not be had", async () => {
    const { url: script } = { url: /src="(\/tep\/[^"]+)"/.exec((await ask({ url: real()[1] ?? "" })).body)?.[1] ?? "" };
    expect(script).not.toBe("");
    const ranges = [
      "bytes=0-0",
      "bytes=-1",
      "bytes=5-2",
      "bytes=0-,0-,0-",
      "bytes=99999999999-",
      "lines=1-2",
      "bytes=",
    ];
    for (const url of [script, ...real(), "/tep/..%2f..%2fhouse.db", "/hinh/khong-co.png"]) {
      const whole = await ask({ url });
      for (const range of ranges) {
        const part = await ask({ url, headers: { range, "if-range": '"x"' } });
        const plain = await ask({ url, headers: { range } });
        for (const { statusCode, rawPayload } of [part, plain]) {
          if (statusCode !== 416)
            expect([url, range, [whole.statusCode, 206].includes(statusCode)]).toEqual([url, range, true]);
          if (statusCode === 206)
            expect([whole.statusCode, whole.rawPayload.includes(rawPayload)]).toEqual([200, true]);
        }
      }
    }
    expect(home.lines).toEqual([]);
  });
});

describe("whatever a stranger sends to whatever address", () => {
  it("is never our fault: every address with every oddity in every place", async () => {
    for (const name of new Set(home.routes.map((route) => split(route)[1])))
      for (const value of oddities) {
        const path = name.replace(/:\w+|\*/g, value);
        for (const url of [path, `${path}?code=${value}&code=${value}&state=a&state=b&commune=${value}&ky=${value}`]) {
          const answer = await ask({ method: "GET", url, headers: { accept: "text/html" } });
          expect(answer.statusCode, url).toBeLessThan(500);
          if (answer.statusCode >= 400) expect(answer.body).not.toMatch(inside);
        }
      }
    expect(home.lines).toEqual([]);
  });

  it("is never our fault where a form is no form: every address with every kind of JSON", async () => {
    for (const name of new Set(home.routes.map((route) => split(route)[1])))
      for (const payload of [
        '"x"',
        '""',
        "0",
        "true",
        "null",
        "[]",
        '["a"]',
        "{}",
        '{"ma":{},"csrf":[],"code":1}',
        "{",
      ]) {
        const url = name.replace(/:\w+|\*/g, "x");
        const answer = await ask({ method: "POST", url, headers: { "content-type": "application/json" }, payload });
        expect(answer.statusCode, `${url} ${payload}`).toBeLessThan(500);
      }
    expect(home.lines).toEqual([]);
  });

  it("is never our fault, and is never told how the house is built", async () => {
    const routes = [
      ...new Set(home.routes.map((name) => split(name)[1])),
      "/nowhere",
      "/.env",
      "/wp-login.php",
      "/api/v1/x",
    ];
    const asked = fc.record({
      route: fc.constantFrom(...routes),
      method: fc.oneof({ weight: 3, arbitrary: fc.constant("GET" as const) }, fc.constantFrom(...methods)),
      values: fc.array(odd, { minLength: 5, maxLength: 5 }),
      query,
      headers,
      body: fc.option(body, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ route, method, values, query: q, headers: h, body: b }) => {
        let n = 0;
        const path = route.replace(/:\w+|\*/g, () => values[n++ % values.length] ?? "");
        // A stream that is let in never ends; strangers are not let in, but a stranger's fortune is not tested here.
        const answer = await ask({
          method,
          url: `${path}${q === "" ? "" : `?${q}`}`,
          headers: { ...h, ...(b && method !== "GET" && { "content-type": b.type }) },
          ...(b && method !== "GET" && { payload: b.payload }),
        });
        expect(answer.statusCode, `${method} ${path}?${q}`).toBeLessThan(500);
        expect(answer.headers["x-content-type-options"]).toBe("nosniff");
        const type = String(answer.headers["content-type"] ?? "");
        if (answer.statusCode >= 400 && /html|json|text/.test(type)) expect(answer.body).not.toMatch(inside);
        if (answer.statusCode >= 400 && String(h.accept).startsWith("text/html") && type.includes("json"))
          // Programs' addresses answer programs, whatever they say they like.
          expect(route).toMatch(/^\/(chat\/|webhooks|api|healthz|readyz|metrics|tep|nhung)/);
      }),
      { numRuns: 3_000 },
    );
    expect(home.lines).toEqual([]);
  });

  it("leads to a page in the person's language where people look", async () => {
    const page = (url: string) => home.app.inject({ url, headers: { accept: "text/html" } });
    for (const [url, status, says] of [
      ["/khong-co", 404, "Không có trang này"],
      ["/khong-co?lang=en", 404, "There is no such page"],
      ["/%E0%A4%A", 400, "Máy chưa đọc được yêu cầu này"],
      [`/ket-qua/${"a".repeat(81)}`, 404, "Không có"],
      [`/ket-qua/${"a".repeat(129)}`, 414, "Địa chỉ này dài quá"],
      ["/in/khong-co", 404, "Không có trang này"],
      ["/tranh/khong-co", 404, "Không có trang này"],
      ["/desk/x/y/z", 404, "Không có trang này"],
    ] as const) {
      const answer = await page(url);
      expect([url, answer.statusCode, answer.headers["content-type"]]).toEqual([
        url,
        status,
        "text/html; charset=utf-8",
      ]);
      expect(answer.body).toContain(says);
    }
  });

  it("shows a picture where a picture was wanted, and a word where a program asked", async () => {
    const picture = await home.app.inject({ url: "/hinh/khong-co.png", headers: { accept: "image/avif,image/*" } });
    expect([picture.statusCode, picture.headers["content-type"]]).toEqual([404, "image/svg+xml; charset=utf-8"]);
    const word = await home.app.inject({ url: "/khong-co", headers: { accept: "application/json" } });
    expect(word.json()).toEqual({ error: "NOT_FOUND" });
  });
});
