import { createHash, timingSafeEqual } from "node:crypto";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Telegram proves itself by the secret given to setWebhook. Without a secret of our own nothing is let in. */
export const verify = (headers: Headers, secret: string | undefined): Result<null> => {
  if (!secret) return fail(fault("SIGNATURE_WRONG", "the connection has no webhook secret"));
  const given = headers["x-telegram-bot-api-secret-token"];
  if (typeof given !== "string") return fail(fault("SIGNATURE_WRONG", "no secret header"));
  return same(given, secret) ? ok(null) : fail(fault("SIGNATURE_WRONG", "another secret"));
};

/** Over digests, which have one length: comparing the strings would tell their length by the time it takes. */
const same = (given: string, ours: string): boolean => timingSafeEqual(digest(given), digestOfOurs(ours));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Our own secrets, one a connection, are digested once and not at every knock. */
const digestOfOurs = (secret: string): Buffer => {
  const known = ours.get(secret) ?? digest(secret);
  if (ours.size >= 1_000) ours.clear();
  ours.set(secret, known);
  return known;
};
const ours = new Map<string, Buffer>();
