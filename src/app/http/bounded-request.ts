import type { FastifyInstance } from "fastify";
import { bounded } from "../../kit/text.ts";

/**
 * Fields of forms and parts of addresses are cut like every text, before any page looks at them: search, names, codes.
 * Chats and channels bring their texts as JSON, and meet the same bound where turns begin.
 */
export const boundedRequest = (app: FastifyInstance): void => {
  app.addHook("preValidation", async (request) => {
    const { query, params, headers } = request;
    shorten(query);
    shorten(params);
    // A form is fields with names. A bare word or a list, sent as JSON, is a form without any: no page need think of it.
    if (typeof request.body !== "object" || Array.isArray(request.body)) request.body = undefined;
    const { body } = request;
    if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) shorten(body);
  });
};

const shorten = (fields: unknown): void => {
  if (typeof fields !== "object" || fields === null) return;
  for (const [name, value] of Object.entries(fields)) {
    // A field that was sent more than once is a list.
    if (Array.isArray(value)) shorten(value);
    else if (typeof value === "string" && value !== bounded(value)) Reflect.set(fields, name, bounded(value));
  }
};
