import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { driver } from "./driver.ts";

/** `release` gives the folder free; it is free anyway once the process is gone, however it went. */
export type Lock = { readonly release: () => void };

/**
 * One process at a time works on a folder of data as if it were alone: the server, or what must not happen beside one.
 *
 * The system's own lock decides, on a small file that SQLite holds: it ends with the process, also by kill -9, and works
 * between containers that share the folder and do not see each other's processes. `house.lock` beside it says who it is.
 * Where a file system keeps no locks, that note alone refuses: its process number counts only with the start of the
 * machine and of the process itself, since numbers are used again.
 */
export const lock = (dataDir: string, work: string): Result<Lock> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const note = join(dataDir, "house.lock");
  const db = new driver(join(dataDir, "house.lock.db"), { timeout: 0 });
  try {
    db.pragma("journal_mode = MEMORY");
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (error instanceof driver.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) return refused(note);
    throw error;
  }
  const before = holder(note);
  if (before && before.pid !== process.pid && isAlive(before)) {
    db.close();
    return refused(note);
  }
  try {
    const { boot, started } = birth(process.pid);
    const mine: Holder = { pid: process.pid, work, since: new Date().toISOString(), boot, started };
    writeFileSync(note, `${JSON.stringify(mine)}\n`, { mode: 0o600 });
  } catch (error) {
    db.close();
    throw error;
  }
  return ok({
    release: () => {
      if (!db.open) return;
      rmSync(note, { force: true });
      db.close();
    },
  });
};

/** Who works on a folder now, or null: for those that may look on beside it. */
export const workingOn = (dataDir: string): Holder | null => {
  const found = holder(join(dataDir, "house.lock"));
  return found && isAlive(found) ? found : null;
};

const Holder = z.object({
  pid: z.number().int().positive(),
  /** What it does: "server", "restore". */
  work: z.string(),
  since: z.string(),
  /** The start of the machine and of the process, where the system tells; null elsewhere. */
  boot: z.string().nullable(),
  started: z.string().nullable(),
});
export type Holder = Readonly<z.infer<typeof Holder>>;

const holder = (note: string): Holder | null => {
  try {
    return Holder.parse(JSON.parse(readFileSync(note, "utf8")));
  } catch {
    // None, or half of one: its process died while it wrote.
    return null;
  }
};

const refused = (note: string): Result<never> => {
  const who = holder(note);
  return fail(
    fault("HOUSE_RUNNING", who ? `PID ${who.pid}, ${who.work}, ${who.since}: ${dirname(note)}` : dirname(note)),
  );
};

/** Alive, and still the one that wrote the note. */
const isAlive = ({ pid, boot, started }: Holder): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as another user's.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = birth(pid);
  // Killed, and only its parent has not noticed yet.
  if (now.state === "Z") return false;
  return (boot === null || now.boot === boot) && (started === null || now.started === null || now.started === started);
};

/** Linux tells when the machine and a process began. */
const birth = (pid: number): Pick<Holder, "boot" | "started"> & { readonly state?: string | undefined } => {
  const read = (file: string): string | null => (existsSync(file) ? readFileSync(file, "utf8").trim() : null);
  try {
    // The name in brackets may hold spaces and brackets itself; the start is the 20th field after it.
    const fields = read(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, "")
      .split(" ");
    return { boot: read("/proc/sys/kernel/random/boot_id"), started: fields?.[19] ?? null, state: fields?.[0] };
  } catch {
    return { boot: null, started: null };
  }
};
