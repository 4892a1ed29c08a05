/**
 * The security log: who did what, when and from where. Rows are only ever added, and each carries a hash over the one
 * before it (docs/decisions/0053-security-log.md). A row names people by id alone, never by name, number or words, so
 * that erasing somebody needs no row to change; and never a secret or a code that opens something.
 */
export type Audit = {
  /** One row, in a transaction of its own. What a transaction changes is noted inside it instead (store/sqlite/audit-row.ts). */
  readonly note: (entry: AuditEntry, seen: Seen) => void;
  /**
   * For what strangers can cause as often as they like: counted in memory and written once a minute, one row for each
   * kind, commune and address, so that a flood cannot fill the disk. A crash loses the last minute at most.
   */
  readonly tally: (entry: AuditEntry, seen: Seen) => void;
  /** Writes what was tallied. With `now` left out, also the minute that has not ended: when the process leaves. */
  readonly flush: (now?: number) => void;
};

/** Who did it, from where (an address cut by `shortAddress`, null inside the machine), at which epoch ms. */
export type Seen = { readonly who: Who; readonly from: string | null; readonly at: number };
export type Who =
  | `staff:${string}`
  | `learner:${string}`
  /** Whoever runs commands on the machine. */
  | "operator"
  /** The clock, the start: nobody asked for it. */
  | "program"
  | "stranger";

/** A kind with what it tells; `before` is given where something was changed. */
export type AuditEntry = {
  readonly [K in AuditKind]: {
    readonly what: K;
    readonly commune: string | null;
    /** The id of what it is about. */
    readonly about?: string | null;
    readonly before?: Partial<AuditKinds[K]>;
    readonly after?: AuditKinds[K];
  };
}[AuditKind];
export type AuditKind = keyof AuditKinds;
export type AuditValue = string | number | boolean | null;
type Nothing = Readonly<Record<string, never>>;

/** Every kind of row, and what it tells. A new one is added here and to `desk/log-groups.ts`; then the compiler asks for its words. */
export type AuditKinds = {
  // Signing in. `about` = the staff member, when the login is one of ours; what was typed is never kept.
  readonly "signed-in": { readonly second: "none" | "code" | "recovery-code"; readonly newDevice: boolean };
  readonly "sign-in-failed": { readonly why: "login" | "password" | "second" };
  readonly "sign-in-slowed": { readonly by: "login" | "address" | "all" };
  readonly "signed-out": { readonly all: boolean };
  readonly "password-set": { readonly how: "link" | "changed" };
  readonly "second-factor-set": { readonly codes: number };
  readonly "second-factor-removed": Nothing;
  readonly "recovery-codes-made": { readonly codes: number };

  // Staff. `about` = the staff member.
  readonly "staff-added": { readonly role: string };
  readonly "staff-link-made": Nothing;
  readonly "staff-removed": Nothing;
  readonly "alarm-code-made": Nothing;
  readonly "alarm-chat-added": Nothing;
  readonly "alarm-chat-removed": Nothing;

  // People. `about` = the learner.
  readonly "people-merged": { readonly into: string };
  readonly "merge-undone": { readonly from: string };
  readonly "data-downloaded": { readonly form: string };
  readonly "data-erased": { readonly by: "person" | "clock" };
  readonly "consent-withdrawn": Nothing;
  readonly "consent-given": { readonly version: string };
  /** Only between ages that may be kept: of a child the erasing is noted, and that alone. */
  readonly "age-corrected": { readonly age: string | null };
  readonly "member-removed": Nothing;

  // Views of personal rows, and what left the house.
  readonly "tickets-viewed": { readonly rows: number };
  readonly "people-viewed": { readonly page: string; readonly rows: number | null };
  readonly exported: {
    readonly page: string;
    readonly form: string;
    readonly period: string | null;
    readonly rows: number | null;
    /** Of a report that is frozen: which one of its period. */
    readonly number?: number;
  };
  readonly "log-viewed": { readonly rows: number };

  // Refused. Tallied.
  readonly "wrong-code": {
    /** In the chat one code may open a phone, a team or a download: a wrong one says not which. */
    readonly opens: "anything" | "certificate" | "download";
    readonly channel: string;
  };
  readonly "codes-slowed": { readonly by: "account" | "address" | "all" };
  readonly "signature-refused": { readonly channel: string };
  readonly "limit-hit": { readonly what: string };
  readonly "form-refused": { readonly why: "token" | "role" | "private" };

  // Work of the desk. `about` = the row.
  readonly "ticket-taken": Nothing;
  readonly "ticket-done": { readonly result: string };
  readonly "ticket-handed-on": Nothing;
  /** Into the chat of whoever asked; the words stand nowhere here. */
  readonly "ticket-written": Nothing;
  readonly "question-answered": { readonly told: number };
  readonly "question-attached": { readonly told: number };
  readonly "question-dismissed": { readonly told: number };
  readonly "phrase-added": { readonly topic: string };
  readonly "phrase-removed": Nothing;
  readonly "settings-changed": Readonly<Record<string, AuditValue>>;
  readonly "denominator-added": {
    readonly population: string;
    readonly village: string | null;
    readonly value: number;
    readonly asOf: string;
  };
  readonly "village-added": { readonly name: string; readonly code: string };
  readonly "village-renamed": { readonly name: string };
  readonly "village-removed": Nothing;
  readonly "invitation-made": { readonly village: string | null; readonly uses: number };
  readonly "invitation-used": { readonly village: string | null };
  readonly "invitation-withdrawn": Nothing;
  readonly "push-cancelled": Nothing;
  readonly "certificate-revoked": Nothing;
  readonly "report-written": { readonly period: string; readonly duty: string };
  readonly "report-frozen": { readonly period: string; readonly duty: string; readonly number: number };

  // The machine.
  readonly "backup-made": { readonly bytes: number | null; readonly encrypted: boolean };
  readonly "backup-failed": { readonly code: string };
  readonly restored: { readonly rows: number | null };
  /** Noted before the verb runs; what it changes has rows of its own. */
  readonly "command-run": { readonly verb: string };
  readonly "turn-set-aside": { readonly code: string };
  readonly "store-broken": { readonly code: string };
  /** Days and numbers alone; the words stand in the breach (store/ports/breaches.ts). */
  readonly "breach-noted": {
    readonly found: number;
    readonly people: number | null;
    readonly authorityTold: number | null;
    readonly peopleTold: number | null;
    readonly closed: number | null;
  };
  /** `upTo`: the last row that left. */
  readonly "log-trimmed": { readonly rows: number; readonly upTo: number };
};
