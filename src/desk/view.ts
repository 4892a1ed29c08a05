import type { Language } from "../kit/bilingual.ts";
import type { Period } from "../kit/period.ts";
import type { Seen } from "../store/ports/audit.ts";
import type { By } from "../store/ports/by.ts";
import type { CommuneRow } from "../store/ports/communes.ts";
import type { Staff } from "../store/ports/staff.ts";
import type { Refused } from "../ui/form.tsx";
import type { Icon } from "../ui/icon.tsx";
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
  /** The page that is open, and all that this person may open. */
  readonly here: MenuItem;
  readonly menu: readonly MenuItem[];
  /** The communes this person may see. */
  readonly communes: readonly CommuneRow[];
  readonly period: Period;
  readonly now: number;
  /** People waiting for somebody, and questions nobody answered. */
  readonly waiting: number;
  readonly asked: number;
  /** The commune holds sample data; every page and print says so. */
  readonly sample: boolean;
  /** What the last form did, by a known key; never words out of the address. */
  readonly flash: string | null;
  /** The form that was just refused: what was typed, and why each field does not hold. */
  readonly refused: Refused | null;
  readonly deps: DeskDeps;
};

/** A page as the menu knows it: among the work, below the line, or beside one's own name. */
export type MenuItem = {
  readonly path: string;
  readonly title: string;
  readonly nav: "work" | "house" | "own";
  readonly icon: Parameters<typeof Icon>[0]["name"];
  /** True where what is shown depends on the period; only there may it be picked. */
  readonly usesPeriod: boolean;
  /** How many wait there. */
  readonly waits: { readonly n: number; readonly says: string } | null;
};

/** An address on this commune's desk that keeps the period. */
export const href = ({ row, period }: View, path = "", keys: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ky: period.key, ...keys });
  return `/desk/${row.commune.code}${path}?${query}`;
};

/** The commune at whose desk somebody is. */
export const codeOf = ({ row }: Pick<View, "row">): string => row.commune.code;

/** Who writes, for the row of the security log that goes with it. */
export const byOf = ({ staff, now, from }: Pick<View, "staff" | "now" | "from">): By => ({
  staff: staff.id,
  at: now,
  from,
});
export const seenOf = ({ staff, now, from }: Pick<View, "staff" | "now" | "from">): Seen => ({
  who: `staff:${staff.id}`,
  from,
  at: now,
});
