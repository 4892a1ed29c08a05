import type { Failed } from "./outcome.ts";

/** How one connection is doing, so that a lasting trouble is asked about less and less often. `now` in epoch ms. */
export const pace = (now: () => number) => {
  let troubles = 0;
  let flood = { chat: "", until: 0 };

  /** An outcome with the waiting time and reach that this connection's recent past suggests. */
  const judged = (failed: Failed, chat: string): Failed => {
    if (failed.outcome !== "retry") return failed;
    if (failed.reason.startsWith("429")) return flooded(failed, chat);
    troubles += 1;
    const afterMs = Math.min(LONGEST, failed.afterMs * 2 ** (troubles - 1));
    // One 500 may be this message's own; several in a row are the server's.
    return { ...failed, afterMs, whole: failed.whole || troubles >= 3 };
  };

  /** 429 does not say whether the chat or the bot is too fast. When a second chat is told so, it is the bot. */
  const flooded = (failed: Extract<Failed, { outcome: "retry" }>, chat: string): Failed => {
    const whole = flood.until > now() && flood.chat !== chat;
    flood = { chat, until: now() + failed.afterMs };
    return { ...failed, whole };
  };

  return {
    judged,
    /** A message went: the server is well, and the bot as a whole is not too fast. */
    fine: () => {
      troubles = 0;
      flood = { chat: "", until: 0 };
    },
  };
};

const LONGEST = 60_000;
