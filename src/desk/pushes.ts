import type { PushRow } from "../store/ports/pushes.ts";

/** Where everybody is whom a push was confirmed for: each in exactly one place, so the places add up to `planned`. */
export type PushCount = {
  readonly sent: number;
  /** Their turn has not come · handed to the sender · the channel lets us write only after they do. */
  readonly waiting: { readonly turn: number; readonly queued: number; readonly held: number; readonly all: number };
  readonly failed: { readonly why: readonly { readonly reason: Reason; readonly n: number }[]; readonly all: number };
  /** It no longer fitted when their turn came, or they said stop before the message left. */
  readonly skipped: number;
  /** Left when staff stopped the push. */
  readonly cancelled: number;
  /** Erased their data or became one with another learner before their turn. */
  readonly gone: number;
  /** Of those sent to: pressed neither button. */
  readonly silent: number;
};
export type Reason = "blocked" | "refused" | "retries" | "uncertain" | "expired";

/** The counts of a push, from its rows. */
export const pushCount = (push: PushRow): PushCount => {
  const of = (as: string) => push.messages.filter((m) => m.as === as);
  const sent = sum(of("sent"));
  const [queued, held] = [sum(of("queued")), sum(of("waiting"))];
  const expired = of("expired");
  const [stop, cancel] = [expired.filter(is("opted out")), expired.filter(is("PUSH_CANCELLED"))];
  const lost = [...of("failed"), ...expired].filter((m) => !stop.includes(m) && !cancel.includes(m));
  const why = new Map<Reason, number>();
  for (const { reason, n } of lost) why.set(reasonOf(reason), (why.get(reasonOf(reason)) ?? 0) + n);
  const skipped = push.skipped + sum(stop);
  const cancelled = push.stopped + sum(cancel);
  const waiting = push.timers + queued + held;
  return {
    sent,
    waiting: { turn: push.timers, queued, held, all: waiting },
    failed: { why: [...why].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n), all: sum(lost) },
    skipped,
    cancelled,
    gone: Math.max(0, push.planned - sent - waiting - sum(lost) - skipped - cancelled),
    // Somebody may answer from a phone whose message was not recorded as sent: at least nobody, never less.
    silent: Math.max(0, sent - push.opened - push.declined),
  };
};

type Messages = PushRow["messages"];
const sum = (rows: Messages): number => rows.reduce((all, { n }) => all + n, 0);
const is = (reason: string) => (m: Messages[number]) => m.reason === reason;

const reasonOf = (code: string | null): Reason => {
  if (code === "SEND_BLOCKED" || code === "blocked") return "blocked";
  if (code === "SEND_REFUSED") return "refused";
  if (code === "SEND_RETRY") return "retries";
  return code === "SEND_UNCERTAIN" ? "uncertain" : "expired";
};
