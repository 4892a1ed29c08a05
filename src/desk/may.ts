import type { Role, Staff } from "../store/ports/staff.ts";

/** What somebody may do at the desk. Pages, forms and tables ask for one of these, never for a role. */
export type Capability =
  /** Counts, targets, duties, what is taught: nothing about a single person. */
  | "see-figures"
  /** Names of residents, and the words of who asked for help. */
  | "see-people"
  | "help-people"
  | "answer-questions"
  | "edit-villages"
  | "enter-figures"
  /** The whole commune's report, village by village: not for who answers for some of them. */
  | "see-reports"
  | "write-reports"
  | "run-team"
  | "stop-pushes"
  | "revoke-certificates"
  | "change-settings"
  | "connect-channels"
  /** Told in the chat when a channel is in trouble, if they want. */
  | "hear-alarms"
  | "run-staff"
  | "read-log"
  | "own-account";

/** In the order in which they are offered. */
export const roles = [
  "staff",
  "village-leader",
  "team-member",
  "overseer",
  "administrator",
] as const satisfies readonly Role[];

type Who = { readonly staff: Pick<Staff, "role" | "villages"> };

export const may = ({ staff }: Who, what: Capability): boolean => granted[staff.role].has(what);

/** Does a place belong to what somebody answers for? Null is the whole commune. */
export const answersFor = ({ staff }: Who, village: string | null): boolean =>
  staff.villages === null || (village !== null && staff.villages.includes(village));

/** Who answers for villages has to be given some. */
export const isOfVillages = (role: Role): boolean => role === "village-leader" || role === "team-member";

/** Whoever can let others in must not be let in by a password alone. */
export const mustHaveSecondFactor = (role: Role): boolean => granted[role].has("run-staff");

const everybody = ["see-figures", "own-account"] as const;
const member = [...everybody, "see-people", "help-people"] as const;
const leader = [...member, "run-team", "stop-pushes"] as const;
const staff = [
  ...leader,
  "answer-questions",
  "edit-villages",
  "enter-figures",
  "see-reports",
  "write-reports",
  "revoke-certificates",
  "change-settings",
  "hear-alarms",
] as const;
const granted: Readonly<Record<Role, ReadonlySet<Capability>>> = {
  administrator: new Set([...staff, "connect-channels", "run-staff", "read-log"]),
  staff: new Set(staff),
  "village-leader": new Set(leader),
  "team-member": new Set(member),
  overseer: new Set([...everybody, "see-reports"]),
};
