import { z } from "zod";

/** A web address without a path; a slash at its end goes. */
export const Address = z
  .string()
  .refine(isAddress, "must be an address like https://example.vn, without a path, a question mark or a password")
  .transform((url) => url.replace(/\/$/, ""));

export const Word = z.string().regex(/^\S+$/, "must be one word without spaces");

export const Digits = z.string().regex(/^\d+$/, "must be digits only");

function isAddress(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false;
  const { protocol, pathname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === "/" && username === "" && password === "";
}
