import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { api } from "./api.ts";
import type { StoredPair, ZaloDeps } from "./deps.ts";
import { accessLifeMs, askedWith, refreshLifeMs, renew } from "./oauth.ts";
import { type Settings, settingsOf } from "./settings.ts";

/** So long before its end an access token is renewed: time enough for Zalo to be down and for a person to be told. */
const aheadMs = 5 * 3_600_000;
/** A holder that died gives the lease up after so long; a renewal may not take longer. */
const leaseMs = 45_000;

export type TokenDeps = Pick<
  ZaloDeps,
  "tokens" | "now" | "steady" | "holder" | "raise" | "revived" | "timeoutMs" | "at"
>;

/**
 * The access token of each connection. A refresh token works once and its answer is the only copy of the next one, so
 * one renewal at a time may spend it, and what comes is on the disk before anybody uses it. A process makes this once:
 * its renewal at the start, its sending, its probe and its consent page then wait for one another's renewal.
 */
export const tokens = (deps: TokenDeps) => {
  const { tokens: store, now, holder } = deps;
  const underWay = new Map<string, Promise<Result<string>>>();
  const resting = new Map<string, { until: number; ms: number }>();
  let renewals = 0;

  /** A usable token: the kept one while it lives, else a new one. */
  const current = async (connection: Connection): Promise<Result<string>> => {
    const stored = await store.read(connection.id);
    if (!stored) return nobody;
    return stored.accessUntil > now() ? ok(stored.access) : once(connection, stored.access);
  };

  /** Zalo said that this one is dead, whatever its time. */
  const replacementFor = async (connection: Connection, dead: string): Promise<Result<string>> => {
    const stored = await store.read(connection.id);
    if (!stored) return nobody;
    if (stored.access !== dead && stored.accessUntil > now()) return ok(stored.access);
    if (stored.access === dead) await store.accessEnded(connection.id, stored.version);
    return once(connection, stored.access);
  };

  /**
   * Renews in good time. Where Zalo refuses the renewal, or is not reached, the old one still works; where its answer was
   * lost on the way the old one died with it (`alive` looks).
   */
  const tend = async (connection: Connection): Promise<Result<string>> => {
    const stored = await store.read(connection.id);
    if (!stored) return nobody;
    return stored.accessUntil - aheadMs > now() ? ok(stored.access) : once(connection, stored.access);
  };

  /** However many ask, one renewal. `not`: the token that will not do. */
  const once = (connection: Connection, not: string): Promise<Result<string>> => {
    const already = underWay.get(connection.id);
    if (already) return already;
    const mine = renewed(connection, not).finally(() => underWay.delete(connection.id));
    underWay.set(connection.id, mine);
    return mine;
  };

  const renewed = async (connection: Connection, not: string): Promise<Result<string>> => {
    const settings = settingsOf(connection);
    if (!settings) return fail(fault("CONFIG_INVALID", "the connection's settings are incomplete"));
    if ((resting.get(connection.id)?.until ?? Number.NEGATIVE_INFINITY) > deps.steady())
      return later("the token address did not answer a moment ago");
    const lease = `${holder} ${++renewals}`;
    if (!(await store.lease(connection.id, lease, now(), leaseMs)))
      return later("another process is renewing the token");
    deps.at?.("leased");
    try {
      const stored = await store.read(connection.id);
      if (!stored) return nobody;
      // Somebody was faster.
      if (stored.access !== not && stored.accessUntil > now()) return ok(stored.access);
      const { refused } = stored;
      if (refused?.by === "token" && refused.asked === askedWith(settings)) return mustConsent(refused.reason);
      return await spend(connection, settings, stored);
    } finally {
      await store.release(connection.id, lease);
      deps.at?.("released");
    }
  };

  const spend = async (connection: Connection, settings: Settings, stored: StoredPair): Promise<Result<string>> => {
    const came = await renew(settings, stored.refresh, now, Math.min(deps.timeoutMs ?? 20_000, leaseMs - 5_000));
    const asked = askedWith(settings);
    const paused = stored.refused !== null || resting.has(connection.id);
    switch (came.kind) {
      case "later":
        rest(connection);
        return later(`token: ${came.reason}`);
      case "app":
        rest(connection);
        // Said once for each secret that is wrong, and asked again later: the pair is still good.
        if (stored.refused?.by !== "app" || stored.refused.asked !== asked)
          deps.raise(
            fault("CONFIG_INVALID", `Zalo refused the app (${came.reason}): check ZALO_OA_APP_SECRET, ZALO_OA_APP_ID`),
            connection.id,
          );
        await store.refuse(connection.id, stored.version, { by: "app", reason: came.reason, asked });
        return wrongApp(came.reason);
      case "refused":
        resting.delete(connection.id);
        await store.refuse(connection.id, stored.version, { by: "token", reason: came.reason, asked });
        if (!(await alive(settings, stored))) await store.accessEnded(connection.id, stored.version);
        deps.raise(
          fault("SEND_UNAUTHORISED", `the token could not be renewed (${came.reason}); a person must consent again`),
          connection.id,
        );
        return mustConsent(came.reason);
      case "pair":
        resting.delete(connection.id);
    }
    deps.at?.("answered");
    const first = await store.save(connection.id, stored.version, came.pair);
    deps.at?.("kept");
    if (paused) deps.revived(connection.id);
    if (first) return ok(came.pair.access);
    const other = await store.read(connection.id);
    return other ? ok(other.access) : nobody;
  };

  const rest = ({ id }: Connection): void => {
    const ms = Math.min(600_000, (resting.get(id)?.ms ?? 5_000) * 2);
    resting.set(id, { until: deps.steady() + ms, ms });
  };

  /** A renewal whose answer was lost killed the access token with it; one refused for another reason did not. */
  const alive = async ({ apiRoot }: Settings, { access, accessUntil }: StoredPair): Promise<boolean> => {
    if (accessUntil <= now()) return false;
    const answer = await api(apiRoot, "/v2.0/oa/getoa", access, { method: "GET", timeoutMs: deps.timeoutMs ?? 20_000 });
    return answer.kind !== "refused" || !/^-(216|220|124)$/.test(String(answer.code));
  };

  return {
    current,
    replacementFor,
    tend,
    /** Takes the tokens of the settings, if they are new: their first life, or entered again after a consent by hand. */
    adopt: async (connection: Connection): Promise<boolean> => {
      const s = settingsOf(connection);
      if (!s?.refreshToken) return false;
      const pair = {
        access: s.accessToken ?? "",
        refresh: s.refreshToken,
        accessUntil: s.accessToken ? now() + accessLifeMs : 0,
        refreshUntil: now() + refreshLifeMs,
      };
      return store.adopt(connection.id, pair);
    },
  };
};
export type Tokens = ReturnType<typeof tokens>;

const nobody = fail(fault("SEND_UNAUTHORISED", "there is no token; a person must consent"));
const mustConsent = (reason: string): Result<never> =>
  fail(fault("SEND_UNAUTHORISED", `the token was not renewed (${reason}); a person must consent again`));
const wrongApp = (reason: string): Result<never> =>
  fail(fault("SEND_UNAUTHORISED", `the token was not renewed (${reason}); the app id or secret is wrong`));
const later = (reason: string): Result<never> => fail(fault("SEND_RETRY", reason));
