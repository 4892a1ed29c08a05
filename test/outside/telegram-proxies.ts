import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { multipart } from "../fakes/telegram/multipart.ts";

/** Adds the secret header that telegram-test-api never sends, and hides a refusal from it (one would end its process) but keeps the status. */
export const startHookProxy = async (target: string, secret: string) => {
  const statuses: number[] = [];
  const server = await listening(async (req, res) => {
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
    const answer = await fetch(target, { method: "POST", headers, body: await bodyOf(req) });
    statuses.push(answer.status);
    res.writeHead(200, { "content-type": "application/json" }).end(await answer.text());
  });
  return { ...server, statuses };
};

/** Passes Bot API calls on. It knows no sendPhoto, so a picture goes to it as a message of its caption. */
export const startApiProxy = (target: string) =>
  listening(async (req, res) => {
    const body = await bodyOf(req);
    const photo = (req.url ?? "").endsWith("/sendPhoto");
    const sent = photo ? JSON.stringify(captionOf(body, req.headers["content-type"] ?? "")) : body;
    const answer = await fetch(`${target}${req.url?.replace(/sendPhoto$/, "sendMessage")}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: sent,
    });
    const said = (await answer.json()) as { result?: object }; // passed on as it is
    if (photo && said.result) said.result = { ...said.result, photo: [{ file_id: "a-file", width: 1, height: 1 }] };
    res.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(said));
  });

const captionOf = (body: Buffer, type: string): object => {
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  const fields: Record<string, unknown> = boundary ? multipart(body, boundary).fields : JSON.parse(body.toString());
  return { ...fields, chat_id: Number(fields.chat_id), text: fields.caption || "(hình)" };
};

const bodyOf = async (req: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding set
  return Buffer.concat(chunks);
};

const listening = async (handle: (...args: Parameters<RequestListener>) => Promise<void>) => {
  const server = createServer((req, res) => void handle(req, res).catch(() => res.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // TCP
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
