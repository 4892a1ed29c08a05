import { GrammyError, HttpError } from "grammy";
import { type Fault, fault } from "../../errors.ts";
import type { Failed } from "../channel.ts";

/** What a failed call means for the message. `reason` is the channel's words; it never holds the token or what was said. */
export const outcomeOf = (error: unknown): Failed => {
  if (error instanceof GrammyError) return refusal(error);
  if (error instanceof HttpError) return lost(error.error);
  throw error;
};

/** A failed call that was no message, for whoever set the bot up: the token does not work, or it may be tried again. */
export const faultIn = (error: unknown, call?: string): Fault => {
  const failed = outcomeOf(error);
  const reason = "reason" in failed ? failed.reason : "";
  const code = failed.outcome === "unauthorised" ? "SEND_UNAUTHORISED" : "SEND_RETRY";
  return fault(code, call ? `${call}: ${reason}` : reason);
};

const refusal = ({ error_code, description, parameters }: GrammyError): Failed => {
  const reason = `${error_code ?? "?"} ${description ?? "no description"}`;
  const wait = parameters.retry_after;
  if (error_code === 429) return { outcome: "retry", afterMs: wait ? wait * 1000 : 0, whole: false, reason };
  if (error_code === 403 || (error_code === 400 && GONE.test(description))) return { outcome: "blocked", reason };
  if (error_code === 401 || error_code === 404) return { outcome: "unauthorised", reason };
  // A gateway's time ran out, not ours: the message may have gone.
  if (error_code === 408 || error_code === 504) return { outcome: "uncertain", reason };
  if (error_code >= 400 && error_code < 500) return { outcome: "refused", reason };
  return { outcome: "retry", afterMs: 0, whole: false, reason };
};

/** A chat that does not exist for this bot: the person deleted the account, or the id came from another bot. */
const GONE = /chat not found|PEER_ID_INVALID|user not found|USER_DEACTIVATED|user is deactivated/i;

/** No answer came. If the connection was never made, nothing was sent; otherwise nobody knows. */
const lost = (error: unknown): Failed => {
  const code = codeOf(error);
  const reason = code ?? (error instanceof Error && /timed out/.test(error.message) ? "timeout" : "connection lost");
  if (code !== undefined && UNUSABLE.has(code))
    return { outcome: "unauthorised", reason: `${code}: the token or address cannot be used` };
  if (code !== undefined && (NEVER_LEFT.test(code) || CERTIFICATE.test(code)))
    return { outcome: "retry", afterMs: 0, whole: true, reason };
  return { outcome: "uncertain", reason };
};

const UNUSABLE = new Set(["UND_ERR_INVALID_ARG", "ERR_INVALID_URL", "ERR_INVALID_CHAR"]);
const CERTIFICATE = /_CERT_|_IN_CERT_CHAIN$/;
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|UNABLE_TO_\w+)$/;

const codeOf = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
