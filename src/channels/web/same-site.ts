import type { FastifyRequest } from "fastify";

/**
 * Whether a posting comes from our own page. A page of another site may show ours in a frame, but may not act in its name:
 * the browser says where a request comes from. Requests with the token header pass: no other site can know it or may send it.
 */
export const isOwnPage = (request: FastifyRequest, publicUrl: string | undefined): boolean => {
  if (typeof request.headers["x-talk"] === "string") return true;
  const site = request.headers["sec-fetch-site"];
  if (typeof site === "string") return site === "same-origin" || site === "none";
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  const host = hostOf(origin);
  return host !== null && (host === request.host || host === hostOf(publicUrl ?? ""));
};

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);
