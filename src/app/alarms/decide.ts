import { DAY } from "../../kit/vietnam-time.ts";
import type { AlarmKind, ListenerChat, Told } from "../../store/ports/alarms.ts";

/**
 * Whom of one person's chats to tell what, now. Pure: what was told before and what is seen go in, what to say and to
 * remember comes out. Of each alarm of a connection one message when it begins, at most one a day, and one when it is
 * over; an alarm that comes and goes is not told each time.
 */
export const toTell = ({ now, awake, seen, told, chats }: Look): Telling => {
  const before = new Map(told.map((t) => [key(t), t]));
  const dead = new Set(seen.filter((s) => s.stands && stopsSending[s.kind]).map((s) => s.connection));
  const say: AlarmMessage[] = [];
  const keep: Told[] = [];
  for (const s of seen) {
    const t = before.get(key(s));
    if (t && t.overAt === null) {
      const clearSince = s.stands ? null : (t.clearSince ?? now);
      const calm = clearSince !== null && now - clearSince >= CALM && awake;
      const to = calm ? chatFor(s, chats, dead) : null;
      if (to) say.push({ what: "over", to, seen: s });
      if (to || clearSince !== t.clearSince) keep.push({ ...t, clearSince, overAt: to ? now : null });
    } else if (s.stands && (!t || now - t.at >= DAY) && (awake || urgent[s.kind])) {
      const to = chatFor(s, chats, dead);
      if (!to) continue;
      say.push({ what: "begun", to, seen: s });
      keep.push({ connection: s.connection, kind: s.kind, at: now, clearSince: null, overAt: null });
    }
  }
  return { say, keep };
};

/** One kind of alarm of one connection, where it can be told whether it stands. What cannot be told is left out. */
export type AlarmSeen = { readonly connection: string; readonly kind: AlarmKind; readonly stands: boolean };

export type Look = {
  readonly now: number;
  /** No quiet hour. */
  readonly awake: boolean;
  readonly seen: readonly AlarmSeen[];
  readonly told: readonly Told[];
  /** That can be written to now, whoever was there last first. */
  readonly chats: readonly ListenerChat[];
};

export type AlarmMessage = { readonly what: "begun" | "over"; readonly to: ListenerChat; readonly seen: AlarmSeen };
type Telling = { readonly say: readonly AlarmMessage[]; readonly keep: readonly Told[] };

/** So long it must have been well before its end is told. */
export const CALM = 30 * 60_000;

/** Nothing reaches anybody, and only a person can mend it: this does not wait for the morning. */
export const urgent: Readonly<Record<AlarmKind, boolean>> = {
  "token-gone": true,
  "token-ending": false,
  silent: false,
  failing: false,
  outbox: false,
  buttons: false,
};

/** While it stands, the connection itself is no way to tell of it. */
const stopsSending: Readonly<Record<AlarmKind, boolean>> = {
  "token-gone": true,
  "token-ending": false,
  silent: false,
  failing: true,
  outbox: true,
  buttons: false,
};

/** Another connection than the one it is about, where there is one. */
const chatFor = (
  { connection }: AlarmSeen,
  chats: readonly ListenerChat[],
  dead: ReadonlySet<string>,
): ListenerChat | null => {
  const open = chats.filter((c) => !dead.has(c.connection));
  return open.find((c) => c.connection !== connection) ?? open[0] ?? null;
};

const key = ({ connection, kind }: Pick<AlarmSeen, "connection" | "kind">): string => `${kind} ${connection}`;
