import type { FastifyInstance } from "fastify";
import { bounded, storable } from "../../kit/text.ts";

/**
 * Parts of addresses are cut like every text, before any page looks at them: searches, names, codes. A field of a form is
 * never cut, because who wrote it would not know: it is as long as the body may be, and each form refuses what is too long
 * with the field named (desk/fields.ts). Chats and channels bring their texts as JSON, and meet the bound where turns begin.
 */
export const boundedRequest = (app: FastifyInstance): void => {
  app.addHook("preValidation", async (request) => {
    const { query, params, headers } = request;
    each(query, cut);
    each(params, cut);
    // A form is fields with names. A bare word or a list, sent as JSON, is a form without any: no page need think of it.
    if (typeof request.body !== "object" || Array.isArray(request.body)) request.body = undefined;
    const { body } = request;
    if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) each(body, storable);
  });
};

const each = (fields: unknown, made: (text: string) => string): void => {
  if (typeof fields !== "object" || fields === null) return;
  for (const [name, value] of Object.entries(fields)) {
    // A field that was sent more than once is a list.
    if (Array.isArray(value)) each(value, made);
    else if (typeof value === "string" && value !== made(value)) Reflect.set(fields, name, made(value));
  }
};

const cut = (text: string): string => bounded(text);
