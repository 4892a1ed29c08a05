import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { hash } from "../hash.ts";

/** A new shared secret, as an authenticator takes it: 160 bits in base32 (RFC 6238, RFC 4226 §4). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says. */
export const enrolment = (secret: string, login: string): string => totp(secret, login).toString();

/**
 * The time step a code belongs to, when it is right for now, the half minute before or the one after: clocks of phones
 * are not exact. Null otherwise. The caller takes a step once and never an earlier one.
 */
export const timeStepOf = (secret: string, code: string, now: number): number | null => {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret, "").validate({ token, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / PERIOD) + delta;
};

/** Eight codes for the day the phone is lost. Each holds 120 bits, so a plain hash of it can be kept. */
export const recoveryCodes = (): readonly string[] =>
  Array.from({ length: 8 }, () =>
    [...randomBytes(24)]
      .map((b) => SIGNS[b % SIGNS.length] ?? "")
      .join("")
      .replace(/(.{4})(?=.)/g, "$1-"),
  );

/** What is kept of a recovery code; dashes, blanks and capitals do not matter. */
export const recoveryHash = (code: string): string => hash(code.toUpperCase().replace(/[^A-Z0-9]/g, ""));

const PERIOD = 30_000;
/** 32 signs, so that every byte counts alike; none that look alike on paper. */
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const totp = (secret: string, login: string) =>
  new TOTP({
    issuer: "Binh dan hoc vu so",
    label: login || "desk",
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD / 1_000,
  });
