import type { Channel, Connection, Sent } from "../channels/channel.ts";
import { purposes } from "../channels/message.ts";
import { type Fault, fault, type SendReason } from "../errors.ts";
import { awake } from "../kit/vietnam-time.ts";
import type { Outbox, OutboxRow, SentMark } from "../store/outbox.ts";
import { backoff, breaker } from "./breaker.ts";
import { bucket } from "./bucket.ts";
import { type Chat, emptyChat, isAsked, type Lane, laneOf, queue, readyAt, type Waiting } from "./chat.ts";
import type { Clock } from "./clock.ts";
import { pace } from "./pace.ts";
import { waker } from "./waker.ts";

export type LineOptions = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly mark: (mark: SentMark) => void;
  /** A row that will not be sent and needs no mark: the database knows already. */
  readonly release: (id: number) => void;
  readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  readonly raise: (fault: Fault, connection: string) => void;
};

type Ready = { readonly chat: Chat; readonly lane: Lane };

/** The line to one connection: everything waiting for its chats, and what may go out next. */
export const line = (
  connection: Connection,
  channel: Channel,
  { outbox, clock, random, mark, release, count, raise }: LineOptions,
) => {
  const { steady } = clock;
  /** The clock on the wall as it would be if nobody had set it since the start. */
  const wallAtZero = clock.now() - steady();
  const chats = new Map<string, Chat>();
  /** Answers being tried again, then one queue a purpose. */
  const ready = ["again", ...purposes].map(() => queue<Ready>());
  const pushes = bucket(Number(connection.settings.pushesPerSecond ?? pace.pushesPerSecond), steady());
  const state = breaker(random);
  const wake = waker(clock, () => pump());
  const held = { asked: 0, unasked: 0, messages: 0 };
  const underWay = { all: 0, unasked: 0, again: 0 };
  let asking = false;
  let closing = false;
  const idle: (() => void)[] = [];

  /** Puts a lane where its first message belongs: ready now, or when its time comes. */
  const place = (chat: Chat, lane: Lane): void => {
    const row = lane.rows[0];
    if (!row || lane.placed || chat.busy) return;
    lane.placed = true;
    const rest = readyAt(chat, lane, pace.betweenPushesMs) - steady();
    if (rest <= 0) return ready[lane.asked && row.attempts > 0 ? 0 : row.priority + 1]?.push({ chat, lane });
    clock.after(rest, () => {
      lane.placed = false;
      place(chat, lane);
      pump();
    });
  };

  /** Whether the first of a queue must stay there for now; if so, somebody will look again. */
  const mustStay = (row: Waiting): boolean => {
    if (isAsked(row)) return false;
    if (closing || underWay.unasked >= pace.inFlightUnasked) return true;
    const now = clock.now();
    const quiet = awake(now, outbox.quietOf(row.commune)) - now;
    if (quiet > 0) wake(Math.min(quiet, pace.quietLookMs));
    else if (pushes.take(steady())) return false;
    else wake(pushes.wait(steady()));
    return true;
  };

  const next = (): Ready | undefined => {
    const [again, ...fresh] = ready;
    // After a trouble one message finds out; one that failed before may fail by itself, and all would wait for it.
    const order = state.room() === 1 ? [...fresh, again] : underWay.again < pace.inFlightAgain ? ready : fresh;
    for (const waiting of order) {
      if (!waiting) continue;
      for (let first = waiting.peek(); first; first = waiting.peek()) {
        const row = first.lane.rows[0];
        if (!row || first.chat.busy) {
          waiting.shift();
          first.lane.placed = false;
          continue;
        }
        if (mustStay(row)) break;
        return waiting.shift();
      }
    }
    return undefined;
  };

  const pump = (): void => {
    const rest = state.wait(steady());
    if (rest > 0) wake(rest);
    else if (state.doubtful() && channel.alive && !closing) {
      if (!asking && ready.some((q) => !q.empty())) void ask(channel.alive);
    } else
      while (underWay.all < state.room()) {
        const go = next();
        if (!go) break;
        go.lane.placed = false;
        void send(go.chat, go.lane);
      }
    if (underWay.all === 0) for (const done of idle.splice(0)) done();
  };

  const ask = async (alive: NonNullable<Channel["alive"]>): Promise<void> => {
    asking = true;
    const began = steady();
    if (await alive(connection).catch(() => false)) state.answers();
    else state.silent(began, steady());
    asking = false;
    pump();
  };

  const send = async (chat: Chat, lane: Lane): Promise<void> => {
    const row = lane.rows[0];
    if (!row) return;
    const again = lane.asked && row.attempts > 0;
    chat.busy = lane;
    underWay.all += 1;
    if (!lane.asked) underWay.unasked += 1;
    if (again) underWay.again += 1;
    const began = steady();
    if (!lane.asked) chat.pushedAt = began;
    try {
      await tried(chat, lane, row, began);
    } finally {
      underWay.all -= 1;
      if (!lane.asked) underWay.unasked -= 1;
      if (again) underWay.again -= 1;
      chat.busy = null;
      for (const l of chat.lanes) place(chat, l);
      forgetEmpty(chat);
      pump();
    }
  };

  const tried = async (chat: Chat, lane: Lane, row: Waiting, began: number): Promise<void> => {
    const purpose = purposes[row.priority] ?? "reply";
    if (began - row.since > pace.livesMs[purpose]) {
      take(lane, row);
      return mark({ id: row.id, as: "failed", attempts: row.attempts, reason: "SEND_TOO_OLD" });
    }
    let sent: Sent;
    const since = clock.now();
    try {
      const message = row.message ?? (await outbox.message(row.id));
      // Gone meanwhile: expired by the person's own words, by retention, or its push was stopped.
      if (message === null) {
        take(lane, row);
        return release(row.id);
      }
      sent = await channel.send(message, chat.id, connection);
    } catch (error) {
      const reason = error instanceof Error ? error.name : "thrown";
      // A fault of this program or of its database. Said once a message, or every retry would say it again.
      if (row.attempts === 0) raise(fault("SEND_RETRY", `sending threw ${reason}`), connection.id);
      sent = { outcome: "retry", afterMs: 0, whole: false, reason };
    }
    count("sends_total", { connection: connection.id, channel: connection.channel, purpose, outcome: sent.outcome });
    settle(chat, lane, row, sent, began, since);
  };

  const settle = (chat: Chat, lane: Lane, row: Waiting, sent: Sent, began: number, since: number): void => {
    const now = steady();
    const attempts = row.attempts + 1;
    const done = (what: SentMark): void => {
      take(lane, row);
      state.well(began, now);
      mark(what);
    };
    switch (sent.outcome) {
      case "sent":
        return done({ id: row.id, as: "sent", at: clock.now(), externalId: sent.externalId });
      case "refused":
        return done({ id: row.id, as: "failed", attempts, reason: `SEND_REFUSED: ${sent.reason}` });
      case "wait":
        // Known from our own books, perhaps: it says nothing of the connection.
        take(lane, row);
        return mark({ id: row.id, as: "held", since, attempts, reason: `SEND_WAITING: ${sent.reason}` });
      case "blocked":
        for (const l of chat.lanes) for (const r of [...l.rows]) drop(l, r, r.id !== row.id);
        return done({ id: row.id, as: "blocked", connection: connection.id, chat: chat.id, at: clock.now() });
      case "unauthorised":
        // Of all that were under way together the first tells the operator.
        if (state.wait(now) === 0) raise(fault("SEND_UNAUTHORISED", sent.reason), connection.id);
        return state.troubled(began, now, pace.unauthorisedMs);
      case "uncertain":
        state.lost(began, now);
        count("repeats_total", { connection: connection.id });
        return again(lane, row, attempts, `SEND_UNCERTAIN: ${sent.reason}`, true);
      case "retry":
        // Nothing was handed over, or nothing may be: no attempt of this message.
        if (sent.whole) return state.troubled(began, now, sent.afterMs);
        if (sent.afterMs > 0) {
          state.well(began, now);
          chat.notBefore = now + sent.afterMs;
        } else state.stumbled(began, now);
        return again(lane, row, attempts, `SEND_RETRY: ${sent.reason}`, false);
    }
  };

  const again = (lane: Lane, row: Waiting, attempts: number, reason: SendReason, repeats: boolean): void => {
    if (lane.rows[0]?.id !== row.id) return;
    lane.rows[0] = { ...row, attempts };
    lane.notBefore = steady() + backoff(attempts, pace.firstRetryMs, pace.longestRetryMs, random);
    mark({ id: row.id, as: "waiting", attempts, reason, repeats, at: clock.now() });
  };

  const take = (lane: Lane, row: Waiting): void => {
    if (lane.rows[0]?.id === row.id) drop(lane, lane.rows[0], false);
    lane.notBefore = Number.NEGATIVE_INFINITY;
  };

  const drop = (lane: Lane, row: Waiting, tell: boolean): void => {
    lane.rows.splice(lane.rows.indexOf(row), 1);
    held[lane.asked ? "asked" : "unasked"] -= 1;
    if (row.message) held.messages -= 1;
    if (tell) release(row.id);
  };

  const forgetEmpty = (chat: Chat): void => {
    if (chat.busy || chat.lanes.some((l) => l.rows.length > 0)) return;
    const rest = Math.max(chat.pushedAt + pace.betweenPushesMs, chat.notBefore) - steady();
    if (rest <= 0) chats.delete(chat.id);
    else clock.after(rest, () => forgetEmpty(chat));
  };

  return {
    offer: (row: OutboxRow): void => {
      const chat = chats.get(row.chat) ?? emptyChat(row.chat);
      chats.set(row.chat, chat);
      const lane = laneOf(chat, row);
      // Whether a push was stopped is read when it is sent, so its message is too.
      const message = lane.asked && held.messages < pace.heldMessages ? row.message : null;
      lane.rows.push({ ...row, message, since: Math.min(steady(), row.dueAt - wallAtZero) });
      held[lane.asked ? "asked" : "unasked"] += 1;
      if (message) held.messages += 1;
      place(chat, lane);
    },
    /** Sends whatever may go now. */
    pump,
    /** What held the connection up is mended: the rest is over, whatever was left of it. */
    resume: (): void => {
      state.resumed(steady());
      pump();
    },
    /** Drops what waits for a chat from a priority on; one under way is not called back. */
    stopChat: (id: string, from: number): void => {
      const chat = chats.get(id);
      for (const lane of chat?.lanes ?? [])
        for (const r of lane.rows.slice(chat?.busy === lane ? 1 : 0)) if (r.priority >= from) drop(lane, r, true);
    },
    /** Rows held in memory, by lane. */
    held: (): Readonly<typeof held> => held,
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
