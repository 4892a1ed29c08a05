import { z } from "zod";
import { Bilingual } from "./bilingual.ts";

/** What is wrong with a setting, as the message of its shape: zod carries one text, so both languages travel in it. */
export const wrong = (vi: string, en: string): string => JSON.stringify({ vi, en });

/** What `wrong` wrote; any other message is the same in both. */
export const wrongIn = (message: string): Bilingual =>
  message.startsWith("{") ? Bilingual.parse(JSON.parse(message)) : { vi: message, en: message };

/** A web address without a path; a slash at its end goes. */
export const Address = z
  .string()
  .refine(
    isAddress,
    wrong(
      "phải là địa chỉ như https://example.vn, không có đường dẫn, dấu hỏi hay mật khẩu",
      "must be an address like https://example.vn, without a path, a question mark or a password",
    ),
  )
  .transform((url) => url.replace(/\/$/, ""));

export const Word = z
  .string()
  .regex(/^\S+$/, wrong("phải là một chữ liền, không có dấu cách", "must be one word without spaces"));

export const Digits = z.string().regex(/^\d+$/, wrong("chỉ được gồm chữ số", "must be digits only"));

function isAddress(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false;
  const { protocol, pathname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === "/" && username === "" && password === "";
}
