import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BackupState } from "../desk/deps.ts";
import { type Fault, fault, faults } from "../errors.ts";
import { DAY, untilHour } from "../kit/vietnam-time.ts";
import { backupName, backupTime, spare } from "../store/backup/names.ts";
import { takeBackup } from "../store/backup/take.ts";
import type { AuditEntry } from "../store/ports/audit.ts";

/** A backup older than this was missed: a day, and half a day for somebody to notice. */
const lateMs = 36 * 3_600_000;
/** When nobody is awake to be slowed down, in Viet Nam. */
const HOUR = 2;

export type BackupDeps = {
  readonly database: string;
  readonly folder: string | null;
  readonly recipient: string | null;
  readonly now: () => number;
  readonly log: {
    readonly error: (what: object, says: string) => void;
    readonly info: (what: object, says: string) => void;
  };
  readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  /** Into the security log. */
  readonly note: (entry: AuditEntry) => void;
};

/** Makes a backup every night and lets old ones go: the newest of 7 days, 4 weeks and 12 months stay. */
export const backups = ({ database, folder, recipient, now, log, count, note }: BackupDeps) => {
  let failed: Fault | null = null;
  let running: Promise<void> | null = null;
  const began = now();

  const names = (): readonly string[] => {
    try {
      return folder === null ? [] : readdirSync(folder);
    } catch {
      return [];
    }
  };
  const last = (): number | null => {
    const times = names().flatMap((name) => backupTime(name) ?? []);
    return times.length > 0 ? Math.max(...times) : null;
  };

  const isLate = (newest: number | null): boolean => folder !== null && now() - (newest ?? began) > lateMs;

  const tell = ({ code, cause }: Fault): void =>
    log.error({ code, cause }, `${faults[code].says.en}: ${faults[code].todo.en}`);
  /** Each failure is told; that the newest backup is old by now comes on top. */
  const wentWrong = (why: Fault): void => {
    failed = why;
    tell(why);
    if (isLate(last())) tell(fault("BACKUP_LATE"));
    try {
      note({ what: "backup-failed", commune: null, after: { code: why.code } });
    } catch (error) {
      // What keeps a backup from being made, a full disk, keeps the log from being written too.
      log.error({ err: error }, "the security log does not know of it");
    }
  };

  const make = async (into: string): Promise<void> => {
    const at = now();
    mkdirSync(into, { recursive: true, mode: 0o700 });
    // Of one that was killed; its own names only.
    for (const name of names())
      if (name.endsWith(".part") && backupTime(name.slice(0, -5)) !== null) rmSync(join(into, name), { force: true });
    const made = await takeBackup({ database, file: join(into, backupName(at, recipient !== null)), recipient });
    count("backups_total", { outcome: made.ok ? "made" : "failed" });
    if (!made.ok) return wentWrong(made.fault);
    failed = null;
    note({
      what: "backup-made",
      commune: null,
      after: { bytes: made.value.bytes, encrypted: recipient !== null },
    });
    log.info({ file: made.value.file, bytes: made.value.bytes }, "backup made");
    // Only after a new one stands.
    for (const name of spare(names())) rmSync(join(into, name), { force: true });
  };

  return {
    state: (): BackupState => {
      const newest = last();
      return { folder, last: newest, late: isLate(newest), failed };
    },
    /** Makes one now; two at once are one. */
    run: (): Promise<void> => {
      if (folder === null) return Promise.resolve();
      running ??= make(folder)
        .catch((error: unknown) => {
          wentWrong(fault("BACKUP_FAILED", error instanceof Error ? error.message : "thrown"));
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
    /** Whether the night's is still to be made: called every few minutes, also by a machine that slept through the hour. */
    due: (): boolean => {
      if (folder === null) return false;
      const night = now() + untilHour(now(), HOUR) - DAY;
      const newest = last();
      return newest === null || newest < night || newest > now() + DAY;
    },
  };
};
export type Backups = ReturnType<typeof backups>;
