import type { Channel, Connection, Sent } from "../../src/channels/channel.ts";
import type { Message } from "../../src/channels/message.ts";
import type { Clock } from "../../src/delivery/clock.ts";
import { sender } from "../../src/delivery/sender.ts";
import type { Fault } from "../../src/errors.ts";
import type { Quiet } from "../../src/kit/vietnam-time.ts";
import type { Outbox, OutboxRow, SentMark } from "../../src/store/outbox.ts";
import { buttons } from "../turns/tiny-world.ts";

/** A clock that stands until it is moved; what falls due on the way happens in order, and promises settle in between. */
export const mockClock = (start: number) => {
  let now = 0;
  /** What the clock on the wall shows beyond the time that passed; somebody may set it. */
  let wall = start;
  let n = 0;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const clock: Clock = {
    now: () => wall + now,
    steady: () => now,
    after: (ms, run) => {
      const id = ++n;
      waiting.set(id, { at: now + Math.max(0, ms), run });
      return () => void waiting.delete(id);
    },
  };
  return {
    ...clock,
    settle,
    /** Somebody sets the clock on the wall. */
    setWall: (by: number): void => {
      wall += by;
    },
    pass: async (ms: number): Promise<void> => {
      const until = now + ms;
      await settle();
      for (;;) {
        const [id, first] =
          [...waiting].filter(([, w]) => w.at <= until).sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0] ?? [];
        if (id === undefined || !first) break;
        waiting.delete(id);
        now = Math.max(now, first.at);
        first.run();
        await settle();
      }
      now = until;
    },
  };
};

export const sent: Sent = { outcome: "sent", externalId: "x" };

/** A sender with a table in memory and a channel that answers as told, at the mock clock's pace. */
export const bench = (
  options: {
    readonly answer?: (chat: string, text: string, nth: number) => Sent | Promise<Sent>;
    readonly quiet?: readonly Quiet[];
    readonly start?: number;
    readonly settings?: Record<string, string>;
    /** Whether the channel answers a harmless question; it cannot be asked when left out. */
    readonly alive?: () => boolean | Promise<boolean>;
  } = {},
) => {
  const clock = mockClock(options.start ?? Date.UTC(2026, 10, 24, 2));
  const out: { readonly chat: string; readonly text: string; readonly at: number }[] = [];
  const marks: SentMark[][] = [];
  const counts: Record<string, number> = {};
  const raised: Fault[] = [];
  const table = new Map<number, OutboxRow>();
  let full = false;
  const outbox: Outbox = {
    queued: async (connection, lane, after, limit) =>
      [...table.values()]
        .filter((r) => r.connection === connection && r.id > after && (lane === "asked") === r.priority < 2)
        .slice(0, limit)
        .map((r) => ({ ...r, message: null })),
    message: async (id) => table.get(id)?.message ?? null,
    record: async (batch) => {
      if (full) throw new Error("full");
      marks.push([...batch]);
      for (const m of batch) {
        if (m.as === "waiting") continue;
        table.delete(m.id);
        if (m.as === "blocked") for (const r of [...table.values()]) if (r.chat === m.chat) table.delete(r.id);
      }
    },
    quietOf: () => options.quiet ?? [],
  };
  const textOf = (m: Message): string => (m.blocks[0]?.kind === "text" ? m.blocks[0].text : "");
  const speaks: Channel = {
    capabilities: buttons,
    receive: () => ({ ok: true, value: { inbounds: [], unknown: false } }),
    send: async (message, chat) => {
      const text = textOf(message);
      out.push({ chat, text, at: clock.now() });
      return options.answer?.(chat, text, out.filter((o) => o.text === text && o.chat === chat).length) ?? sent;
    },
  };
  let asked = 0;
  const { alive } = options;
  const channel: Channel = alive
    ? {
        ...speaks,
        alive: async () => {
          asked += 1;
          return alive();
        },
      }
    : speaks;
  const connection: Connection = { id: "tg", commune: "c", channel: "telegram", settings: options.settings ?? {} };
  const build = () => {
    const s = sender({
      outbox,
      clock,
      random: () => 0.5,
      count: (name, labels) => {
        const key = `${name} ${labels.outcome ?? ""}`.trim();
        counts[key] = (counts[key] ?? 0) + 1;
      },
      raise: (f) => void raised.push(f),
    });
    s.connect(connection, channel);
    return s;
  };
  let id = 0;
  const row = (chat: string, text: string, priority = 0): OutboxRow => {
    const r: OutboxRow = {
      id: ++id,
      commune: "c",
      connection: "tg",
      account: `acc-${chat}`,
      chat,
      priority,
      attempts: 0,
      dueAt: clock.now(),
      message: {
        spec: 1,
        purpose: "reply",
        language: "vi",
        token: "t",
        blocks: [{ kind: "text", text }],
        choices: [],
        expects: "nothing",
        reserved: [],
      },
    };
    table.set(r.id, r);
    return r;
  };
  const s = build();
  return {
    clock,
    out,
    marks,
    counts,
    raised,
    table,
    sender: s,
    again: build,
    row,
    setFull: (now: boolean) => {
      full = now;
    },
    asked: () => asked,
    texts: () => out.map((o) => o.text),
    give: async (...rows: OutboxRow[]) => {
      s.committed({ said: rows, stopped: [] });
      await clock.settle();
    },
  };
};
