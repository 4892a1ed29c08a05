import type { By } from "./by.ts";

/** Staff, their one-time links and sessions. Secrets are stored as their SHA-256 only. */
export type StaffStore = {
  staffByLogin(login: string): Promise<{ staff: Staff; password: string | null } | null>;
  staffCount(): Promise<number>;
  staffList(commune: string | null): Promise<Staff[]>;
  /** Makes the person and their one-time link. False when the login is taken. */
  addStaff(staff: Staff, link: { hash: string; expiresAt: number }, by: By): Promise<boolean>;
  addLink(staff: string, link: { hash: string; expiresAt: number }, by: By): Promise<void>;
  removeStaff(id: string, by: By): Promise<void>;
  staffByLink(hash: string, now: number): Promise<Staff | null>;
  /** Spends the link and sets the password; false when it was spent or is too old. All earlier sessions end. */
  spendLink(hash: string, password: string, by: By): Promise<boolean>;
  openSession(hash: string, staff: string, expiresAt: number, now: number): Promise<void>;
  session(hash: string, now: number): Promise<{ staff: Staff; expiresAt: number } | null>;
  extendSession(hash: string, expiresAt: number): Promise<void>;
  endSession(hash: string): Promise<void>;
};

/** `commune` null: every commune. */
export type Staff = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly commune: string | null;
};

export type Role = "admin" | "officer" | "viewer";
