import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OutageKind } from "./outage.ts";

/** What stands between a browser and the house: a line that breaks in every way lines and gateways break. */
export type WeakLine = {
  readonly url: string;
  /** Null: everything goes through. */
  readonly fail: (kind: OutageKind | null) => void;
  /** Breaks every answer that is under way, open streams too. */
  readonly cut: () => void;
  /** Where the house is now: another place after a restart. */
  readonly to: (url: string) => void;
  /** What was asked while it failed. */
  readonly failed: () => number;
  readonly close: () => Promise<void>;
};

export const weakLine = async (house: string): Promise<WeakLine> => {
  let target = house;
  let kind: OutageKind | null = null;
  let failed = 0;
  const open = new Set<ServerResponse>();

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    open.add(res);
    res.on("close", () => open.delete(res));
    const body = await read(req);
    if (kind !== null) failed += 1;
    switch (kind) {
      case null:
        return pass(req, res, body);
      case "reset":
        return void req.socket.destroy();
      case "hang":
        return;
      case "http-502":
        return void res.writeHead(502, { "content-type": "text/html" }).end("<html>Bad Gateway</html>");
      case "html-200":
        return void res.writeHead(200, { "content-type": "text/html" }).end("<html>Đăng nhập Wi-Fi</html>");
      case "reset-after":
        await whole(req, body).catch(() => null);
        return void req.socket.destroy();
      case "truncated": {
        const got = await whole(req, body).catch(() => null);
        if (!got) return void req.socket.destroy();
        res.writeHead(got.status, { ...got.headers, "content-length": String(got.body.length) });
        res.write(got.body.subarray(0, Math.floor(got.body.length / 2)), () => req.socket.destroy());
      }
    }
  };

  const upstream = (
    req: IncomingMessage,
    answered: (got: IncomingMessage) => void,
    failedTo: () => void,
    body: Buffer,
  ) =>
    request(
      `${target}${req.url}`,
      { method: req.method, headers: { ...req.headers, host: new URL(target).host } },
      answered,
    )
      .on("error", failedTo)
      .end(body);

  const pass = (req: IncomingMessage, res: ServerResponse, body: Buffer): void => {
    const asked = upstream(
      req,
      (got) => {
        res.writeHead(got.statusCode ?? 502, got.headers);
        got.on("error", () => res.destroy()).pipe(res);
      },
      () => res.destroy(),
      body,
    );
    res.on("close", () => asked.destroy());
  };

  const whole = async (req: IncomingMessage, body: Buffer) => {
    const got = await new Promise<IncomingMessage>((ok, no) =>
      upstream(req, ok, () => no(new Error("no house")), body),
    );
    return { status: got.statusCode ?? 502, headers: got.headers, body: await read(got) };
  };

  const server = createServer((req, res) => void handle(req, res).catch(() => res.destroy()));
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  // It listens on TCP, so the address is an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    fail: (next) => {
      kind = next;
    },
    cut: () => {
      for (const res of open) res.destroy();
    },
    to: (url) => {
      target = url;
    },
    failed: () => failed,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

const read = async (from: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part);
  return Buffer.concat(parts);
};
