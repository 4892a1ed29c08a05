import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import type { Phone } from "./phone.ts";

type About = { readonly server: string; readonly desk: string | null; readonly port: number };

/** Serves the page with the phones on loopback alone; it is a toy for one officer and asks nobody who they are. */
export const phonePage = async (
  phones: readonly Phone[],
  { server, desk, port }: About,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const html = readFileSync(join(import.meta.dirname, "page.html"), "utf8");
  const named = (channel: string): Phone | undefined => phones.find((p) => p.channel === channel);

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { pathname } = new URL(req.url ?? "/", "http://page");
    // Another site open in the same browser must not type here.
    if (req.method === "POST" && req.headers["sec-fetch-site"] === "cross-site") return void res.writeHead(403).end();
    if (pathname === "/") return send(res, "text/html; charset=utf-8", html);
    if (pathname === "/state") return send(res, "application/json", JSON.stringify(stateOf(phones, { server, desk })));
    const picture = /^\/picture\/([\w-]+)\/([\w-]+)$/.exec(pathname);
    if (picture) {
      const bytes = named(picture[1] ?? "")?.picture(picture[2] ?? "") ?? null;
      return bytes ? send(res, "image/png", bytes) : void res.writeHead(404).end();
    }
    if (req.method !== "POST" || pathname !== "/do") return void res.writeHead(404).end();
    const asked = Asked.safeParse(JSON.parse(await bodyOf(req)));
    const phone = asked.success ? named(asked.data.phone) : undefined;
    if (!asked.success || !phone) return void res.writeHead(400).end();
    const { say, press, outage, on } = asked.data;
    if (say !== undefined) await phone.say(say);
    if (press !== undefined) await phone.press(press);
    if (outage !== undefined) phone.turn(outage, on);
    res.writeHead(204).end();
  };

  const page = createServer((req, res) => void answer(req, res).catch(() => res.writeHead(400).end()));
  page.listen(port, "127.0.0.1");
  await once(page, "listening");
  return {
    // Listening on TCP, so never a pipe's name.
    url: `http://127.0.0.1:${(page.address() as AddressInfo).port}`,
    close: async () => {
      page.closeAllConnections();
      page.close();
      await once(page, "close");
    },
  };
};

const Asked = z.object({
  phone: z.string(),
  say: z.string().trim().min(1).max(4_000).optional(),
  press: z.string().max(1_000).optional(),
  outage: z.string().optional(),
  on: z.boolean().default(false),
});

const stateOf = (phones: readonly Phone[], about: Pick<About, "server" | "desk">) => ({
  ...about,
  phones: phones.map(({ channel, app, note, bubbles, outages }) => ({
    channel,
    app,
    note,
    bubbles: bubbles(),
    outages: outages(),
  })),
});

const send = (res: ServerResponse, type: string, body: string | Uint8Array): void =>
  void res.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of req) {
    text += String(chunk);
    if (text.length > 20_000) throw new Error("too long");
  }
  return text;
};
