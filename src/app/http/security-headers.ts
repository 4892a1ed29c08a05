import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/**
 * On every answer, whoever sends it: no guessing of types, over https nothing but https for a year, and what is no page
 * loads nothing and stands in no frame; pages say their own rules instead. Set on the raw response, so that a stream
 * that takes the connection over carries them as well.
 */
export const securityHeaders = (app: FastifyInstance, https: boolean): void => {
  app.addHook("onRequest", async (_request, reply) => secureHeaders(reply.raw, https));
};

export const secureHeaders = (raw: ServerResponse, https: boolean): void => {
  raw.setHeader("x-content-type-options", "nosniff");
  raw.setHeader("content-security-policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  raw.setHeader("referrer-policy", "same-origin");
  // Not for the names beside ours: only the operator knows whether those speak https.
  if (https) raw.setHeader("strict-transport-security", "max-age=31536000");
};
