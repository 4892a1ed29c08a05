import type { AuditKind } from "./audit.ts";

/** The security log as it is read. */
export type SecurityLogStore = {
  /** The newest first. */
  securityLog(filter: LogFilter): Promise<LogRow[]>;
};

/** Which rows of the security log: of one commune and its staff, or of all. */
export type LogFilter = {
  readonly commune: string | null;
  readonly kinds?: readonly AuditKind[] | undefined;
  readonly staff?: string | undefined;
  /** Epoch ms, half-open. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly text?: string | undefined;
  /** Older than this row. */
  readonly before?: number | undefined;
  readonly most: number;
};
export type LogRow = {
  readonly seq: number;
  readonly commune: string | null;
  readonly at: number;
  readonly who: string;
  /** The name of the staff member who did it, and of the one it is about. */
  readonly whoName: string | null;
  readonly from: string | null;
  readonly what: string;
  readonly about: string | null;
  readonly aboutName: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly times: number;
  readonly hash: string;
};
