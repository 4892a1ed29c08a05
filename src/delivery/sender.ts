import type { Channel, Connection } from "../channels/channel.ts";
import type { Fault } from "../errors.ts";
import type { Outbox, OutboxLane, OutboxRow, SentMark } from "../store/outbox.ts";
import type { Committed } from "../store/turn-store.ts";
import { isAsked } from "./chat.ts";
import type { Clock } from "./clock.ts";
import { type Line, line } from "./line.ts";
import { marks } from "./marks.ts";
import { pace } from "./pace.ts";

export type SenderOptions = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly random: () => number;
  readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  /** An operator must see to it. */
  readonly raise: (fault: Fault, connection: string) => void;
};

/** Only what this many rows need is held at once while reading a backlog. */
const backlogRows = 1_000;
const laneNames = ["asked", "unasked"] as const satisfies readonly OutboxLane[];

/**
 * Takes messages from the commit to the channels. Fresh rows come straight from memory; the table is read only after a
 * restart, for rows another process wrote, and where more waits than is held in memory. Connections without an outgoing
 * channel (the web page) are not its business.
 */
export const sender = (options: SenderOptions) => {
  const { outbox, clock } = options;
  const lines = new Map<string, Line>();
  /** Rows in memory, and those sent but not yet marked: reading the table must not send them twice. */
  const held = new Set<number>();
  /** Lanes with more in the table than in memory. Until the table is read to its end no fresh row may pass what waits there. */
  const behind = new Set<string>();
  const done = (written: readonly SentMark[]): void => {
    for (const m of written) if (m.as !== "waiting") held.delete(m.id);
    for (const [id, to] of lines)
      for (const lane of laneNames)
        if (behind.has(`${id} ${lane}`) && to.held()[lane] < pace.heldRows / 2) void read(id, to, lane).catch(() => {});
  };
  const marked = marks(outbox, clock, done);

  const hold = (row: OutboxRow, to: Line): void => {
    if (held.has(row.id)) return;
    held.add(row.id);
    to.offer(row);
  };

  const offer = (row: OutboxRow): void => {
    const to = lines.get(row.connection);
    const lane = isAsked(row) ? "asked" : "unasked";
    const name = `${row.connection} ${lane}`;
    if (!to || behind.has(name)) return;
    if (to.held()[lane] >= pace.heldRows) behind.add(name);
    else hold(row, to);
  };

  const read = async (id: string, to: Line, lane: OutboxLane): Promise<void> => {
    for (let after = 0; ; ) {
      if (to.held()[lane] >= pace.heldRows) {
        behind.add(`${id} ${lane}`);
        break;
      }
      const rows = await outbox.queued(id, lane, after, backlogRows);
      for (const row of rows) hold(row, to);
      const last = rows.at(-1);
      if (!last || rows.length < backlogRows) {
        behind.delete(`${id} ${lane}`);
        break;
      }
      after = last.id;
    }
    to.pump();
  };

  return {
    connect: (connection: Connection, channel: Channel): void => {
      lines.set(
        connection.id,
        line(connection, channel, { ...options, mark: marked.add, release: (id) => void held.delete(id) }),
      );
    },
    /** What became of messages sent, to be written with the next turns. */
    marks: { take: marked.take, settled: marked.settled },
    /** What a commit left to send, and what must not be sent any more. */
    committed: ({ said, stopped }: Pick<Committed, "said" | "stopped">): void => {
      for (const { connection, chat, from } of stopped) lines.get(connection)?.stopChat(chat, from);
      const touched = new Set<Line>();
      for (const row of said) {
        offer(row);
        const to = lines.get(row.connection);
        if (to) touched.add(to);
      }
      for (const to of touched) to.pump();
    },
    /** A connection that let nothing through was mended, by a person or by itself. */
    resume: (connection: string): void => lines.get(connection)?.resume(),
    /** Reads the table for rows nobody holds: at start, and now and then for those another process wrote. */
    look: async (): Promise<void> => {
      for (const [id, to] of lines) for (const lane of laneNames) await read(id, to, lane);
    },
    /** Rows held in memory, a connection. */
    depth: (): Readonly<Record<string, number>> =>
      Object.fromEntries([...lines].map(([id, l]) => [id, l.held().asked + l.held().unasked])),
    /** The end of the process: replies that are ready go out, pushes wait for the next start, and everything sent is marked. */
    drain: async (): Promise<void> => {
      let callOff = (): void => {};
      const late = new Promise<void>((go) => {
        callOff = clock.after(pace.drainMs, go);
      });
      await Promise.race([Promise.all([...lines.values()].map((l) => l.close())), late]);
      callOff();
      await marked.flush();
    },
  };
};
