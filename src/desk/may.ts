import type { Role, Staff } from "../store/ports/staff.ts";

/** What somebody may do at the desk. Pages, forms and columns ask for one of these, never for a role. */
export type Capability =
  /** Counts, targets, duties, what is taught: nothing about a single person. */
  | "see-figures"
  /** Names and words of residents who asked for help, and taking such a request. */
  | "see-people"
  | "help-people"
  | "answer-questions"
  | "edit-villages"
  | "enter-figures"
  | "run-team"
  | "stop-pushes"
  | "revoke-certificates"
  | "change-settings"
  | "connect-channels"
  | "run-staff"
  | "read-log"
  | "own-account";

export const may = ({ staff }: { readonly staff: Pick<Staff, "role"> }, what: Capability): boolean =>
  granted[staff.role].has(what);

const looks = ["see-figures", "see-people", "own-account"] as const;
const works = [
  ...looks,
  "help-people",
  "answer-questions",
  "edit-villages",
  "enter-figures",
  "run-team",
  "stop-pushes",
  "revoke-certificates",
  "change-settings",
] as const;
const granted: Readonly<Record<Role, ReadonlySet<Capability>>> = {
  admin: new Set([...works, "connect-channels", "run-staff", "read-log"]),
  officer: new Set(works),
  viewer: new Set(looks),
};
