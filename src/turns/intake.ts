import type { Inbound } from "../channels/inbound.ts";
import type { World } from "../engine/env.ts";
import type { Fault } from "../errors.ts";
import { ok, type Result } from "../kit/result.ts";
import { bounded } from "../kit/text.ts";
import { codeIn, opensSomebody } from "../people/codes.ts";
import type { Attempt, Misses } from "../people/misses.ts";
import { sensitive } from "../people/sensitive.ts";
import { termsInMs } from "../people/terms.ts";
import { inspect } from "../scam/inspect.ts";
import type { SentMark } from "../store/outbox.ts";
import type { Committed, Decider, Turn, TurnOutcome, TurnStore } from "../store/turn-store.ts";
import type { Refusals } from "./refusals.ts";
import { during, nameOf, unwatched, type Watch } from "./watch.ts";

export type Turns = {
  readonly store: TurnStore;
  readonly decider: Decider;
  readonly now: () => number;
  /** Called after each commit, before anybody is answered: here the sender and the web rooms wake up. */
  readonly committed: (what: Committed) => void;
  /** What became of messages sent: it rides in the transaction of the next turns. */
  readonly marks?: {
    readonly take: () => readonly SentMark[];
    readonly settled: (marks: readonly SentMark[], written: boolean) => void;
  };
  /** When the newest word came that a connection brought before this process began, by the channel's own clock. */
  readonly newest?: (connection: string) => number | null;
  /** Sees a turn that never ends. */
  readonly watch?: Watch;
  /** Slows down whoever tries out codes. */
  readonly misses?: Misses;
  /** Tells the security log of wrong codes and of turns that failed. */
  readonly refusals?: Refusals;
  /** Sees what cannot wait in words that stay at the door. */
  readonly urgent?: World["urgent"];
  /** Hears whether what came could be kept. */
  readonly health?: {
    readonly committed: () => void;
    readonly refused: (fault: Fault, messages: number) => void;
    readonly threw: (error: unknown) => void;
  };
  /** Counts, for /metrics: `turns_total{outcome}`, `sensitive_total{kind}`, `batch_turns` by size. */
  readonly count?: (name: string, labels: Readonly<Record<string, string>>, by?: number) => void;
};

type FromPerson = Extract<Turn, { from: "person" }>;

/** More than this in one transaction would make the first wait for the last. */
const batchTurns = 256;

/**
 * The way in. Everything that arrives in one tick is one transaction; `submit` answers only when that is on the disk,
 * so a channel is acknowledged exactly what will survive a power cut.
 */
export const intake = (turns: Turns) => {
  type Waiting = {
    readonly turn: Turn;
    readonly answer: (outcome: Result<TurnOutcome>) => void;
    readonly refuse: (error: unknown) => void;
    readonly attempt: Attempt | null;
  };
  const waiting: Waiting[] = [];
  const late = lateness(turns);
  let running = false;

  const run = async (): Promise<void> => {
    const batch = waiting.splice(0, batchTurns);
    try {
      const { outcomes } = await transact(
        turns,
        batch.map((w) => w.turn),
      );
      for (const [i, w] of batch.entries()) {
        const outcome = outcomes[i];
        if (!outcome?.ok || outcome.value !== "missed") w.attempt?.right();
        else if (w.turn.from === "person") turns.refusals?.wrongCode(w.turn.inbound);
        if (outcome) w.answer(outcome);
        else w.refuse(new Error("a turn came back without an outcome"));
      }
    } catch (error) {
      for (const w of batch) {
        w.attempt?.right();
        w.refuse(error);
      }
    }
    if (waiting.length > 0) setImmediate(run);
    else running = false;
  };

  return {
    submit: (inbound: Inbound): Promise<Result<TurnOutcome>> =>
      new Promise((answer, refuse) => {
        if (late(inbound)) {
          turns.count?.("turns_total", { outcome: "late" });
          return answer(ok("late"));
        }
        const { turn, attempt } = slowed(looked(inbound, turns), turns);
        waiting.push({ turn, answer, refuse, attempt });
        if (running) return;
        running = true;
        setImmediate(run);
      }),
    /** How many wait for their transaction, for /metrics and for the end of the process. */
    waiting: (): number => waiting.length + (running ? 1 : 0),
  };
};

/**
 * What somebody said more than a day before the newest word of its connection is taken from the channel and not answered
 * as if it had just been said: their question is yesterday's. It is also how a captured webhook could be played again
 * after its key has left the inbox, so the newest word is kept over restarts, and nothing that is no newer is answered
 * once no key can tell it from a repeat. Measured against what the channel itself says, so that a clock of ours set
 * forward silences nobody; what it said while it was wrong counts for nothing once it is right. Blocking and erasing are
 * obeyed however late they come.
 */
const lateness = ({ now, newest: kept = () => null }: Turns) => {
  const newest = new Map<string, number>();
  return ({ connection, at, undated, content }: Inbound): boolean => {
    if (undated) return false;
    const before = newest.get(connection) ?? kept(connection);
    newest.set(connection, Math.max(before ?? at, at));
    if (before === null || content.kind === "erase" || content.kind === "blocked" || content.kind === "unblocked")
      return false;
    return Math.min(before, now()) - at > LATE_MS || (at <= before && now() - at > termsInMs.inbox);
  };
};
const LATE_MS = 24 * 3_600_000;

/** Runs a batch and hands on what came of it. The clock's turns come this way too. */
export const transact = async (turns: Turns, batch: readonly Turn[]): Promise<Committed> => {
  const marks = turns.marks?.take() ?? [];
  let marked = false;
  try {
    const committed = await turns.store.transact(batch, turns.decider, turns.now(), marks);
    marked = committed.marked;
    for (const [i, outcome] of committed.outcomes.entries()) {
      const turn = batch[i];
      if (turn && outcome.ok && outcome.value === "failed") turns.refusals?.setAside(turn);
    }
    announce(turns, committed);
    return committed;
  } catch (error) {
    turns.health?.threw(error);
    throw error;
  } finally {
    if (marks.length > 0) turns.marks?.settled(marks, marked);
  }
};

const announce = (turns: Turns, committed: Committed): void => {
  turns.committed(committed);
  const refused = committed.outcomes.flatMap((o) => (o.ok ? [] : [o.fault]));
  const [first] = refused;
  if (first) turns.health?.refused(first, refused.length);
  else if (committed.outcomes.length > 0) turns.health?.committed();
  for (const outcome of committed.outcomes)
    turns.count?.("turns_total", { outcome: outcome.ok ? outcome.value : outcome.fault.code });
};

/** What arrived, looked at for the first time; at one that ended the process before not even that. */
const looked = (inbound: Inbound, { watch = unwatched, count, urgent }: Turns): FromPerson => {
  const name = nameOf(inbound);
  return watch.barred(name)
    ? { from: "person", inbound: { ...inbound, content: { kind: "text", text: "" } }, sensitive: false, code: null }
    : during(watch, name, () => turnOf(short(inbound), count, urgent));
};

/** The one door for all channels: behind it no text is longer than a turn can afford. */
const short = (inbound: Inbound): Inbound => {
  const { content } = inbound;
  switch (content.kind) {
    case "text":
      return { ...inbound, content: { kind: "text", text: bounded(content.text) } };
    case "press":
      return {
        ...inbound,
        content: { ...content, token: bounded(content.token, 128), key: bounded(content.key, 128) },
      };
    case "open":
      return content.code === null
        ? inbound
        : { ...inbound, content: { kind: "open", code: bounded(content.code, 128) } };
    default:
      return inbound;
  }
};

/** A code that could open somebody is looked up only as often as people err; beyond that every one is a wrong one. */
const slowed = (
  turn: FromPerson,
  { misses, refusals, count }: Turns,
): { readonly turn: Turn; readonly attempt: Attempt | null } => {
  if (!misses || turn.code === null || !opensSomebody(turn.code)) return { turn, attempt: null };
  const { connection, chat, address = null } = turn.inbound;
  const attempt = misses.attempt({ account: `${connection} ${chat}`, address });
  if (!("slowedBy" in attempt)) return { turn: { ...turn, tried: "counted" }, attempt };
  refusals?.codesSlowed(turn.inbound, attempt);
  count?.("codes_slowed_total", { where: "chat" });
  return { turn: { ...turn, tried: "slowed" }, attempt: null };
};

/** What a person should not have typed ends here: from now on nobody can keep or log it. */
const turnOf = (inbound: Inbound, count: Turns["count"], urgent: Turns["urgent"]): FromPerson => {
  const { content } = inbound;
  if (content.kind === "open")
    return { from: "person", inbound, sensitive: false, code: content.code === null ? null : codeIn(content.code) };
  if (content.kind !== "text") return { from: "person", inbound, sensitive: false, code: null };
  // The number of a choice, most of what is typed, holds no secret and no code; looking for them costs more than reading it.
  if (/^\d{1,2}$/.test(content.text)) return { from: "person", inbound, sensitive: false, code: null };
  const kind = sensitive(content.text);
  if (kind === null) return { from: "person", inbound, sensitive: false, code: codeIn(content.text) };
  count?.("sensitive_total", { kind });
  const silent: Inbound = { ...inbound, content: { kind: "text", text: "" } };
  const cry = urgent?.(content.text) ?? null;
  return {
    from: "person",
    inbound: silent,
    sensitive: true,
    code: null,
    seen: inspect(content.text),
    ...(cry && { urgent: cry }),
  };
};
