import { multipart } from "../telegram/multipart.ts";
import { type Json, object, parsed } from "../zalo-oa/fields.ts";
import type { Asked } from "../zalo-oa/serve.ts";

/** A call's parameters from wherever they may stand: the address, a form, JSON or multipart. */
export const payloadOf = (asked: Asked): Json => {
  const type = asked.headers["content-type"] ?? "";
  const query = Object.fromEntries(asked.query);
  if (type.startsWith("application/json")) return { ...query, ...parsed(asked.raw.toString()) };
  if (type.startsWith("application/x-www-form-urlencoded"))
    return { ...query, ...formOf(Object.fromEntries(new URLSearchParams(asked.raw.toString()))) };
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  return boundary === undefined ? query : { ...query, ...formOf(multipart(asked.raw, boundary).fields) };
};

/** In a form, the one field that is not text stands as JSON. */
const formOf = (form: Record<string, string>): Json => ({
  ...form,
  ...(form.text_styles !== undefined && { text_styles: object(parsed(`{"of":${form.text_styles}}`))?.of }),
});
