import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

type Answer = (path: string, req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/**
 * A page for whoever sits at this machine, on loopback alone: it asks nobody who they are. `html` is the file of the
 * page; the looks of a phone go with it. Port 0: any that is free.
 */
export const loopbackPage = async (
  html: string,
  port: number,
  answer: Answer,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const files: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
    "/": { type: "text/html; charset=utf-8", text: readFileSync(html, "utf8") },
    "/phone.css": { type: "text/css; charset=utf-8", text: readFileSync(beside("phone.css"), "utf8") },
    "/bubbles.js": { type: "text/javascript; charset=utf-8", text: readFileSync(beside("bubbles.js"), "utf8") },
  };
  const page = createServer((req, res) => {
    const path = new URL(req.url ?? "/", "http://page").pathname;
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (!isOurs(req)) return void res.writeHead(403).end();
    if (file) return send(res, file.type, file.text);
    Promise.resolve()
      .then(() => answer(path, req, res))
      .catch(() => res.headersSent || res.writeHead(400).end());
  });
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

const beside = (file: string): string => join(import.meta.dirname, file);

/** Another site open in the same browser must neither type here nor, under a name that leads to this machine, read. */
const isOurs = ({ method, headers }: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "") &&
  (method !== "POST" || headers["sec-fetch-site"] !== "cross-site");

export const send = (res: ServerResponse, type: string, body: string | Uint8Array): void =>
  void res.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);

export const bodyOf = async (req: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of req) {
    text += String(chunk);
    if (text.length > 20_000) throw new Error("too long");
  }
  return text;
};
