import { Session, spec } from "./session.ts";

/**
 * A stored session in today's shape; null when nobody can read it, and the conversation begins anew. One of this spec
 * was written by this program inside the transaction that read it before, so a turn does not prove its shape again
 * (that would cost as much as reading it twice); if it fails all the same, `holdsAsSession` tells why.
 */
export const readSession = (stored: string): Session | null => {
  const found = parsed(stored);
  if (found?.spec === spec) return found as unknown as Session; // written as one, see above
  const moved = found && migrated(found);
  return Session.safeParse(moved).data ?? null;
};

/** Whether a stored session is one at all, in whatever spec. */
export const holdsAsSession = (stored: string): boolean => {
  const found = parsed(stored);
  return found !== null && Session.safeParse(migrated(found)).success;
};

type Stored = Readonly<Record<string, unknown>>;

/** What a session of an older spec means in the next one. Each has a fixture in test/engine/sessions, written by its program. */
export const sessionMigrations: Readonly<Record<number, (session: Stored) => Stored>> = {
  /** Lists were words joined by blanks. */
  1: (session) => ({
    ...session,
    spec: 2,
    runs: runsOf(session.runs),
    bookmarks: Array.isArray(session.bookmarks)
      ? session.bookmarks.map((b: unknown) => (isObject(b) ? { ...b, runs: runsOf(b.runs) } : b))
      : session.bookmarks,
  }),
};

const migrated = (session: Stored): Stored => {
  let now = session;
  for (let from = now.spec; typeof from === "number" && from < spec; from++) {
    const next = Object.hasOwn(sessionMigrations, from) ? sessionMigrations[from] : undefined;
    if (!next) return now;
    now = next(now);
  }
  return now;
};

const listsOfSpec1 = ["found", "items", "seen"];

const runsOf = (runs: unknown): unknown =>
  Array.isArray(runs)
    ? runs.map((run: unknown) => {
        if (!isObject(run) || !isObject(run.vars)) return run;
        const vars = Object.entries(run.vars).map(([name, value]) =>
          listsOfSpec1.includes(name) && typeof value === "string"
            ? [name, value.split(" ").filter((word) => word !== "")]
            : [name, value],
        );
        return { ...run, vars: Object.fromEntries(vars) };
      })
    : runs;

const isObject = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (stored: string): Stored | null => {
  try {
    const found: unknown = JSON.parse(stored);
    return isObject(found) ? found : null;
  } catch {
    return null;
  }
};
