import type { AuditKinds, Seen } from "./audit.ts";
import type { Staff } from "./staff.ts";

/** Who is signed in, and the browsers somebody signed in with before. Keys are stored as their SHA-256 only. */
export type StaffSessionStore = {
  openSession(hash: string, session: NewSession, by: Seen, second?: AuditKinds["signed-in"]["second"]): Promise<void>;
  session(hash: string, now: number): Promise<StaffSession | null>;
  extendSession(hash: string, expiresAt: number, now: number): Promise<void>;
  endSession(hash: string): Promise<void>;
  sessions(staff: string, now: number): Promise<SessionRow[]>;
  /** Ends one by its id, or all but the one with this hash. */
  endSessions(staff: Staff, which: { id: string } | { except: string }, by: Seen): Promise<void>;
  deviceKnown(hash: string, staff: string): Promise<boolean>;
  rememberDevice(hash: string, staff: string, now: number): Promise<void>;
};

export type NewSession = {
  readonly id: string;
  readonly staff: Staff;
  readonly stage: "code" | "in";
  readonly expiresAt: number;
  readonly endsAt: number;
  readonly device: string | null;
  readonly newDevice: boolean;
};
export type StaffSession = {
  readonly id: string;
  readonly staff: Staff;
  /** `code`: the password was right, the second factor is awaited. */
  readonly stage: "code" | "in";
  readonly secondFactor: boolean;
  readonly expiresAt: number;
  readonly endsAt: number;
};
export type SessionRow = {
  readonly id: string;
  readonly hash: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly from: string | null;
  readonly device: string | null;
};
