import type { By } from "./by.ts";

/** The community digital team: codes that let somebody in, and who is in. */
export type TeamStore = {
  invitations(commune: string, now: number): Promise<InvitationRow[]>;
  addInvitation(
    commune: string,
    row: { code: string; village: string | null; expiresAt: number; uses: number },
    by: By,
  ): Promise<void>;
  members(commune: string): Promise<MemberRow[]>;
  removeMember(commune: string, learner: string, by: By): Promise<void>;
};

export type InvitationRow = {
  readonly code: string;
  readonly village: string | null;
  readonly expiresAt: number;
  readonly usesLeft: number;
};

export type MemberRow = {
  readonly learner: string;
  readonly name: string | null;
  readonly village: string | null;
  readonly since: number;
};
