import type { FastifyReply } from "fastify";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** Sends a page. Pages of the desk hold names, so nothing between us and the reader may keep them. */
export const html = (reply: FastifyReply, page: VNode, cache = "no-store"): FastifyReply =>
  reply
    .type("text/html; charset=utf-8")
    .headers({
      "cache-control": cache,
      // No script runs on these pages at all, so a name that got past the escaping still could do nothing.
      "content-security-policy":
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    })
    .send(`<!doctype html>${renderToString(page)}`);
