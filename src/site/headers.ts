import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { FastifyReply } from "fastify";

/** Sends a page with the strictest rules its kind allows. `framed`: any site may show it in a frame (the chat, so that portals can embed it). */
export const sendPage = (
  reply: FastifyReply,
  html: string,
  { framed = false }: { framed?: boolean } = {},
): FastifyReply => {
  // Another plugin may have forbidden frames for the whole app.
  if (framed) reply.raw.removeHeader("x-frame-options");
  reply
    .headers({
      "content-security-policy": [
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'",
        `frame-ancestors ${framed ? "*" : "'self'"}`,
      ].join("; "),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": "microphone=(self), camera=(), geolocation=()",
      "cross-origin-resource-policy": framed ? "cross-origin" : "same-origin",
      vary: "accept-encoding, cookie",
      "cache-control": "no-store",
    })
    .type("text/html; charset=utf-8");
  return compressed(reply, html);
};

/** Nothing is at this address: whoever put the server together says how that looks. */
export const missing = (reply: FastifyReply): FastifyReply => {
  reply.callNotFound();
  return reply;
};

/** A page over a slow line: brotli where the browser takes it, else gzip. */
const compressed = (reply: FastifyReply, html: string): FastifyReply => {
  const accepts = String(reply.request.headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(accepts))
    return reply
      .header("content-encoding", "br")
      .send(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
  if (/\bgzip\b/.test(accepts)) return reply.header("content-encoding", "gzip").send(gzipSync(html));
  return reply.send(html);
};
