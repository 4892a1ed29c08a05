import { EventEmitter, once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Fault, faultList, isDone, type Scope } from "./faults.ts";

/** One request as it came. `on` names it: the path of the OA, the method of the bot. */
export type Asked = {
  readonly on: string;
  readonly verb: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
};

/** `json` is text, so that a product can write what JSON.stringify would not (a 19-digit number). */
export type Answer = {
  readonly status: number;
  readonly json: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Product<Call> = {
  readonly on: (path: string) => string;
  /** What is kept of a request; every request that was read is kept, also one a fault then hits. */
  readonly note: (asked: Asked) => Call & { readonly on: string; readonly who: string | null };
  readonly perform: (asked: Asked, call: Call) => Answer | Promise<Answer>;
  readonly refuse: (fault: Fault & { kind: "error" }) => Answer;
};

/** A plain HTTP server on loopback that answers for a product and goes wrong where a test asks for it. */
export const serve = async <Call>(product: Product<Call>) => {
  const events = new EventEmitter().setMaxListeners(0);
  const faults = faultList();
  const calls: (Call & { readonly on: string; readonly who: string | null })[] = [];
  const of = (on: string) => calls.filter((c) => c.on === on);

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(req.url ?? "/", "http://fake");
    const on = product.on(url.pathname);
    if (faults.takeUnread(on)) return void req.socket.destroy();
    const asked = {
      on,
      verb: req.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: req.headers,
      raw: await readAll(req),
    };
    const call = product.note(asked);
    calls.push(call);
    events.emit("call");
    const fault = faults.take(on, call.who);
    const answer = isDone(fault) ? await product.perform(asked, call) : { status: 200, json: "{}" };
    if (fault?.kind === "silent") return;
    if (fault?.kind === "slow") await fault.until;
    if (fault?.kind === "reset") return void req.socket.destroy();
    write(res, fault?.kind === "error" ? product.refuse(fault) : answer, fault);
  };

  const server = createServer((req, res) => void handle(req, res).catch(() => res.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP, so never a pipe's name
    calls,
    of,
    /** Resolves with the n-th call (from 1) of a path or method, when it comes. */
    call: async (on: string, n = 1) => {
      for (;;) {
        const call = of(on)[n - 1];
        if (call) return call;
        await once(events, "call");
      }
    },
    fault: (fault: Fault, scope: Scope = {}) => faults.add(fault, scope),
    clearFaults: faults.clear,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
};

const write = (res: ServerResponse, answer: Answer, fault: Fault | null): void => {
  if (fault?.kind === "html") {
    return void res
      .writeHead(fault.status, { "content-type": "text/html" })
      .end("<html><body>Bad Gateway</body></html>");
  }
  if (fault?.kind === "status") {
    const wait = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
    return void res.writeHead(fault.status, { "content-type": "text/plain", ...wait }).end();
  }
  const whole = Buffer.from(answer.json);
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const cut = fault?.kind === "truncated" ? (fault.cut ?? "json") : null;
  res.writeHead(answer.status, {
    ...answer.headers,
    "content-type": fault?.kind === "type" ? fault.contentType : "application/json;charset=utf-8",
    "content-length": cut === "json" ? half.length : whole.length,
  });
  if (cut === "line") res.write(half, () => res.destroy());
  else res.end(cut === "json" ? half : whole);
};

const readAll = async (req: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding is set, so chunks are buffers
  return Buffer.concat(chunks);
};
