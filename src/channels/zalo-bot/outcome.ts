import type { Failed } from "../channel.ts";
import type { Reply } from "./api.ts";

/**
 * What a failed call means for the message. Zalo's table of codes is short and says little (403 is "Internal server
 * error"), so the words beside the code decide where one code may mean two things.
 */
export const outcomeOf = (reply: Exclude<Reply, { kind: "done" }>): Failed => {
  switch (reply.kind) {
    case "refused":
      return refusal(reply.code, reply.reason);
    case "page":
      return page(reply.status, reply.waitMs);
    case "unreached":
      return { outcome: "retry", afterMs: 0, whole: true, reason: reply.reason };
    case "lost":
      return { outcome: "uncertain", reason: reply.reason };
  }
};

/** 429 is "Quota exceeded": too fast, or the month's messages are used up. Nothing says for how long. */
const QUOTA = 60_000;

const refusal = (code: number, reason: string): Failed => {
  if (code === 401) return { outcome: "unauthorised", reason };
  if (code === 429) return { outcome: "retry", afterMs: QUOTA, whole: true, reason };
  // Zalo's own time ran out: the message may have gone.
  if (code === 408 || code === 504) return { outcome: "uncertain", reason };
  if ((code === 400 || code === 403 || code === 404) && GONE.test(reason)) return { outcome: "blocked", reason };
  if (code === 403 || code >= 500 || code <= 0) return { outcome: "retry", afterMs: 0, whole: false, reason };
  return { outcome: "refused", reason };
};

/** Nobody there for this bot: the person blocked it, left, or the chat is another bot's. */
const GONE =
  /\b(chat|user|recipient|receiver)\b.{0,80}\b(not (found|exist)|does not exist|invalid|block\w*)|\bblock\w* by\b/i;

/** No Bot API answer. With a good status it may well have been done, and the answer broke off; else something stands between. */
const page = (status: number, waitMs: number): Failed => {
  const reason = `HTTP ${status}, no answer of the Bot API`;
  if ((status >= 200 && status < 300) || status === 408 || status === 504) return { outcome: "uncertain", reason };
  if (status === 401) return { outcome: "unauthorised", reason };
  if (status === 429) return { outcome: "retry", afterMs: waitMs || QUOTA, whole: true, reason };
  // Below 500 it is the address or a gate before it that is wrong, for every message alike.
  return { outcome: "retry", afterMs: waitMs, whole: status < 500, reason };
};
