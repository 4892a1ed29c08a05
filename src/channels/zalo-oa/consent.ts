import { randomBytes } from "node:crypto";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { pkce, redeem } from "./oauth.ts";
import { settingsOf } from "./settings.ts";
import type { TokenDeps } from "./tokens.ts";

/** Long enough to find the OA's owner and their telephone. The code that comes back lives ten minutes. */
const patienceMs = 24 * 3_600_000;

/** The page where the OA's owner consents. `callback` must be, to the letter, the address saved in Zalo's developer console. */
export const consentLink = async (
  deps: TokenDeps,
  connection: Connection,
  callback: string,
): Promise<Result<string>> => {
  const s = settingsOf(connection);
  if (!s) return fail(fault("CONFIG_INVALID", "the connection's settings are incomplete"));
  const { verifier, challenge } = pkce();
  const state = randomBytes(24).toString("base64url");
  await deps.tokens.consentAsked(connection.id, state, verifier, deps.now() + patienceMs);
  const query = new URLSearchParams({ app_id: s.appId, redirect_uri: callback, code_challenge: challenge, state });
  return ok(`${s.oauthRoot}/v4/oa/permission?${query}`);
};

/** The owner came back with a code. `state` proves that we sent them; it works once. Answers the connection that has its tokens again. */
export const consented = async (
  deps: TokenDeps,
  connectionOf: (id: string) => Connection | undefined,
  given: { readonly code: string; readonly state: string; readonly oaId?: string | undefined },
): Promise<Result<string>> => {
  const asked = await deps.tokens.consentAnswered(given.state, deps.now());
  const connection = asked && connectionOf(asked.connection);
  const s = connection && settingsOf(connection);
  if (!s) return fail(fault("NOT_ALLOWED", "nobody was sent to consent with this state, or too long ago"));
  if (s.oaId !== undefined && given.oaId !== undefined && given.oaId !== s.oaId)
    return fail(fault("NOT_ALLOWED", "the consent is for another OA"));
  const came = await redeem(s, given.code, asked.verifier, deps.now, deps.timeoutMs ?? 20_000);
  if (came.kind !== "pair") return fail(fault("SEND_UNAUTHORISED", `the consent was not taken: ${came.reason}`));
  await deps.tokens.adopt(connection.id, came.pair);
  deps.revived(connection.id);
  return ok(connection.id);
};
