/**
 * How one connection is doing. There is no key against repeats, so after an answer was lost one message at a time finds
 * out whether Zalo listens again, less and less often, and only once Zalo has answered a question that changes nothing.
 * Otherwise an hour of silence would use up the two tries of every message that waits. `now` in epoch ms.
 */
export const pace = (now: () => number) => {
  let troubles = 0;
  let losses = 0;
  let doubt = false;
  let restUntil = 0;
  let scouting = false;
  return {
    /** Ms this message must wait before it may be handed over; 0: now. Whoever goes must `back`. */
    leave: (): number => {
      if (losses === 0) return 0;
      const rest = restUntil - now();
      if (rest > 0 || scouting) return Math.max(rest, 1_000);
      scouting = true;
      return 0;
    },
    back: () => {
      scouting = false;
    },
    doubtful: () => doubt,
    alive: () => {
      doubt = false;
    },
    lost: () => {
      doubt = true;
      // Those that were under way together are one loss.
      if (now() < restUntil) return;
      losses += 1;
      restUntil = now() + Math.min(LONGEST_REST, 1_000 * 2 ** (losses - 1));
    },
    /** Ms to wait, longer while the trouble lasts; several in a row are the server's, not the message's. */
    trouble: (): { readonly afterMs: number; readonly whole: boolean } => {
      troubles += 1;
      return { afterMs: Math.min(60_000, 1_000 * 2 ** (troubles - 1)), whole: troubles >= 3 };
    },
    fine: () => {
      troubles = 0;
      losses = 0;
      doubt = false;
      restUntil = 0;
    },
  };
};
export type Pace = ReturnType<typeof pace>;

const LONGEST_REST = 5 * 60_000;
