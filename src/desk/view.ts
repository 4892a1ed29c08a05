import type { Language } from "../kit/bilingual.ts";
import type { Period } from "../kit/period.ts";
import type { Seen } from "../store/ports/audit.ts";
import type { By } from "../store/ports/by.ts";
import type { CommuneRow } from "../store/ports/communes.ts";
import type { Staff } from "../store/ports/staff.ts";
import type { Refused } from "../ui/form.tsx";
import type { DeskDeps } from "./deps.ts";
import type { Throttle } from "./sign-in/throttle.ts";

/** What every page of the desk is given: who looks, at which commune and period, in which language. */
export type View = {
  readonly language: Language;
  readonly staff: Staff;
  /** The session that asks, and where from, cut for the security log. */
  readonly session: { readonly id: string; readonly hash: string };
  readonly from: string | null;
  readonly slow: Throttle;
  readonly csrf: string;
  readonly row: CommuneRow;
  /** The communes this person may see. */
  readonly communes: readonly CommuneRow[];
  readonly period: Period;
  readonly now: number;
  /** People waiting for somebody, for the badge in the menu. */
  readonly waiting: number;
  /** Questions nobody answered, for the other badge. */
  readonly asked: number;
  /** The commune holds sample data; every page and print says so. */
  readonly sample: boolean;
  /** What the last form did, by a known key; never words out of the address. */
  readonly flash: string | null;
  /** The form that was just refused, because something private stood in it. */
  readonly refused: Refused | null;
  readonly deps: DeskDeps;
};

/** An address on this commune's desk that keeps the period. */
export const href = ({ row, period }: View, path = "", keys: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ky: period.key, ...keys });
  return `/desk/${row.commune.code}${path}?${query}`;
};

/** Viewers look; officers and admins also write. */
export const mayWrite = ({ staff }: View): boolean => staff.role !== "viewer";

/** Who writes, for the row of the security log that goes with it. */
export const byOf = ({ staff, now, from }: Pick<View, "staff" | "now" | "from">): By => ({
  staff: staff.id,
  at: now,
  from,
});
export const seenOf = ({ staff, now, from }: View): Seen => ({ who: `staff:${staff.id}`, from, at: now });
