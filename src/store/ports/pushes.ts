import type { SendCode } from "../../errors.ts";
import type { By } from "./by.ts";

/** Pushes of the team. */
export type PushStore = {
  /** Pushes begun in [from, to), the newest first, and whatever is still running. */
  pushes(commune: string, period: { from: number; to: number }): Promise<PushRow[]>;
  /** Ends a push: timers and messages that have not left. False when there was nothing left to stop. */
  cancelPush(commune: string, id: string, by: By): Promise<boolean>;
};

/** A push and the rows behind its counts, as they stand now. */
export type PushRow = {
  readonly id: string;
  readonly lesson: string;
  readonly village: string | null;
  /** A team member by the name they go by, or staff; null once the member erased their data. */
  readonly by: { readonly member: string | null } | { readonly staff: string } | null;
  readonly at: number;
  readonly status: "running" | "done" | "cancelled";
  readonly planned: number;
  readonly skipped: number;
  /** Whose turn had not come when staff stopped it. */
  readonly stopped: number;
  /** Whose turn has not come. */
  readonly timers: number;
  /** Messages by status, with why they did not go. */
  readonly messages: readonly { readonly as: OutboxStatus; readonly code: SendCode | null; readonly n: number }[];
  /** Learners who pressed "Học ngay"; those of them who finished the lesson after that; those who did not; and who of all asked for no more messages on it. */
  readonly opened: number;
  readonly finished: number;
  readonly declined: number;
  readonly stops: number;
};

/** Where a row of the outbox is. `waiting`: kept until the person writes. */
export type OutboxStatus = "queued" | "waiting" | "sent" | "failed" | "expired";
