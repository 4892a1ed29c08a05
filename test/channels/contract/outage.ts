import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Channel, Connection } from "../../../src/channels/channel.ts";
import { sender } from "../../../src/delivery/sender.ts";
import type { Outbox, OutboxRow, SentMark } from "../../../src/store/outbox.ts";
import { mockClock } from "../../delivery/bench.ts";
import { messageOf } from "../message-of.ts";

/** What can go wrong between us and a product, by whatever means its fake makes it. */
export const outageKinds = ["reset", "reset-after", "hang", "html-200", "truncated", "http-502"] as const;
export type OutageKind = (typeof outageKinds)[number];

/** One channel before its fake. Everything fails until `mend`; `texts` is what arrived in a chat, in order. */
export type OutageStage = {
  readonly channel: Channel;
  readonly connection: Connection;
  readonly chats: readonly string[];
  readonly fail: (kind: OutageKind) => void;
  readonly mend: () => void;
  readonly texts: (chat: string) => readonly string[];
  /** The setting that holds the product's address. */
  readonly rootName: string;
};

/**
 * What every channel promises when its product is out of reach: whoever was acknowledged is answered, in order, soon
 * after it is back, however it was out of reach and for how long; and what may have arrived twice is counted.
 */
export const outageContract = (name: string, makeStage: () => Promise<OutageStage>): void => {
  describe(`an outage of ${name}`, () => {
    test.each(outageKinds)("%s: nothing acknowledged is lost", async (kind) => {
      const s = await makeStage();
      s.fail(kind);
      await outOfReach(s, s.connection, s.mend);
    });

    test("no such name (DNS): nothing acknowledged is lost", async () => {
      const s = await makeStage();
      await outOfReach(s, at(s, "http://no-such-host.invalid"), () => {});
    });

    test("nobody listens: nothing acknowledged is lost", async () => {
      const s = await makeStage();
      await outOfReach(s, at(s, "http://127.0.0.1:1"), () => {});
    });

    test("what answers speaks no TLS: nothing acknowledged is lost", async () => {
      const s = await makeStage();
      const plain = createServer((socket) => socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"));
      await new Promise<void>((go) => plain.listen(0, "127.0.0.1", go));
      onTestFinished(() => void plain.close());
      const address = plain.address();
      const port = typeof address === "object" ? address?.port : 0;
      await outOfReach(s, at(s, `https://127.0.0.1:${port}`), () => {});
    });
  });
};

const at = (s: OutageStage, root: string): Connection => ({
  ...s.connection,
  settings: { ...s.connection.settings, [s.rootName]: root },
});

/** Two minutes of the mock clock behind `broken`, then the way is mended. */
const outOfReach = async (s: OutageStage, broken: Connection, mend: () => void): Promise<void> => {
  let to = broken;
  let underWay = 0;
  let uncertain = 0;
  const busy = async <T>(run: Promise<T>): Promise<T> => {
    underWay += 1;
    return run.finally(() => {
      underWay -= 1;
    });
  };
  const channel: Channel = {
    ...s.channel,
    send: async (message, chat) => {
      const sent = await busy(s.channel.send(message, chat, to));
      if (sent.outcome === "uncertain") uncertain += 1;
      return sent;
    },
    alive: (_) => busy(s.channel.alive?.(to) ?? Promise.resolve(true)),
  };
  const clock = mockClock(Date.UTC(2026, 10, 24, 2));
  const marks: SentMark[] = [];
  const outbox: Outbox = {
    queued: async () => [],
    message: async () => null,
    record: async (batch) => void marks.push(...batch),
    quietOf: () => [],
  };
  let repeats = 0;
  const out = sender({
    outbox,
    clock,
    random: () => 0.5,
    count: (what) => {
      if (what === "repeats_total") repeats += 1;
    },
    raise: () => {},
  });
  out.connect(s.connection, channel);
  /** Lets the mock clock run only while nothing is on the wire: real answers take real time. */
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 1_000) {
      await clock.pass(1_000);
      while (underWay > 0) await new Promise((go) => setImmediate(go));
      await clock.settle();
    }
  };

  let id = 0;
  const rows = (n: number): OutboxRow[] =>
    s.chats.map((chat) => ({
      id: ++id,
      commune: "c",
      connection: s.connection.id,
      account: chat,
      chat,
      priority: 0,
      attempts: 0,
      dueAt: clock.now(),
      message: { ...messageOf({ blocks: [{ kind: "text", text: `câu ${n}` }] }), token: `t${id}` },
    }));
  for (const n of [1, 2, 3]) {
    out.committed({ said: rows(n), stopped: [] });
    await pass(40_000);
  }
  expect(marks.filter((m) => m.as === "sent")).toEqual([]);
  mend();
  to = s.connection;
  await pass(30_000);
  expect(marks.filter((m) => m.as === "sent")).toHaveLength(3 * s.chats.length);
  expect(marks.filter((m) => m.as !== "sent" && m.as !== "waiting")).toEqual([]);
  for (const chat of s.chats)
    expect([...new Set(s.texts(chat))].map((t) => t.trim())).toEqual(["câu 1", "câu 2", "câu 3"]);
  expect(repeats).toBe(uncertain);
  expect(marks.filter((m) => m.as === "waiting" && m.repeats)).toHaveLength(uncertain);
};
