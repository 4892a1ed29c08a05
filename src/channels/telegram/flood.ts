import { GrammyError } from "grammy";
import type { Failed } from "../channel.ts";
import { outcomeOf } from "./outcome.ts";

const nobody = { chat: "", until: Number.NEGATIVE_INFINITY };

/** 429 does not say whether the chat or the bot is too fast. When a second chat is told so while the first still waits, it is the bot. */
export const flood = (steady: () => number) => {
  let told = nobody;
  return {
    /** What a failed call means for the message, and for the whole bot. */
    judged: (error: unknown, chat: string): Failed => {
      const failed = outcomeOf(error);
      if (failed.outcome !== "retry" || !(error instanceof GrammyError) || error.error_code !== 429) return failed;
      const whole = told.until > steady() && told.chat !== chat;
      told = { chat, until: steady() + failed.afterMs };
      return { ...failed, whole };
    },
    /** A message went: the bot as a whole is not too fast. */
    fine: (): void => {
      told = nobody;
    },
  };
};
