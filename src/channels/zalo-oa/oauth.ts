import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Connection } from "../channel.ts";
import type { Pair } from "./deps.ts";
import { http } from "./http.ts";
import { type Settings, settingsOf } from "./settings.ts";

/** A new pair; or Zalo said no to the token or code (`refused`) or to our app id or secret (`app`); or no usable answer came, and the same may be tried again. */
export type Exchanged =
  | { readonly kind: "pair"; readonly pair: Pair }
  | { readonly kind: "refused" | "app"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string };

const day = 86_400_000;
/** "3 months", counted as 90 days; the access token says itself how long it lives (25 hours, as a string of seconds). */
export const refreshLifeMs = 90 * day;
export const accessLifeMs = 25 * 3_600_000;

/** Spends a refresh token for a new pair. It works once: whatever comes back must be kept before anything else. */
export const renew = (s: Settings, refresh: string, now: () => number, timeoutMs: number): Promise<Exchanged> =>
  exchange(s, { refresh_token: refresh, grant_type: "refresh_token" }, now, timeoutMs);

/** Spends the code of a consent. */
export const redeem = (
  s: Settings,
  code: string,
  verifier: string,
  now: () => number,
  timeoutMs: number,
): Promise<Exchanged> =>
  exchange(s, { code, code_verifier: verifier, grant_type: "authorization_code" }, now, timeoutMs);

const exchange = async (
  s: Settings,
  fields: Record<string, string>,
  now: () => number,
  timeoutMs: number,
): Promise<Exchanged> => {
  const reply = await http({
    method: "POST",
    url: `${s.oauthRoot}/v4/oa/access_token`,
    headers: { secret_key: s.appSecret },
    data: new URLSearchParams({ ...fields, app_id: s.appId }),
    timeoutMs,
  });
  if (reply.kind !== "answer") return { kind: "later", reason: reply.reason };
  const pair = NewPair.safeParse(reply.body);
  if (pair.success) {
    const { access_token: access, refresh_token: refresh, expires_in } = pair.data;
    return {
      kind: "pair",
      pair: { access, refresh, accessUntil: now() + expires_in * 1000, refreshUntil: now() + refreshLifeMs },
    };
  }
  const refusal = Refusal.safeParse(reply.body).data;
  if (refusal === undefined || refusal.code === 0 || reply.status >= 500)
    return { kind: "later", reason: `HTTP ${reply.status} without a token` };
  const { code, words } = refusal;
  if (code === -32) return { kind: "later", reason: "-32 too many requests" };
  // No code is documented for a spent token or a wrong secret, so the words tell; what they do not tell counts as spent.
  const kind = MEANT_FOR_APP.has(code) || (ABOUT_APP.test(words) && !ABOUT_TOKEN.test(words)) ? "app" : "refused";
  return { kind, reason: `${code} from the token address` };
};
/** "the app is not active", "the callback address is not the one saved": from the consent page's documentation. */
const MEANT_FOR_APP = new Set([-14002, -14003, -209]);
const ABOUT_APP = /secret|app[ _]?id|application|client/i;
const ABOUT_TOKEN = /token|code/i;

const Seconds = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(
  z
    .number()
    .positive()
    .max(400 * 86_400),
);
const NewPair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: Seconds.catch(accessLifeMs / 1000),
});
const said = z.string().max(500).catch("").default("");
const Refusal = z
  .object({
    error: z.union([
      z.number(),
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
    ]),
    error_name: said,
    error_description: said,
    error_reason: said,
    message: said,
  })
  .transform(({ error, ...said }) => ({ code: error, words: Object.values(said).join(" ") }));

/**
 * Whether Zalo takes an app id and its secret, without a token being spent: a code that nobody was given is offered. Only
 * `app` says no; with the right pair it is the code that is refused.
 */
export const triedApp = async (
  connection: Connection,
  timeoutMs = 20_000,
): Promise<Exchanged | { readonly kind: "none" }> => {
  const s = settingsOf(connection);
  if (!s) return { kind: "none" };
  return redeem(s, randomBytes(24).toString("base64url"), pkce().verifier, Date.now, timeoutMs);
};

/** Which app id and secret something was asked with, without giving the secret away. */
export const askedWith = ({ appId, appSecret }: Settings): string =>
  createHash("sha256").update(`${appId}\n${appSecret}`).digest("base64url").slice(0, 16);

/** PKCE, S256: 43 letters, and its challenge. */
export const pkce = (
  random: () => Buffer = () => randomBytes(32),
): { readonly verifier: string; readonly challenge: string } => {
  const verifier = random().toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
};
