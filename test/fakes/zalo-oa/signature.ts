import { createHash, createHmac } from "node:crypto";

/** The disputed parts of `X-ZEvent-Signature`. Documented: app id, the body's timestamp, the OA's secret. */
export type Variant = {
  readonly id: "app" | "oa";
  readonly timestamp: "body" | "header";
  readonly secret: "oa" | "app";
};

export const DOCUMENTED: Variant = { id: "app", timestamp: "body", secret: "oa" };

/** Every combination of the disputed parts, the documented one first. */
export const VARIANTS: readonly Variant[] = (["app", "oa"] as const).flatMap((id) =>
  (["body", "header"] as const).flatMap((timestamp) =>
    (["oa", "app"] as const).map((secret) => ({ id, timestamp, secret })),
  ),
);

/** `mac=` and plain SHA-256 (no HMAC) of id + raw body + timestamp + secret. */
export const macOf = (id: string, data: Buffer, timestamp: string, secret: string): string =>
  `mac=${createHash("sha256").update(id).update(data).update(timestamp).update(secret).digest("hex")}`;

/** What many public snippets compute instead; a receiver must refuse it. */
export const hmacOf = (id: string, data: Buffer, timestamp: string, secret: string): string =>
  `mac=${createHmac("sha256", secret).update(id).update(data).update(timestamp).digest("hex")}`;

/**
 * An event's bytes. `spaced` and `escaped` are correct JSON that JSON.stringify(JSON.parse(…)) does not give back,
 * so a receiver that re-serialises before it verifies fails.
 */
export const bytesOf = (event: unknown, style: "plain" | "spaced" | "escaped" = "spaced"): Buffer => {
  if (style === "plain") return Buffer.from(JSON.stringify(event));
  const text = JSON.stringify(event, null, style === "spaced" ? 1 : 0).replaceAll("/", "\\/");
  const unit = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return Buffer.from(style === "spaced" ? text : text.replace(/[\u0080-\uffff]/g, unit));
};
