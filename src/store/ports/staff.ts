import type { Clean } from "../../kit/clean.ts";
import type { Seen } from "./audit.ts";
import type { By } from "./by.ts";

/** Staff, their one-time links and passwords. Secrets are stored as their SHA-256 only. */
export type StaffStore = {
  staffByLogin(login: string): Promise<{ staff: Staff; password: string | null } | null>;
  staffCount(): Promise<number>;
  /** The administrator of every commune who has not chosen a password yet. */
  pendingAdmin(): Promise<Staff | null>;
  staffList(commune: string | null): Promise<StaffRow[]>;
  /** Makes the person and their one-time link. False when the login is taken. */
  addStaff(staff: NewStaff, link: { hash: string; expiresAt: number }, by: By | Seen): Promise<boolean>;
  addLink(staff: Staff, link: { hash: string; expiresAt: number }, by: By | Seen): Promise<void>;
  removeStaff(staff: Staff, by: By): Promise<void>;
  staffByLink(hash: string, now: number): Promise<Staff | null>;
  /** Spends the link and sets the password; false when it was spent or is too old. All earlier sessions end. */
  spendLink(hash: string, password: string, staff: Staff, by: Seen): Promise<boolean>;
  /** The password of somebody who knows the old one. Every session but one ends. */
  changePassword(staff: Staff, password: string, except: string, by: Seen): Promise<void>;
  /** The same password, hashed anew. */
  rehash(staff: string, password: string): Promise<void>;
};

/** `commune` null: every commune. `villages` null: all of the commune. */
export type Staff = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly commune: string | null;
  readonly villages: readonly string[] | null;
};

/** Somebody of the staff who was not there before: what was typed about them has been looked at. */
export type NewStaff = Staff & { readonly login: Clean; readonly name: Clean };

export type StaffRow = Staff & { readonly secondFactor: boolean };

/** A village leader and a member of the community team answer for their villages; the others for the whole commune. */
export type Role = "administrator" | "staff" | "village-leader" | "team-member" | "overseer";
