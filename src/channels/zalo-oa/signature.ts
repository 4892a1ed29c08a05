import { createHash, timingSafeEqual } from "node:crypto";
import type { Settings } from "./settings.ts";

/** What signs an event is disputed; each reading is named `<first term>+<timestamp>+<secret>`. */
export type Reading = {
  readonly name: string;
  readonly prefix: string;
  readonly timestamp: string;
  readonly secret: string;
};

export type Signed = {
  readonly bodyTimestamp: string | null;
  readonly headerTimestamp: string | null;
  readonly oaId: string | null;
};

/**
 * The readings in the order they are tried: the documented one first (`appId + body + timestamp of the body + OA secret
 * key`), then with the app secret, then with the header's timestamp, then with the OA's id. Every one ends in a secret,
 * so trying several lets nobody in who has none.
 */
export const readings = (settings: Settings, signed: Signed): Reading[] => {
  const prefixes: [string, string | null][] = [
    ["app", settings.appId],
    ["oa", settings.oaId ?? signed.oaId],
  ];
  const times: [string, string | null][] = [
    ["body", signed.bodyTimestamp],
    ["header", signed.headerTimestamp],
  ];
  const secrets: [string, string | null][] = [
    ["oa-key", settings.secretKey ?? null],
    ["app-secret", settings.appSecret],
  ];
  return prefixes.flatMap(([first, prefix]) =>
    times.flatMap(([when, timestamp]) =>
      secrets.flatMap(([which, secret]) =>
        prefix === null || timestamp === null || !secret
          ? []
          : [{ name: `${first}+${when}+${which}`, prefix, timestamp, secret }],
      ),
    ),
  );
};

/** The reading under which the header proves these bytes, or null. Plain SHA-256, as documented; compared in constant time. */
export const matching = (header: unknown, raw: Uint8Array, tried: readonly Reading[]): Reading | null => {
  const given = typeof header === "string" ? /^(?:mac=)?([0-9a-f]{64})$/i.exec(header.trim())?.[1] : undefined;
  if (given === undefined) return null;
  const mac = Buffer.from(given, "hex");
  return (
    tried.find((r) =>
      timingSafeEqual(
        mac,
        createHash("sha256").update(r.prefix).update(raw).update(r.timestamp).update(r.secret).digest(),
      ),
    ) ?? null
  );
};
