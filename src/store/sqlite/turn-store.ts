import { type Message, purposes } from "../../channels/message.ts";
import { type Person, stranger } from "../../engine/person.ts";
import { holdsAsSession } from "../../engine/read-session.ts";
import { fault, faults } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { awake, timeLabel } from "../../kit/vietnam-time.ts";
import type { OutboxRow, SentMark } from "../outbox.ts";
import type {
  Committed,
  Conditional,
  Decider,
  Decision,
  Loaded,
  StoppedChat,
  Timer,
  Turn,
  TurnOutcome,
  TurnStore,
  Undone,
} from "../turn-store.ts";
import type { CodeHash } from "./code-hash.ts";
import type { Communes } from "./communes.ts";
import type { Connections } from "./connections.ts";
import { consentNotes } from "./consent-notes.ts";
import type { Database } from "./driver.ts";
import { faultOf } from "./fault-of.ts";
import { type ConnectionRow, loader } from "./load.ts";
import { marker } from "./outbox.ts";
import { pushCounts, type Windows } from "./push-people.ts";
import { reasonOf } from "./reason-of.ts";
import { scrub } from "./scrub.ts";
import { statements } from "./statements.ts";
import { openTicket as openTicketOf, ticketHelpers, ticketOf } from "./tickets.ts";
import { timerReads } from "./timer-reads.ts";
import type { Frame } from "./writes/frame.ts";
import { writers } from "./writes/writers.ts";

export type TurnStoreOptions = {
  readonly connections: Connections;
  readonly communes: Communes;
  readonly id: () => string;
  /** How many of these could be written to now; undefined where no channel makes a difference. */
  readonly windows?: Windows | undefined;
  readonly codeHash: CodeHash;
};

/** Turns on SQLite: everything of a batch in one transaction, every statement prepared once. */
export const turnStore = (
  db: Database,
  { connections, communes: known, id, windows, codeHash }: TurnStoreOptions,
): TurnStore => {
  const sql = statements(db);
  const load = loader(db, known, codeHash);
  const write = writers(db, codeHash);
  const timers = timerReads(db);
  const count = pushCounts(db, windows);
  const helpers = ticketHelpers(db);
  const openTicket = openTicketOf(db);
  const ticket = ticketOf(db);
  const mark = marker(db);
  const note = consentNotes(db);

  /** Somebody writes for the first time: a phone, and who learns on it. */
  const makeAccount = (connection: ConnectionRow, chat: string, code: string | null, now: number): Loaded => {
    const { commune } = connection;
    const account = id();
    const person = stranger(id());
    sql.newLearner.run({ commune, id: person.id, language: person.language, created_at: now });
    sql.newAccount.run({
      commune,
      id: account,
      connection: connection.id,
      chat,
      learner: person.id,
      created_at: now,
      seen_at: now,
    });
    sql.newSeat.run({ commune, account, learner: person.id, since: now });
    const loaded = load.ofChat(connection, chat, code, now);
    if (!loaded) throw new Error("a new account was not found");
    return loaded;
  };

  const say = (loaded: Loaded, message: Message, timer: Timer | null, now: number): OutboxRow => {
    const { commune, connection, id: account, chat } = loaded.account;
    const priority = purposes.indexOf(message.purpose);
    const rowid = sql.say.run({
      commune,
      connection,
      account,
      chat,
      priority,
      message: JSON.stringify(message),
      status: "queued",
      due_at: now,
      created_at: now,
      push: timer?.push ?? null,
      ticket: timer && carriesWords.has(timer.kind) ? timer.token : null,
    }).lastInsertRowid;
    return { id: Number(rowid), commune, connection, account, chat, priority, message, attempts: 0, dueAt: now };
  };

  /** Somebody was erased since the log was last emptied. */
  let erased = false;
  const emptyLog = (): void => {
    if (erased && scrub(db)) erased = false;
  };

  /** Writes all of it; where something it stands on is gone, nothing may stay of it, so the caller's savepoint is left by throwing. */
  const apply = (decision: Decision, frame: Frame): void => {
    const { account, person } = frame.loaded;
    const { commune } = account;
    if (decision.session)
      sql.saveSession.run({
        commune,
        account: account.id,
        learner: person.id,
        session: JSON.stringify(decision.session),
        token: decision.session.token,
        updated_at: frame.now,
      });
    if (decision.learner) {
      const { person: p, progress, certificates, consentVersion } = decision.learner;
      sql.learnerUpdated.run({
        commune,
        id: p.id,
        name: p.name,
        you: p.you,
        language: p.language,
        village: p.village,
        audience: p.audience,
        age: p.age,
        consent: p.consent,
        opted_out: p.optedOut ? 1 : 0,
        review: p.review,
        progress: JSON.stringify(progress),
        certificates: JSON.stringify(certificates),
        consent_version: consentVersion,
        consent_at: consentVersion === null ? null : frame.now,
      });
      note(frame, decision.learner);
    }
    for (const w of decision.writes) {
      const undone = write(w, frame);
      if (undone) throw new NotDone(undone);
      if (erasing.has(w.write)) erased = true;
    }
  };

  const applyWhole = db.transaction(apply);
  /** Keeps what was decided, or, where it cannot be done any more, what the person is told instead. */
  const applied = (decision: Decision, frame: Frame, decider: Decider): Decision => {
    if (!decision.writes.some((w) => conditional.has(w.write))) {
      apply(decision, frame);
      return decision;
    }
    const stopped = frame.stopped.length;
    try {
      applyWhole(decision, frame);
      return decision;
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      frame.stopped.length = stopped;
      frame.switched = false;
      const instead = decider.undone(error.why, frame.loaded, frame.now);
      apply(instead, frame);
      return instead;
    }
  };

  /** Decides; what the decision asks to have counted is counted in this very transaction, so that it cannot change before it is written. */
  const decided = (turn: Turn, loaded: Loaded, decider: Decider, now: number): Decision => {
    const decision = decider.decide(turn, loaded, now);
    if (!decision.asks) return decision;
    const { account, person: who, facts } = loaded;
    if (decision.asks.of === "push") {
      const pushes = [count(account.commune, who.id, decision.asks, now)];
      return decider.decide(turn, { ...loaded, facts: { ...facts, pushes } }, now);
    }
    const helping = helpers(account.commune, who.id, who.village);
    const reach = windows?.(helping, now);
    const told = reach ? reach.free + reach.billed : helping.length;
    const from = awake(now, loaded.quiet);
    const help = { told, ...openTicket(account.commune, who.id), from: from > now ? timeLabel(from) : "" };
    return decider.decide(turn, { ...loaded, facts: { ...facts, help } }, now);
  };

  const take = (loaded: Loaded, turn: Turn, decider: Decider, now: number, out: Said): void => {
    const timer = turn.from === "clock" ? turn.timer : null;
    const frame: Frame = { loaded, timer, now, id, stopped: out.stopped, soon: [], switched: false };
    const decision = applied(decided(turn, loaded, decider, now), frame, decider);
    if (decision.fault && turn.from === "person")
      sql.markFault.run(`${decision.fault.code}: ${decision.fault.cause}`, turn.inbound.connection, turn.inbound.key);
    let message = decision.message;
    const next = frame.switched
      ? load.ofAccount(connections.get, loaded.account.commune, loaded.account.id, now)
      : null;
    if (next) {
      const arrival = decider.arrive(next, now);
      apply(arrival, { ...frame, loaded: next });
      message = decider.join(message, arrival.message);
    }
    if (message) out.said.push(say(loaded, message, timer, now));
    for (const due of frame.soon) fireNow(due, decider, now, out);
  };

  const fired = db.transaction((due: Timer, decider: Decider, now: number, mine: Said) =>
    clock(due, { from: "clock", timer: due }, decider, now, mine),
  );
  /**
   * A timer of another chat that is due with this turn, in a transaction of its own: a fault there must not undo what was
   * just said here. It is then as it was, due, and the clock takes it and gives it up as it does with every timer.
   */
  const fireNow = (due: Timer, decider: Decider, now: number, out: Said): void => {
    try {
      attempt((mine) => fired(due, decider, now, mine), out);
    } catch (error) {
      if (faultOf(error)) throw error;
    }
  };

  const person = (
    turn: Extract<Turn, { from: "person" }>,
    decider: Decider,
    now: number,
    out: Said,
  ): Result<TurnOutcome> => {
    const { inbound } = turn;
    const connection = connections.get(inbound.connection);
    if (!connection) return fail(fault("CONNECTION_UNKNOWN", inbound.connection));
    if (sql.mark.run(inbound.connection, inbound.key, now).changes === 0) return repeated;
    if (!inbound.undated) sql.newest.run({ connection: inbound.connection, at: inbound.at });
    const code = turn.tried === "slowed" ? null : turn.code;
    let loaded = load.ofChat(connection, inbound.chat, code, now);
    const leaving = unanswered.has(inbound.content.kind);
    if (!loaded && leaving) return done;
    loaded ??= makeAccount(connection, inbound.chat, code, now);
    take(loaded, turn, decider, now, out);
    // To the minute is enough for windows and quiet rules, and saves most turns a row. Either way: clocks are set back too.
    if (!leaving && (loaded.account.blockedAt !== null || Math.abs(now - loaded.account.seenAt) >= 60_000)) {
      sql.seen.run(now, loaded.account.commune, loaded.account.id);
      // What was kept until they write goes out behind the answer. Nothing is kept for somebody who was just there.
      out.said.push(...(sql.release.all(now, inbound.connection, inbound.chat) as OutboxRow[])); // the columns are named as the type
    }
    return turn.tried === "counted" && loaded.facts.code === null ? missed : done;
  };

  const about = (timer: Timer, now: number) =>
    timer.kind.startsWith("ticket") ? ticket(timer.commune, timer.token, timer.learner, now) : null;

  const clock = (timer: Timer, turn: Turn, decider: Decider, now: number, out: Said): Result<TurnOutcome> => {
    // The row is the fence: whoever takes it away fires it, once.
    if (sql.takeTimer.run(timer.commune, timer.id, timer.dueAt, timer.token).changes === 0) return repeated;
    const loaded = load.ofAccount(connections.get, timer.commune, timer.account, now);
    const lesson =
      timer.push === null
        ? null
        : (sql.lessonOf.get(timer.commune, timer.push, now - pushLifeMs) as string | undefined); // the column `lesson`
    if (
      !loaded ||
      lesson === undefined ||
      (timer.kind !== "linked" && !ofTicket.has(timer.kind) && loaded.person.id !== timer.learner)
    ) {
      if (timer.push !== null) sql.skipped.run(timer.commune, timer.push);
    } else {
      const items = timer.kind === "review" ? timers.toReview(timer) : loaded.review.items;
      take(
        {
          ...loaded,
          lesson,
          review: { ...loaded.review, items },
          pushed: timers.pushedTo(timer),
          ticket: about(timer, now),
        },
        turn,
        decider,
        now,
        out,
      );
    }
    if (timer.push !== null) sql.pushDone.run(timer.commune, timer.push, timer.commune, timer.push);
    return done;
  };

  const one = (turn: Turn, decider: Decider, now: number, out: Said): Result<TurnOutcome> =>
    turn.from === "person" ? person(turn, decider, now, out) : clock(turn.timer, turn, decider, now, out);

  /** Puts the failed turn on record and answers the person, without touching anything the turn would have. */
  const record = (turn: Turn, error: unknown, decider: Decider, now: number, out: Said): Result<TurnOutcome> => {
    if (turn.from === "clock") {
      sql.takeTimer.run(turn.timer.commune, turn.timer.id, turn.timer.dueAt, turn.timer.token);
      return failed;
    }
    const { inbound } = turn;
    const words = inbound.content.kind === "text" ? inbound.content.text : "";
    sql.markFailed.run(
      inbound.connection,
      inbound.key,
      now,
      `TURN_FAILED: ${faults.TURN_FAILED.says.en}: ${reasonOf(error, words)}`,
    );
    const connection = connections.get(inbound.connection);
    if (!connection) return failed;
    const at = sql.whoIs.get(inbound.connection, inbound.chat) as
      | { id: string; learner: string; language: string; you: Person["you"] }
      | undefined; // the four columns
    const loaded = {
      account: { commune: connection.commune, id: at?.id ?? "", connection: connection.id, chat: inbound.chat },
    } as Loaded; // all that `say` reads
    out.said.push(
      say(loaded, decider.apologise(at ? { ...stranger(at.learner, at.language), you: at.you } : null), null, now),
    );
    if (!at) return failed;
    // A session that fails twice in a row, or is none at all, would fail for ever; without it the next word opens the menu.
    const stood = sql.sessionOf.get(connection.commune, at.id, at.learner);
    if (typeof stood === "string" && !holdsAsSession(stood)) sql.markSession.run(connection.commune, at.id, at.learner);
    if (sql.dropFailedSession.run(connection.commune, at.id, at.learner).changes === 0)
      sql.markSession.run(connection.commune, at.id, at.learner);
    return failed;
  };

  const all = db.transaction(
    (batch: readonly Turn[], decider: Decider, now: number, out: Said, marks: readonly SentMark[]) => {
      mark(marks);
      return batch.map((turn) => one(turn, decider, now, out));
    },
  );
  const alone = db.transaction(one);
  const recordAlone = db.transaction(record);

  const oneByOne = (batch: readonly Turn[], decider: Decider, now: number): Committed => {
    const out: Said = { said: [], stopped: [] };
    const outcomes = batch.map((turn): Result<TurnOutcome> => {
      try {
        return attempt((mine) => alone.immediate(turn, decider, now, mine), out);
      } catch (error) {
        const full = faultOf(error);
        if (full) return fail(full);
        try {
          return attempt((mine) => recordAlone.immediate(turn, error, decider, now, mine), out);
        } catch (again) {
          const fullNow = faultOf(again);
          if (fullNow) return fail(fullNow);
          throw again;
        }
      }
    });
    return { outcomes, ...out, marked: false };
  };

  return {
    transact: async (batch, decider, now, marks = []) => {
      const out: Said = { said: [], stopped: [] };
      known.fresh();
      try {
        const outcomes = all.immediate(batch, decider, now, out, marks);
        emptyLog();
        return { outcomes, ...out, marked: true };
      } catch (error) {
        known.fresh();
        const full = faultOf(error);
        if (!full) return oneByOne(batch, decider, now);
        return { outcomes: batch.map(() => fail(full)), said: [], stopped: [], marked: false };
      }
    },
    dueTimers: async (now, limit) => timers.due(now, limit),
  };
};

/** What leaves something behind in the log that must not stay there. */
const erasing: ReadonlySet<string> = new Set(["erased", "account-erased", "withdrawn"]);

class NotDone extends Error {
  constructor(readonly why: Undone) {
    super("not done");
  }
}

const conditional: ReadonlySet<string> = new Set<Conditional>([
  "invitation-accepted",
  "alarms-linked",
  "link-accepted",
  "link-undone",
  "learner-switched",
  "push-confirmed",
  "ticket-taken",
  "ticket-kept",
  "ticket-visit",
  "ticket-handed-on",
  "ticket-closed",
  "ticket-solved",
  "ticket-said",
]);

type Said = { readonly said: OutboxRow[]; readonly stopped: StoppedChat[] };

/** What nobody is answered, and no account is made for. */
const unanswered: ReadonlySet<string> = new Set(["blocked", "unblocked", "erase"]);

/** A push still waiting for somebody after so long is news no more. */
const pushLifeMs = 30 * 24 * 3_600_000;

/** Their messages hold what somebody wrote about a request, and go with it. */
const carriesWords: ReadonlySet<Timer["kind"]> = new Set<Timer["kind"]>(["ticket", "ticket-words"]);
/** They are about the request, whoever sits at the phone now; what may then be said is decided there. */
const ofTicket: ReadonlySet<Timer["kind"]> = new Set<Timer["kind"]>(["ticket-news", "ticket-words", "ticket-climb"]);

const done = ok<TurnOutcome>("done");
const missed = ok<TurnOutcome>("missed");
const repeated = ok<TurnOutcome>("repeated");
const failed = ok<TurnOutcome>("failed");

/** Only what was committed may be handed to the sender, so each attempt collects its own and hands it over at the end. */
const attempt = <T>(run: (mine: Said) => T, out: Said): T => {
  const mine: Said = { said: [], stopped: [] };
  const result = run(mine);
  out.said.push(...mine.said);
  out.stopped.push(...mine.stopped);
  return result;
};
