import type { Server } from "node:http";

/** How long a line may be slow, and how many lines there may be. Tests hand in smaller ones. */
export type Patience = {
  /** The first byte and all headers: one packet, even from a village on a bad day. */
  readonly headersMs: number;
  /** The whole request with its body: 64 KB on a line of 50 kbit/s is 11 s. */
  readonly requestMs: number;
  /** How often lines are looked at; an unfinished one is closed at most this much later. */
  readonly lookMs: number;
  /** Nothing moved in either direction, though something should: a reader that stopped reading. Streams breathe every 25 s. */
  readonly silentMs: number;
  /** Between two requests of one line: a person reads a screen. */
  readonly keepAliveMs: number;
  /** Lines in all. Each costs some 20 KB. */
  readonly lines: number;
  /** Lines of one address that is not a proxy of this machine: a class on one wireless network, six lines a browser. */
  readonly linesPerAddress: number;
};

export const patience: Patience = {
  headersMs: 10_000,
  requestMs: 15_000,
  lookMs: 2_000,
  silentMs: 90_000,
  keepAliveMs: 30_000,
  lines: 5_000,
  linesPerAddress: 300,
};

/** The same as options of the server. */
export const serverOptions = (p: Patience) => ({
  connectionTimeout: p.silentMs,
  requestTimeout: p.requestMs,
  keepAliveTimeout: p.keepAliveMs,
  http: { headersTimeout: p.headersMs, connectionsCheckingInterval: p.lookMs },
});

/** Holds the number of lines. `isProxy`: addresses that bring many people; there nginx counts (docs/van-hanh.md). */
export const lineLimits = (server: Server, p: Patience, isProxy: (address: string) => boolean = isLoopback): void => {
  server.maxConnections = p.lines;
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "";
    if (isProxy(address)) return;
    const now = (open.get(address) ?? 0) + 1;
    if (now > p.linesPerAddress) return void socket.destroy();
    open.set(address, now);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
};

export const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);
