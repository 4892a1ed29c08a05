import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { type BotOptions, startFakeZaloBot } from "../zalo-bot/server.ts";
import { chatId } from "../zalo-bot/updates.ts";
import { OA_PATHS } from "./api.ts";
import { userId } from "./events.ts";
import { type FakeZaloOa, type OaOptions, startFakeZaloOa } from "./server.ts";

export const HOUR = 3_600_000;
export const start = Date.UTC(2026, 10, 20, 3);
export const an = userId(1);
export const chat = chatId(1);
export const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(100)]);

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const clockAt = (now = start) => {
  const clock = { now, read: () => clock.now };
  return clock;
};

export const oaOf = async (options: OaOptions = {}) => {
  const clock = clockAt();
  const oa = await startFakeZaloOa({ clock: clock.read, ...options });
  open.push(oa.close);
  return { oa, clock, token: oa.grant().access_token };
};

export const botOf = async (options: BotOptions = {}) => {
  const clock = clockAt();
  const bot = await startFakeZaloBot({ clock: clock.read, ...options });
  open.push(bot.close);
  const ask = async (method: string, body: object = {}) =>
    (await postJson(`${bot.url}/bot${bot.token}/${method}`, body)).json();
  return { bot, clock, ask };
};

export const postJson = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headers },
    body: JSON.stringify(body),
  });

export const send = async (oa: FakeZaloOa, token: string, message: object, path: string = OA_PATHS.send, user = an) =>
  (await postJson(oa.url + path, { recipient: { user_id: user }, message }, { access_token: token })).json();

export type Got = { headers: IncomingHttpHeaders; raw: Buffer };

/** Our side of a webhook: keeps what came, and answers as told. */
export const receiver = async (status: (n: number) => number | "cut" | "never" = () => 200, picture?: Buffer) => {
  const got: Got[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding is set
    got.push({ headers: req.headers, raw: Buffer.concat(chunks) });
    const answer = status(got.length);
    if (answer === "cut") return void req.socket.destroy();
    if (answer !== "never") res.writeHead(answer, picture ? { "content-type": "image/png" } : {}).end(picture);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  const port = (server.address() as AddressInfo).port; // TCP, so never a pipe's name
  return { got, url: `http://127.0.0.1:${port}/hook`, close, keep: () => void open.push(close) };
};

export const hooked = async (
  oa: { setHook: (url: string) => void },
  status?: (n: number) => number | "cut" | "never",
) => {
  const r = await receiver(status);
  r.keep();
  oa.setHook(r.url);
  return r;
};

export const refresh = async (oa: FakeZaloOa, refresh_token: string, secret = oa.appSecret) => {
  const body = new URLSearchParams({ refresh_token, app_id: oa.appId, grant_type: "refresh_token" });
  return (await fetch(oa.url + OA_PATHS.token, { method: "POST", headers: { secret_key: secret }, body })).json();
};
