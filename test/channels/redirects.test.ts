import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { call } from "../../src/channels/calling.ts";
import { fetch } from "../../src/channels/telegram/fetch.ts";

// Our tokens go to the product they are of and nowhere else, whatever answers in its place.

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});
const listening = async (answer: Parameters<typeof createServer>[1]): Promise<string> => {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
};

const sent = async (send: (url: string) => Promise<unknown>): Promise<readonly string[]> => {
  const seen: string[] = [];
  const elsewhere = await listening((request, response) => {
    seen.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.end("{}");
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const product = await listening((_request, response) =>
      response.writeHead(status, { location: `${elsewhere}/taken` }).end(),
    );
    await send(`${product}/bot-token/sendMessage`).catch(() => undefined);
  }
  return seen;
};

test("a call to Zalo follows nobody elsewhere", async () => {
  const send = (url: string) =>
    call({ method: "POST", url, headers: { access_token: "x" }, data: {}, timeoutMs: 5_000 });
  expect(await sent(send)).toEqual([]);
});

test("nor does one to Telegram", async () => {
  const init = { method: "POST", headers: {}, body: "{}", signal: new AbortController().signal };
  // grammY hands over a url and these four; its types promise far more.
  const send = fetch as unknown as (url: string, given: typeof init) => Promise<{ json: () => Promise<unknown> }>;
  expect(await sent(async (url) => (await send(url, init)).json())).toEqual([]);
});
