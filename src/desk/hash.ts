import { createHash, timingSafeEqual } from "node:crypto";

/** SHA-256, URL-safe. Secrets are stored only like this, so that a copied database lets nobody in. */
export const hash = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** The token of a form, bound to a cookie only this site can read and set. */
export const csrfOf = (cookie: string): string => hash(`csrf:${cookie}`);

/** Compares without telling by its time how much was right. */
export const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(hash(a)), Buffer.from(hash(b)));
