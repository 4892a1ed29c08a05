import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { signingKey } from "../../src/app/secret.ts";
import { newWho } from "../../src/channels/web/who.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";

let home: HostileHouse;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await home.close();
});

const quick = { patience: { headersMs: 200, requestMs: 400, lookMs: 50, keepAliveMs: 200, silentMs: 300 } };

/** A line of our own: says the first words, and gives back all that came until the other side closed it. */
const until = async (port: number, words: string): Promise<string> => {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let heard = "";
  socket.on("data", (chunk) => {
    heard += String(chunk);
  });
  socket.on("error", () => {});
  socket.write(words);
  await once(socket, "close");
  return heard;
};

it("closes a line whose headers, or whose body, do not come to an end", async () => {
  home = await hostileHouse({}, quick);
  const port = await home.listen();
  const post = "POST /chat/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  for (const words of [
    "GET / HT",
    "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    `${post}Content-Length: 4000\r\n\r\n{"commune":`,
    `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{"com`,
    "POST /webhooks/telegram/default HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n{",
    "POST /desk/dang-nhap HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\nlogin=",
  ]) {
    const heard = await until(port, words);
    // Told so or simply closed, but never in the server's own English or with a trace of it.
    expect(heard).not.toMatch(/Client Error|node_modules|FST_/);
  }
});

it("closes a line that says nothing at all, and one that has nothing more to ask", async () => {
  home = await hostileHouse({}, quick);
  const port = await home.listen();
  expect(await until(port, "")).not.toContain("200 OK");
  expect(await until(port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")).toContain("200 OK");
});

it("tells a line that speaks no HTTP so, kindly and shortly", async () => {
  home = await hostileHouse({}, quick);
  const port = await home.listen();
  const heard = await until(port, "XIN CHAO\r\n\r\n");
  expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(heard.toLowerCase()).toContain("x-content-type-options: nosniff");
  expect(heard).toContain("<h1>Máy chưa đọc được yêu cầu này</h1>");
});

it("tells who brings headers without end so as everything else is told: a page for people, a word for programs", async () => {
  home = await hostileHouse({}, quick);
  const port = await home.listen();
  const asked = (path: string, accept: string) =>
    until(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: ${accept}\r\nCookie: a=${"a".repeat(20_000)}\r\n\r\n`);
  for (const accept of ["text/html,application/json;q=0.9", "*/*"]) {
    const page = await asked("/chat", accept);
    expect(page).toMatch(
      /^HTTP\/1\.1 431 Request Header Fields Too Large\r\nContent-Type: text\/html; charset=utf-8\r\n/,
    );
    expect(page).toContain("<h1>Trình duyệt gửi kèm nhiều dữ liệu quá</h1>");
    expect(page).toContain('lang="en"');
    expect(page).not.toContain("aaaa");
  }
  for (const word of [await asked("/chat", "application/json"), await asked("/webhooks/telegram/default", "*/*")])
    expect(word).toMatch(/application\/json.*\r\n\r\n\{"error":"TOO_LARGE"\}$/s);
});

it("takes so many lines of one address and no more; a proxy on this machine brings many", async () => {
  home = await hostileHouse({}, { patience: { linesPerAddress: 2 }, isProxy: () => false });
  const port = await home.listen();
  const open = async (): Promise<Socket> => {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    socket.on("error", () => {});
    await once(socket, "connect");
    return socket;
  };
  const [first] = [await open(), await open()];
  const third = await open();
  await once(third, "close");
  first?.destroy();
  await once(first as Socket, "close"); // it was just opened
  // A place is free as soon as the server saw the first one go.
  for (;;) {
    const heard = await until(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    if (heard.includes("200 OK")) break;
  }
});

/** A stream: resolves with what came once it has ended. */
const stream = async (port: number, token: string, forwarded: string) => {
  const response = await fetch(`http://127.0.0.1:${port}/chat/stream?commune=phu-binh-thai-nguyen`, {
    headers: { "x-talk": token, "x-forwarded-for": forwarded },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  return response;
};

it("keeps so many streams of one address; the oldest is told to fetch for a while", async () => {
  home = await hostileHouse({}, { streams: { perChat: 3, perAddress: 2, inAll: 100 } });
  const port = await home.listen();
  const key = signingKey(home.house.config.dataDir);
  const lines = [];
  for (const from of ["2001:db8::1", "2001:db8::2", "2001:db8::3", "198.51.100.1"])
    lines.push(await stream(port, newWho(key).token, from));
  const [oldest, ...others] = lines;
  expect(await oldest?.text()).toContain("retry: 30000");
  for (const line of others) await line.body?.cancel();
});

it("keeps so many streams in all; who holds the most gives one up", async () => {
  home = await hostileHouse({}, { streams: { perChat: 3, perAddress: 50, inAll: 4 } });
  const port = await home.listen();
  const key = signingKey(home.house.config.dataDir);
  const alone = await stream(port, newWho(key).token, "203.0.113.9");
  const greedy = [];
  for (let n = 0; n < 4; n++) greedy.push(await stream(port, newWho(key).token, "203.0.113.5"));
  expect(await greedy[0]?.text()).toContain("retry: 30000");
  const reader = alone.body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("retry: 3000\n\n");
  await reader?.cancel();
  for (const line of greedy.slice(1)) await line.body?.cancel();
});
