/**
 * Keeps what was counted for a moment: ten officers on one page cost one count. `cacheFor`: how long a count is shown
 * without asking again, in ms; one that took long is kept longer.
 */
export const cachedCounts = <T>(clock: () => number, cacheFor: number) => {
  const cached = new Map<string, { count: T; at: number; good: number }>();
  const running = new Map<string, Promise<T>>();

  const refresh = (key: string, take: () => Promise<T>): Promise<T> => {
    const already = running.get(key);
    if (already) return already;
    const at = clock();
    const began = performance.now();
    const fresh = take()
      .then((count) => {
        // Twenty times its own cost: a count of two seconds may use a twentieth of the reading thread, no more.
        if (cacheFor > 0) cached.set(key, { count, at, good: Math.max(cacheFor, 20 * (performance.now() - began)) });
        if (cached.size > LIMIT) cached.delete(cached.keys().next().value ?? key);
        return count;
      })
      .finally(() => running.delete(key));
    running.set(key, fresh);
    return fresh;
  };

  /** What is kept under a name, or counted now. It may be a little old, and must carry its own cut-off. */
  return async (key: string, take: () => Promise<T>): Promise<T> => {
    const held = cached.get(key);
    if (!held) return refresh(key, take);
    const age = clock() - held.at;
    if (age < held.good) return held.count;
    const fresh = refresh(key, take);
    if (age >= STALE) return fresh;
    // Shown as it is, with its own cut-off on the page; the next reader gets the new one.
    fresh.catch(() => {});
    return held.count;
  };
};

const LIMIT = 200;
const STALE = 10 * 60_000;
