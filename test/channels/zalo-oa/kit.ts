import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Connection } from "../../../src/channels/channel.ts";
import { zaloOa } from "../../../src/channels/zalo-oa/channel.ts";
import type { ZaloDeps } from "../../../src/channels/zalo-oa/deps.ts";
import { tokens } from "../../../src/channels/zalo-oa/tokens.ts";
import type { Fault } from "../../../src/errors.ts";
import { openStore } from "../../../src/store/sqlite/store.ts";
import { zaloOn } from "../../../src/store/sqlite/zalo/zalo.ts";
import { userId } from "../../fakes/zalo-oa/events.ts";
import { type FakeZaloOa, type OaOptions, startFakeZaloOa } from "../../fakes/zalo-oa/server.ts";

/** 2026-11-24 09:00 in Viet Nam. */
export const morning = Date.UTC(2026, 10, 24, 2);
export const hour = 3_600_000;
export const day = 24 * hour;
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
export const bac = userId(7);

export const tempDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "zalo-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

export const connectionTo = (fake: FakeZaloOa, more: Record<string, string> = {}): Connection => ({
  id: "default-zalo-oa",
  commune: "00000",
  channel: "zalo-oa",
  settings: {
    appId: fake.appId,
    appSecret: fake.appSecret,
    secretKey: fake.oaSecret,
    oaId: fake.oaId,
    apiRoot: fake.url,
    oauthRoot: fake.url,
    ...more,
  },
});

/** A database with one person on the connection, who was last there at `seenAt`. Sample data for a test, no real place. */
export const database = (dir: string) => {
  const opened = openStore(join(dir, "house.db"), { id: () => "id", publicUrl: "http://test" });
  if (!opened.ok) throw new Error(opened.fault.cause);
  const store = opened.value;
  onTestFinished(() => void (store.db.open && store.close()));
  store.db.prepare("INSERT OR IGNORE INTO communes (code, hash, seed) VALUES ('00000','h','{}')").run();
  store.connections.put({ id: "default-zalo-oa", commune: "00000", channel: "zalo-oa" });
  const zalo = zaloOn(store.db);
  const meet = (chat: string, seenAt: number): void =>
    void store.db
      .prepare(
        "INSERT OR REPLACE INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES ('00000',?,'default-zalo-oa',?,?,0,?)",
      )
      .run(`a-${chat}`, chat, `l-${chat}`, seenAt);
  return { store, zalo, meet };
};

/** A fake Zalo, a channel with a real database that talks to it, and one clock for both that stands until it is moved. */
export const stage = async (
  settings: Record<string, string> = {},
  over: Partial<ZaloDeps> = {},
  options: OaOptions = {},
) => {
  const clock = { now: morning };
  const fake = await startFakeZaloOa({ clock: () => clock.now, ...options });
  onTestFinished(() => fake.close());
  const { store, zalo, meet } = database(tempDir());
  const raised: (Fault & { readonly connection: string })[] = [];
  const drawn: string[] = [];
  const connection = connectionTo(fake, settings);
  const draw = async (what: string) => {
    drawn.push(what);
    return PNG;
  };
  const parts: ZaloDeps = {
    ...zalo,
    now: () => clock.now,
    steady: () => clock.now,
    holder: "test",
    seen: zalo.seen,
    picture: (card, language) => draw(`${card}.${language}`),
    certificate: (code) => draw(code),
    uploads: { get: zalo.upload, save: (c, key, id) => store.uploads.save(c, key, id, clock.now) },
    raise: (fault, id) => void raised.push({ ...fault, connection: id }),
    revived: () => {},
    timeoutMs: 2_000,
    ...over,
  };
  const deps = { ...parts, held: tokens(parts) };
  const pair = fake.grant();
  zalo.tokens.adopt(connection.id, {
    access: pair.access_token,
    refresh: pair.refresh_token,
    accessUntil: clock.now + 25 * hour,
    refreshUntil: clock.now + 90 * day,
  });
  const channel = zaloOa(deps, deps.held);
  /** Somebody wrote just now, by our books and by Zalo's. */
  const came = (chat = bac, at = clock.now): void => {
    meet(chat, at);
    fake.interact(chat, at);
  };
  came();
  return { fake, clock, store, zalo, meet, came, raised, drawn, connection, deps, channel };
};
