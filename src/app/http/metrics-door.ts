import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { isLoopback } from "./timeouts.ts";

/**
 * Who may read the figures of the machine: somebody on it, or whoever has the token. A request that a proxy passed on
 * comes from somewhere else, whatever the proxy's own address is.
 */
export const mayReadMetrics = (request: FastifyRequest, token: string | null): boolean => {
  const passedOn = forwarded.some((name) => request.headers[name] !== undefined);
  if (!passedOn && isLoopback(request.raw.socket.remoteAddress ?? "")) return true;
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
};

const forwarded = ["x-forwarded-for", "x-real-ip", "forwarded", "x-forwarded-host", "via"];

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
