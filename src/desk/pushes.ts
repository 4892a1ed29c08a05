import type { SendCode } from "../errors.ts";
import type { OutboxStatus, PushRow } from "../store/ports/pushes.ts";

/** Where everybody is whom a push was confirmed for: each in exactly one place, so the places add up to `planned`. */
export type PushProgress = {
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
const reasons = ["refused", "retries", "expired", "uncertain", "blocked"] as const;
export type Reason = (typeof reasons)[number];

/** The counts of a push, from its rows. */
export const pushCount = (push: PushRow): PushProgress => {
  const of = (as: OutboxStatus) => sum(push.messages.filter((m) => m.as === as));
  const [sent, queued, held] = [of("sent"), of("queued"), of("waiting")];
  const ended = push.messages.filter((m) => m.as === "failed" || m.as === "expired");
  const lost = ended.filter((m) => whyOf(m) !== "skipped" && whyOf(m) !== "cancelled");
  const why = reasons.map((reason) => ({ reason, n: sum(ended.filter((m) => whyOf(m) === reason)) }));
  const skipped = push.skipped + sum(ended.filter((m) => whyOf(m) === "skipped"));
  const cancelled = push.stopped + sum(ended.filter((m) => whyOf(m) === "cancelled"));
  const waiting = push.timers + queued + held;
  return {
    sent,
    waiting: { turn: push.timers, queued, held, all: waiting },
    failed: { why: why.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n), all: sum(lost) },
    skipped,
    cancelled,
    gone: Math.max(0, push.planned - sent - waiting - sum(lost) - skipped - cancelled),
    // Somebody may answer from a phone whose message was not recorded as sent: at least nobody, never less.
    silent: Math.max(0, sent - push.opened - push.declined),
  };
};

type Messages = PushRow["messages"];
const sum = (rows: Messages): number => rows.reduce((all, { n }) => all + n, 0);

/** Messages that did not go, or not yet, by the code of why, the most first. */
export const pushUnsent = (push: PushRow): readonly { readonly code: SendCode; readonly n: number }[] => {
  const all = new Map<SendCode, number>();
  for (const { as, code, n } of push.messages)
    if (as !== "sent" && code !== null) all.set(code, (all.get(code) ?? 0) + n);
  return [...all].map(([code, n]) => ({ code, n })).sort((a, b) => b.n - a.n || a.code.localeCompare(b.code));
};

/** Where a message that did not go is counted. One without a code lost its words to retention before it could go. */
const whyOf = ({ code }: Messages[number]): Reason | "skipped" | "cancelled" =>
  code === null ? "expired" : whys[code];
const whys: Readonly<Record<SendCode, Reason | "skipped" | "cancelled">> = {
  SEND_BLOCKED: "blocked",
  SEND_REFUSED: "refused",
  SEND_RETRY: "retries",
  SEND_UNCERTAIN: "uncertain",
  SEND_TOO_OLD: "expired",
  SEND_WAITING: "expired",
  SEND_OPTED_OUT: "skipped",
  PUSH_CANCELLED: "cancelled",
};
