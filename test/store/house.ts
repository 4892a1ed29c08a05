import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { InboundContent } from "../../src/channels/inbound.ts";
import type { Message } from "../../src/channels/message.ts";
import type { OutboxRow } from "../../src/store/outbox.ts";
import { openStore, type Store, type StoreOptions } from "../../src/store/sqlite/store.ts";
import type { Committed, Decider } from "../../src/store/turn-store.ts";
import { decider } from "../../src/turns/decide.ts";
import { intake } from "../../src/turns/intake.ts";
import { timers } from "../../src/turns/timers.ts";
import type { TurnWorld } from "../../src/turns/world.ts";
import { buttons, mockUniverse, tinyWorld } from "../turns/tiny-world.ts";

/** 2026-11-24 09:00 in Viet Nam: a morning when everybody may be written to. */
export const morning = Date.UTC(2026, 10, 24, 2);

export const tempDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "store-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

/** One commune with two villages and a Telegram connection: sample data for a test, no real place. */
export const seed = (store: Store, commune = "xa-thu"): void => {
  const words = {
    name: "Xã Thử",
    province: "Tỉnh Thử",
    unit: { lower: "xóm" },
    team: "Tổ thử",
    movement: "Phong trào thử",
  };
  store.db.prepare("INSERT INTO communes (code, hash, seed) VALUES (?,?,?)").run(commune, "h", JSON.stringify(words));
  for (const [id, name, code] of [
    ["v1", "Xóm Một", "XOM1"],
    ["v2", "Xóm Hai", "XOM2"],
  ])
    store.db
      .prepare("INSERT INTO villages (commune, id, name, code, sample) VALUES (?,?,?,?,1)")
      .run(commune, id, name, code);
  store.connections.put({ id: "tg", commune, channel: "telegram" });
};

/** The real store, turns and engine over a tiny world, with a clock that stands until it is moved. */
export const house = (
  options: {
    readonly world?: (world: TurnWorld) => TurnWorld;
    readonly decider?: (d: Decider) => Decider;
    readonly windows?: StoreOptions["windows"];
  } = {},
) => {
  const dir = tempDir();
  const universe = mockUniverse();
  const file = join(dir, "house.db");
  const opened = openStore(file, {
    id: universe.id,
    publicUrl: "http://test",
    windows: options.windows,
  });
  if (!opened.ok) throw new Error(opened.fault.cause);
  const store = opened.value;
  onTestFinished(() => void (store.db.open && store.close()));
  seed(store);
  const world = (options.world ?? ((w: TurnWorld) => w))(tinyWorld(universe));
  const said: OutboxRow[] = [];
  const stopped: Committed["stopped"][number][] = [];
  const h = { now: morning };
  const turns = {
    store: store.turns,
    decider: (options.decider ?? ((d: Decider) => d))(decider(world, { telegram: buttons })),
    now: () => h.now,
    committed: (c: Committed) => {
      said.push(...c.said);
      stopped.push(...c.stopped);
    },
  };
  const gate = intake(turns);
  let key = 0;
  const send = (chat: string, content: InboundContent) =>
    gate.submit({ connection: "tg", key: `k${++key}`, chat, at: h.now, content });
  const last = (chat: string): Message => {
    const row = said.findLast((r) => r.chat === chat);
    if (!row?.message) throw new Error(`nothing was said to ${chat}`);
    return row.message;
  };
  return Object.assign(h, {
    file,
    store,
    turns,
    said,
    stopped,
    gate,
    send,
    last,
    timers: timers(turns),
    say: (chat: string, text: string) => send(chat, { kind: "text", text }),
    /** Says several things one after the other and gives back the last answer. */
    talk: async (chat: string, ...texts: string[]): Promise<Message> => {
      for (const text of texts) await send(chat, { kind: "text", text });
      return last(chat);
    },
    /** The code the phone was just shown; the database keeps only its hash. */
    offered: (chat: string): string =>
      String(
        store.db
          .prepare(
            "SELECT json_extract(s.session, '$.runs[#-1].vars.code') FROM sessions s JOIN accounts a ON a.id = s.account AND a.learner = s.learner WHERE a.chat = ?",
          )
          .pluck()
          .get(chat),
      ),
    /** A person who agreed and lives in the first village. */
    resident: async (chat: string): Promise<Message> => {
      await send(chat, { kind: "open", code: null });
      for (const text of ["yes", "Xóm Một"]) await send(chat, { kind: "text", text });
      return last(chat);
    },
    all: (sql: string, ...args: unknown[]): Record<string, unknown>[] =>
      store.db.prepare(sql).all(...args) as Record<string, unknown>[],
    one: (sql: string, ...args: unknown[]): unknown =>
      store.db
        .prepare(sql)
        .pluck()
        .get(...args),
  });
};

export const wordsOf = (message: Message): string =>
  message.blocks.map((b) => ("text" in b ? b.text : b.kind)).join(" | ");

/** An invitation to the team that somebody of the staff just made. */
export const invite = (
  h: ReturnType<typeof house>,
  { code = "7K2P9XY4", village = "v1", uses = 5 }: { code?: string; village?: string | null; uses?: number } = {},
): void =>
  void h.store.db
    .prepare(
      "INSERT INTO invitations (commune, code, village, created_by, created_at, expires_at, uses_left) VALUES ('xa-thu',?,?,'staff',0,?,?)",
    )
    .run(code, village, h.now + 7 * 24 * 3_600_000, uses);
