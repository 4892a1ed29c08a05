import type { Failed } from "./outcome.ts";

/** How one connection is doing, so that a lasting trouble is asked about less and less often. */
export const pace = () => {
  let troubles = 0;
  return {
    /** An outcome with the waiting time and reach that this connection's recent past suggests. */
    judged: (failed: Failed): Failed => {
      if (failed.outcome !== "retry") return failed;
      troubles += 1;
      const afterMs = Math.min(longest(failed.afterMs), failed.afterMs * 2 ** (troubles - 1));
      // One 500 may be this message's own; several in a row are the server's.
      return { ...failed, afterMs, whole: failed.whole || troubles >= 3 };
    },
    /** A message went. */
    fine: (): void => {
      troubles = 0;
    },
  };
};

/** What begins within seconds is asked about every minute; a quota, which begins with a minute, every hour. */
const longest = (firstMs: number): number => Math.max(MINUTE, 60 * Math.min(firstMs, MINUTE));
const MINUTE = 60_000;
