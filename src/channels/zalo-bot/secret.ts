import { createHash, timingSafeEqual } from "node:crypto";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What setWebhook takes as a secret. */
export const SECRET = /^\S{8,256}$/;

/** Zalo proves itself by the secret given to setWebhook. Without a secret of our own nothing is let in. */
export const verify = (headers: Headers, secret: string | undefined): Result<null> => {
  if (!secret) return fail(fault("SIGNATURE_WRONG", "the connection has no webhook secret"));
  const given = headers["x-bot-api-secret-token"];
  if (typeof given !== "string") return fail(fault("SIGNATURE_WRONG", "no secret header"));
  return same(given, secret) ? ok(null) : fail(fault("SIGNATURE_WRONG", "another secret"));
};

/** Over digests, which have one length: comparing the strings would tell their length by the time it takes. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
