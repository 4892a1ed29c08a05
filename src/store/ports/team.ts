import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** The community digital team: codes that let somebody in, and who is in. */
export type TeamStore = {
  invitations(commune: string, now: number): Promise<InvitationRow[]>;
  /** The code is kept as its hash: whoever made it has just been shown it, and nobody is again. */
  addInvitation(
    commune: string,
    row: { id: string; code: string; label: Clean | null; village: string | null; expiresAt: number; uses: number },
    by: By,
  ): Promise<void>;
  /** False when it was used up or withdrawn already. */
  withdrawInvitation(commune: string, id: string, by: By): Promise<boolean>;
  members(commune: string): Promise<MemberRow[]>;
  /** False when they are not in it. */
  removeMember(commune: string, learner: string, by: By): Promise<boolean>;
};

export type InvitationRow = {
  readonly id: string;
  readonly label: string | null;
  /** Who made it: somebody of the staff by name, or `cli`. */
  readonly by: string;
  readonly createdAt: number;
  readonly village: string | null;
  readonly expiresAt: number;
  readonly usesLeft: number;
};

export type MemberRow = {
  readonly learner: string;
  readonly name: string | null;
  /** Null is the whole commune. */
  readonly villages: readonly (string | null)[];
  readonly since: number;
};
