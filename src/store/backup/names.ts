import { dayOf } from "../../kit/vietnam-time.ts";

const DAY = 24 * 3_600_000;
const NAME = /^house-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})\.db(\.age)?$/;
const offset = 7 * 3_600_000;

/** "house-2026-11-30T021500.db", by the clock of Viet Nam; with ".age" when encrypted. */
export const backupName = (at: number, sealed: boolean): string => {
  const local = new Date(at + offset).toISOString();
  return `house-${local.slice(0, 10)}T${local.slice(11, 19).replaceAll(":", "")}.db${sealed ? ".age" : ""}`;
};

/** When a backup was begun, or null when the file is none of ours: such a file is never touched. */
export const backupTime = (name: string): number | null => {
  const [, day, h, m, s] = NAME.exec(name) ?? [];
  return day === undefined ? null : Date.parse(`${day}T${h}:${m}:${s}Z`) - offset;
};

/** How many days, weeks and months keep their newest backup. */
const spared = { days: 7, weeks: 4, months: 12 } as const;

/** Which backups may go: all but the newest of each of the last 7 days, 4 weeks and 12 months that have one. */
export const spare = (names: readonly string[]): readonly string[] => {
  const known = names
    .flatMap((name) => {
      const at = backupTime(name);
      return at === null ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at);
  const stay = new Set<string>();
  const spareNewest = (n: number, span: (at: number) => string): void => {
    const seen = new Set<string>();
    for (const { name, at } of known) {
      if (seen.has(span(at))) continue;
      if (seen.size === n) return;
      seen.add(span(at));
      stay.add(name);
    }
  };
  spareNewest(spared.days, dayOf);
  spareNewest(spared.weeks, weekOf);
  spareNewest(spared.months, (at) => dayOf(at).slice(0, 7));
  return known.flatMap(({ name }) => (stay.has(name) ? [] : [name]));
};

/** Weeks begin on Monday; day 4 since 1970 was one. */
const weekOf = (at: number): string => String(Math.floor((Math.floor((at + offset) / DAY) - 4) / 7));
