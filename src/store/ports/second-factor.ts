import type { Seen } from "./audit.ts";
import type { By } from "./by.ts";
import type { Staff } from "./staff.ts";

/** Second factors: the shared secret is stored sealed, recovery codes as their SHA-256 only. */
export type SecondFactorStore = {
  secondFactor(staff: string): Promise<{ secret: string | null; recovery: number } | null>;
  /** The secret a session is setting up: the same while the page is open. */
  draft(session: string, make: () => string): Promise<string>;
  setSecondFactor(staff: Staff, secret: string, step: number, codes: readonly string[], by: Seen): Promise<void>;
  removeSecondFactor(staff: Staff, except: string | null, by: By | Seen): Promise<void>;
  newRecoveryCodes(staff: Staff, codes: readonly string[], by: Seen): Promise<void>;
  /** False when this code, or a later one, was taken before. */
  takeStep(staff: string, step: number): Promise<boolean>;
  takeRecoveryCode(staff: string, hash: string, now: number): Promise<boolean>;
};
