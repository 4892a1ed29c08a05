import { createHash } from "node:crypto";
import { type Refusal, refusal } from "./codes.ts";

export type Pair = { readonly access_token: string; readonly refresh_token: string; readonly expires_in: string };

const ACCESS_SECONDS = 90_000;
const REFRESH_MS = 90 * 86_400_000;
const CODE_MS = 600_000;

/**
 * OAuth v4 of an OA: an access token of 25 hours and a refresh token that works once; using it kills the pair it belongs to.
 * The code of a refused exchange is undocumented, so it is `refusalCode`, for tests to vary.
 */
export const tokenOffice = (o: { appId: string; appSecret: string; clock: () => number; refusalCode: number }) => {
  const access = new Map<string, { until: number; dead: boolean }>();
  const refresh = new Map<string, { until: number; used: boolean; access: string }>();
  const codes = new Map<string, { until: number; used: boolean; challenge: string | null }>();
  let n = 0;

  const grant = (): Pair => {
    n += 1;
    const pair = {
      access_token: `fake-access-${n}`,
      refresh_token: `fake-refresh-${n}`,
      expires_in: String(ACCESS_SECONDS),
    };
    access.set(pair.access_token, { until: o.clock() + ACCESS_SECONDS * 1000, dead: false });
    refresh.set(pair.refresh_token, { until: o.clock() + REFRESH_MS, used: false, access: pair.access_token });
    return pair;
  };

  const refuse = (why: string) => refusal(o.refusalCode, why);

  const byCode = (form: URLSearchParams): Pair | Refusal => {
    const code = codes.get(form.get("code") ?? "");
    if (!code || code.used || code.until < o.clock()) return refuse("Invalid authorization code");
    if (code.challenge !== null && code.challenge !== challengeOf(form.get("code_verifier") ?? ""))
      return refuse("Invalid code verifier");
    code.used = true;
    return grant();
  };

  const byRefresh = (form: URLSearchParams): Pair | Refusal => {
    const token = refresh.get(form.get("refresh_token") ?? "");
    if (!token || token.used || token.until < o.clock()) return refuse("Invalid refresh token");
    token.used = true;
    const old = access.get(token.access);
    if (old) old.dead = true;
    return grant();
  };

  return {
    /** A pair as the console's API Explorer gives it by hand. */
    grant,
    /** An administrator consents: a code for the callback, good once and for 10 minutes. */
    consent: (challenge: string | null = null): string => {
      const code = `fake-code-${codes.size + 1}`;
      codes.set(code, { until: o.clock() + CODE_MS, used: false, challenge });
      return code;
    },
    /** POST /v4/oa/access_token. */
    exchange: (contentType: string, secret: unknown, form: URLSearchParams): Pair | Refusal => {
      if (!contentType.startsWith("application/x-www-form-urlencoded")) return refuse("Invalid content type");
      if (secret !== o.appSecret) return refuse("Invalid secret key");
      if (form.get("app_id") !== o.appId) return refuse("Invalid app id");
      if (form.get("grant_type") === "authorization_code") return byCode(form);
      return form.get("grant_type") === "refresh_token" ? byRefresh(form) : refuse("Invalid grant type");
    },
    /** Why a token does not open the API, or null. */
    refusalOf: (token: unknown): Refusal | null => {
      const known = typeof token === "string" ? access.get(token) : undefined;
      if (!known) return refusal(-216);
      return known.dead || known.until <= o.clock() ? refusal(-220) : null;
    },
    /** The OA's owner takes the application off: every token dies. */
    revoke: (): void => {
      for (const token of access.values()) token.dead = true;
      for (const token of refresh.values()) token.used = true;
    },
  };
};

const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");
