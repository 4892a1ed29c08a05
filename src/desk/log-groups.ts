import type { AuditKind } from "../store/ports/audit.ts";

/** What the page filters by: every kind stands in exactly one group. */
export const auditGroups = {
  "sign-in": [
    "signed-in",
    "sign-in-failed",
    "sign-in-slowed",
    "signed-out",
    "password-set",
    "second-factor-set",
    "second-factor-removed",
    "recovery-codes-made",
  ],
  staff: [
    "staff-added",
    "staff-link-made",
    "staff-removed",
    "alarm-code-made",
    "alarm-chat-added",
    "alarm-chat-removed",
  ],
  people: [
    "people-merged",
    "merge-undone",
    "data-downloaded",
    "data-erased",
    "consent-withdrawn",
    "consent-given",
    "age-corrected",
    "member-removed",
  ],
  seen: ["tickets-viewed", "people-viewed", "exported", "log-viewed"],
  refused: ["wrong-code", "codes-slowed", "signature-refused", "limit-hit", "form-refused"],
  work: [
    "ticket-taken",
    "ticket-done",
    "ticket-handed-on",
    "ticket-written",
    "question-answered",
    "question-attached",
    "question-dismissed",
    "phrase-added",
    "phrase-removed",
    "settings-changed",
    "denominator-added",
    "village-added",
    "village-renamed",
    "village-removed",
    "invitation-made",
    "invitation-used",
    "invitation-withdrawn",
    "push-cancelled",
    "certificate-revoked",
    "report-written",
    "report-frozen",
  ],
  machine: [
    "backup-made",
    "backup-failed",
    "restored",
    "command-run",
    "turn-set-aside",
    "store-broken",
    "breach-noted",
    "log-trimmed",
  ],
} as const satisfies Readonly<Record<string, readonly AuditKind[]>>;
export type AuditGroup = keyof typeof auditGroups;

// A kind without a group could not be found on the page: this line does not compile then.
({}) as Exclude<AuditKind, (typeof auditGroups)[AuditGroup][number]> satisfies never;
