import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HostileHouse, hostileHouse } from "./house.ts";

// What no HTTP library sends: written to the socket by hand, to every route there is. Whatever comes in, the answer is
// a kind one of 4xx (or the page itself), the line ends, and the house goes on.

let home: HostileHouse;
let port = 0;
const patience = { headersMs: 400, requestMs: 600, lookMs: 100, silentMs: 2_000, keepAliveMs: 300 };
beforeAll(async () => {
  const plenty = { address: 1_000_000, all: 1_000_000 };
  const rates = Object.fromEntries(
    ["page", "file", "chat", "read", "picture", "code", "sign-in", "desk", "webhook", "machine", "unknown"].map((c) => [
      c,
      plenty,
    ]),
  );
  home = await hostileHouse({}, { patience, rates });
  port = await home.listen();
}, 300_000);
afterAll(() => home.close());

/** Everything that comes back until the line ends. `drip` is written again and again, for a body that never ends. */
const raw = (said: string | Buffer, drip?: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    const timer = drip === undefined ? null : setInterval(() => void socket.write(drip), 20);
    socket.on("data", (data) => {
      heard += data.toString("latin1");
      // A stream that was let in has no end of its own.
      if (heard.includes("text/event-stream")) socket.destroy();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      if (timer) clearInterval(timer);
      resolve(heard);
    });
    socket.write(said);
  });

const statuses = (heard: string): readonly number[] =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, code]) => Number(code));
const harmless = (heard: string, what: string): void => {
  for (const status of statuses(heard)) expect(status, `${what}\n${heard.slice(0, 300)}`).toBeLessThan(500);
  expect(heard, what).not.toMatch(/node_modules|at .+:\d+:\d+|SQLITE|FST_ERR/);
};

const paths = () =>
  [...new Set(home.routes.map((name) => name.split(" ")[1] ?? ""))].map((route) => route.replace(/:\w+|\*/g, "x"));
const head = (method: string, path: string, lines: readonly string[], version = "1.1"): string =>
  [`${method} ${path} HTTP/${version}`, ...lines, "", ""].join("\r\n");
const HOST = "Host: xa.example";
const END = "Connection: close";

test("HTTP/1.0, no host, two hosts, a whole address and strange methods: every route", async () => {
  for (const path of paths()) {
    harmless(await raw(head("GET", path, [END], "1.0")), `1.0 ${path}`);
    harmless(await raw(head("GET", path, [END])), `no host ${path}`);
    harmless(await raw(head("GET", path, [HOST, "Host: other.example", END])), `two hosts ${path}`);
    harmless(await raw(head("GET", `http://other.example${path}`, [HOST, END])), `whole ${path}`);
    for (const method of ["TRACE", "OPTIONS", "PROPFIND", "PURGE", "BREW"]) {
      const heard = await raw(head(method, path, [HOST, END, "X-Secret: zqgiu"]));
      harmless(heard, `${method} ${path}`);
      // What was sent does not come back: TRACE is how a page would read a cookie it may not see.
      expect(heard, `${method} ${path}`).not.toContain("zqgiu");
      for (const status of statuses(heard)) expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
    }
  }
}, 300_000);

const lengths = [
  ["Content-Length: 5", "Content-Length: 60"],
  ["Content-Length: 4", "Transfer-Encoding: chunked"],
  ["Transfer-Encoding: chunked, identity"],
  ["Transfer-Encoding: xchunked"],
  ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
  ["Content-Length: -1"],
  ["Content-Length: 0x10"],
  ["Content-Length : 5"],
  ["Content-Length: 5", " folded: 6"],
];
const chunks = ["zz\r\nabc\r\n", "FFFFFFFFFFFFFFFFF\r\n", "5;x=\r\n{}\r\n", "-1\r\n\r\n", "3\r\n\0\0\0\r\n0\r\n\r\n"];

test("two lengths, a length beside chunks, broken chunks: one answer, and nothing is read as a second request", async () => {
  const hidden = head("GET", "/healthz", [HOST, "X-Hidden: 1"]);
  const post = (path: string, lines: readonly string[]): string =>
    head("POST", path, [HOST, "Content-Type: application/json", ...lines, END]);
  // Side by side: some lines only end with their patience.
  for (const path of paths())
    await Promise.all([
      ...lengths.map(async (lines) => {
        const heard = await raw(`${post(path, lines)}0\r\n\r\n${hidden}`);
        harmless(heard, `${path} ${lines}`);
        expect(statuses(heard).length, `${path} ${lines}`).toBeLessThanOrEqual(1);
        expect(heard, `${path} ${lines}`).not.toContain('{"ok":true}');
      }),
      ...chunks.map(async (chunk) =>
        harmless(await raw(post(path, ["Transfer-Encoding: chunked"]) + chunk), `${path} ${chunk}`),
      ),
    ]);
}, 300_000);

test("a body that never ends is ended, to every address that takes one", async () => {
  const posts = home.routes
    .filter((name) => name.startsWith("POST "))
    .map((name) => name.slice(5).replace(/:\w+/g, "x"));
  const all = await Promise.all(
    posts.map(async (path) => {
      const type = /webhooks|chat|api/.test(path) ? "application/json" : "application/x-www-form-urlencoded";
      const said = head("POST", path, [HOST, `Content-Type: ${type}`, "Transfer-Encoding: chunked"]);
      return [path, await raw(said, `10\r\n${"a".repeat(16)}\r\n`)] as const;
    }),
  );
  for (const [path, heard] of all) harmless(heard, path);
  expect(all.length).toBeGreaterThan(30);
}, 300_000);

test("bytes that are no request, headers without end, names that are none", async () => {
  for (const said of [
    "\0\0\0\0\r\n\r\n",
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n",
    "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "GET  /  HTTP/1.1\r\n\r\n",
    "GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "GET //evil.example/%2e%2e HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    `GET /?${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\n${"X-A: b\r\n".repeat(5_000)}\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${"a=b; ".repeat(10_000)}\r\n\r\n`,
  ])
    harmless(await raw(Buffer.from(said, "latin1")), JSON.stringify(said.slice(0, 60)));
  harmless(await raw("GET / HTTP/1.1\r\nHost: x\r\n", "X-Drip: a\r\n"), "headers without end");
  expect(statuses(await raw(head("GET", "/healthz", [HOST, END])))).toEqual([200]);
  expect(home.lines).toEqual([]);
}, 120_000);
