import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { driver } from "../../src/store/sqlite/driver.ts";

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
};

export const token = need("TELEGRAM_BOT_TOKEN");
export const secret = need("TELEGRAM_WEBHOOK_SECRET");
export const apiRoot = need("TELEGRAM_API_ROOT");
export const path = "/webhook";

/**
 * Sessions as JSON in one table, as a bot author would write it. WAL and synchronous=NORMAL: the fast setting SQLite's
 * documentation advises with WAL, which may lose the last commits in a power cut. `PEER_SYNCHRONOUS=FULL` makes it as
 * durable as ours.
 */
export const sessions = () => {
  const db = new driver(`${need("DATA_DIR")}/sessions.sqlite`);
  db.pragma("journal_mode = WAL");
  db.pragma(`synchronous = ${process.env.PEER_SYNCHRONOUS === "FULL" ? "FULL" : "NORMAL"}`);
  db.exec("CREATE TABLE IF NOT EXISTS sessions (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  const read = db.prepare<[string], string>("SELECT value FROM sessions WHERE key = ?").pluck();
  const write = db.prepare("INSERT INTO sessions VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value");
  const remove = db.prepare("DELETE FROM sessions WHERE key = ?");
  return {
    get: <T>(key: string): T | undefined => {
      const value = read.get(key);
      // Written by `set` alone, with what the library gave it.
      return value === undefined ? undefined : (JSON.parse(value) as T);
    },
    set: (key: string, value: unknown): void => void write.run(key, JSON.stringify(value)),
    delete: (key: string): void => void remove.run(key),
  };
};

/** Node's own HTTP server, the lightest both libraries support. */
export const listen = (webhook: (request: IncomingMessage, response: ServerResponse) => unknown): void => {
  const server = createServer((request, response) => {
    if (request.url === path) return webhook(request, response);
    response.writeHead(request.url === "/readyz" ? 200 : 404).end();
  });
  server.keepAliveTimeout = 120_000;
  server.listen(Number(need("PORT")), "127.0.0.1");
};
