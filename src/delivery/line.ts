import type { Channel, Connection, Sent } from "../channels/channel.ts";
import { purposes } from "../channels/message.ts";
import { type Fault, fault } from "../errors.ts";
import { awake } from "../kit/vietnam-time.ts";
import type { Mark, Outbox } from "../store/outbox.ts";
import type { OutboxRow } from "../store/turn-store.ts";
import { bucket } from "./bucket.ts";
import { type Chat, emptyChat, type Lane, laneOf, queue } from "./chat.ts";
import type { Clock } from "./clock.ts";
import { pace } from "./pace.ts";

export type LineOptions = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly mark: (mark: Mark) => void;
  /** A row that will not be sent and needs no mark: the database knows already. */
  readonly release: (id: number) => void;
  readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  readonly raise: (fault: Fault, connection: string) => void;
};

/** The line to one connection: everything waiting for its chats, and what may go out next. */
export const line = (
  connection: Connection,
  channel: Channel,
  { outbox, clock, random, mark, release, count, raise }: LineOptions,
) => {
  const chats = new Map<string, Chat>();
  const ready = purposes.map(() => queue<{ readonly chat: Chat; readonly lane: Lane }>());
  const pushes = bucket(Number(connection.settings.pushesPerSecond ?? pace.pushesPerSecond), clock.now());
  const uncertain = new Set<number>();
  let underWay = 0;
  let pausedUntil = 0;
  /** A timer will look at the queues again. */
  let waking = false;
  let closing = false;
  const idle: (() => void)[] = [];

  const wakeIn = (ms: number): void => {
    if (waking) return;
    waking = true;
    clock.after(ms, () => {
      waking = false;
      pump();
    });
  };

  /** Puts a lane where its first message belongs: ready now, or when its time comes. */
  const place = (chat: Chat, lane: Lane): void => {
    const row = lane.rows[0];
    if (!row || lane.placed || chat.busy) return;
    lane.placed = true;
    const now = clock.now();
    const at = Math.max(row.dueAt, chat.notBefore, lane.asked ? 0 : chat.pushedAt + pace.betweenPushesMs);
    const when = lane.asked ? at : awake(Math.max(at, now), outbox.quietOf(row.commune));
    if (when <= now) return ready[row.priority]?.push({ chat, lane });
    clock.after(when - now, () => {
      lane.placed = false;
      place(chat, lane);
      pump();
    });
  };

  const next = (now: number): { readonly chat: Chat; readonly lane: Lane } | undefined => {
    for (const [priority, waiting] of ready.entries()) {
      while (!waiting.empty()) {
        if (priority >= 2 && closing) return undefined;
        const first = waiting.peek();
        if (!first || first.chat.busy || first.lane.rows.length === 0) {
          waiting.shift();
          if (first) first.lane.placed = false;
          continue;
        }
        if (priority >= 2 && !pushes.take(now)) {
          wakeIn(pushes.wait(now));
          return undefined;
        }
        return waiting.shift();
      }
    }
    return undefined;
  };

  const pump = (): void => {
    const now = clock.now();
    if (now < pausedUntil) {
      wakeIn(pausedUntil - now);
      return rest();
    }
    while (underWay < pace.inFlight) {
      const go = next(now);
      if (!go) break;
      go.lane.placed = false;
      void send(go.chat, go.lane);
    }
    rest();
  };

  const rest = (): void => {
    if (underWay === 0) for (const done of idle.splice(0)) done();
  };

  const send = async (chat: Chat, lane: Lane): Promise<void> => {
    const row = lane.rows[0];
    if (!row) return;
    chat.busy = true;
    underWay += 1;
    if (!lane.asked) chat.pushedAt = clock.now();
    try {
      // Gone meanwhile: expired by the person's own words or by retention.
      const message = row.message ?? (await outbox.message(row.id));
      if (message === null) {
        take(lane, row);
        release(row.id);
      } else {
        const since = clock.now();
        settle(chat, lane, row, await channel.send(message, chat.id, connection), since);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.name : "thrown";
      settle(chat, lane, row, { outcome: "retry", afterMs: 0, whole: false, reason }, clock.now());
    } finally {
      underWay -= 1;
      chat.busy = false;
      for (const l of chat.lanes) place(chat, l);
      forgetEmpty(chat);
      pump();
    }
  };

  const settle = (chat: Chat, lane: Lane, row: OutboxRow, sent: Sent, since: number): void => {
    const now = clock.now();
    const attempts = row.attempts + 1;
    count("sends_total", {
      connection: connection.id,
      channel: connection.channel,
      purpose: purposes[row.priority] ?? "reply",
      outcome: sent.outcome,
    });
    switch (sent.outcome) {
      case "sent":
        take(lane, row);
        return mark({ id: row.id, as: "sent", at: now, externalId: sent.externalId });
      case "refused":
        take(lane, row);
        return mark({ id: row.id, as: "failed", attempts, reason: `SEND_REFUSED: ${sent.reason}` });
      case "wait":
        take(lane, row);
        return mark({ id: row.id, as: "held", since, attempts, reason: `SEND_WAITING: ${sent.reason}` });
      case "blocked":
        for (const l of chat.lanes) for (const r of l.rows.splice(0)) if (r.id !== row.id) release(r.id);
        return mark({ id: row.id, as: "blocked", connection: connection.id, chat: chat.id, at: now });
      case "unauthorised":
        // Of all that were under way together the first tells the operator.
        if (pausedUntil <= now) raise(fault("SEND_UNAUTHORISED", sent.reason), connection.id);
        pausedUntil = now + pace.unauthorisedMs;
        return;
      case "uncertain":
        // It may have arrived. Once more is better than never, twice more is a nuisance.
        if (uncertain.has(row.id)) {
          take(lane, row);
          return mark({ id: row.id, as: "failed", attempts, reason: `SEND_UNCERTAIN: ${sent.reason}` });
        }
        uncertain.add(row.id);
        count("repeats_total", { connection: connection.id });
        return again(chat, lane, row, attempts, backoff(attempts), `SEND_UNCERTAIN: ${sent.reason}`);
      case "retry":
        if (sent.whole) {
          pausedUntil = Math.max(pausedUntil, now + Math.max(sent.afterMs, pace.firstRetryMs));
          return;
        }
        if (attempts >= pace.attempts) {
          take(lane, row);
          return mark({ id: row.id, as: "failed", attempts, reason: `SEND_RETRY: ${sent.reason}` });
        }
        return again(
          chat,
          lane,
          row,
          attempts,
          sent.afterMs > 0 ? sent.afterMs : backoff(attempts),
          `SEND_RETRY: ${sent.reason}`,
        );
    }
  };
  const again = (chat: Chat, lane: Lane, row: OutboxRow, attempts: number, ms: number, reason: string): void => {
    const dueAt = clock.now() + ms;
    lane.rows[0] = { ...row, attempts, dueAt };
    // The whole chat waits: what comes after must not overtake.
    chat.notBefore = dueAt;
    mark({ id: row.id, as: "waiting", attempts, dueAt, reason });
  };

  /** Twice as long each time, and never at the same moment as all the others. */
  const backoff = (attempts: number): number =>
    Math.round(Math.min(pace.longestRetryMs, pace.firstRetryMs * 2 ** (attempts - 1)) * (0.75 + random() / 2));

  const take = (lane: Lane, row: OutboxRow): void => {
    if (lane.rows[0]?.id === row.id) lane.rows.shift();
    uncertain.delete(row.id);
  };

  const forgetEmpty = (chat: Chat): void => {
    if (chat.busy || chat.lanes.some((l) => l.rows.length > 0)) return;
    const rest = chat.pushedAt + pace.betweenPushesMs - clock.now();
    if (chat.pushedAt === 0 || rest <= 0) chats.delete(chat.id);
    else clock.after(rest, () => forgetEmpty(chat));
  };

  return {
    offer: (row: OutboxRow): void => {
      let chat = chats.get(row.chat);
      if (!chat) {
        chat = emptyChat(row.chat);
        chats.set(row.chat, chat);
      }
      const lane = laneOf(chat, row);
      lane.rows.push(row);
      place(chat, lane);
    },
    /** Sends whatever may go now. */
    pump,
    /** Drops what waits for a chat from a priority on; one under way is not called back. */
    hush: (id: string, from: number): void => {
      const chat = chats.get(id);
      for (const lane of chat?.lanes ?? []) {
        const first = chat?.busy ? lane.rows[0] : undefined;
        for (const r of lane.rows.splice(0)) {
          if (r.priority < from || r === first) lane.rows.push(r);
          else release(r.id);
        }
      }
    },
    /** How much waits, for /metrics. */
    depth: (): number => [...chats.values()].reduce((n, c) => n + c.lanes[0].rows.length + c.lanes[1].rows.length, 0),
    /** Sends the replies that are ready and nothing else; resolves when nothing is under way. */
    close: (): Promise<void> => {
      closing = true;
      return new Promise((done) => {
        idle.push(done);
        pump();
      });
    },
  };
};
export type Line = ReturnType<typeof line>;
