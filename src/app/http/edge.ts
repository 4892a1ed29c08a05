import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { StreamLimits } from "../../channels/web/limits.ts";
import { boundedRequest } from "./bounded-request.ts";
import { brokenRequest } from "./broken-request.tsx";
import { errorPages, frameworkErrors, sendError } from "./error-pages.tsx";
import { hostCookies } from "./host-cookies.ts";
import { type RateLimits, rateLimits } from "./rate-limits.ts";
import { securityHeaders } from "./security-headers.ts";
import { lineLimits, type Patience, patience, serverOptions } from "./timeouts.ts";

/** Limits other than the house's own, so that tests reach them without waiting. */
export type EdgeLimits = {
  readonly patience?: Partial<Patience>;
  readonly rates?: RateLimits["rates"];
  readonly route?: RateLimits["route"];
  readonly streams?: StreamLimits;
  readonly isProxy?: (address: string) => boolean;
};

type Edge = {
  /** People reach us by https. */
  readonly https: boolean;
  readonly styles: readonly string[];
  readonly refused: RateLimits["refused"];
  readonly limits: EdgeLimits;
};

/** What every request meets before any room of the house: time and number, headers, cookies, and how a refusal looks. */
export const edgeOf = ({ https, styles, refused, limits }: Edge) => {
  const patient = { ...patience, ...limits.patience };
  const look = { https, styles };
  const refuse = (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply =>
    sendError(request, reply, status, look);
  const cookies = https ? hostCookies() : null;
  return {
    options: {
      ...serverOptions(patient),
      frameworkErrors: frameworkErrors(look),
      clientErrorHandler: brokenRequest(look),
    },
    refuse,
    /** Before anything else is registered. */
    before: async (app: FastifyInstance): Promise<void> => {
      lineLimits(app.server, patient, limits.isProxy);
      securityHeaders(app, https);
      boundedRequest(app);
      await rateLimits(app, { rates: limits.rates, route: limits.route, refused, send: refuse });
      cookies?.in(app);
    },
    /** Once cookies can be read and written. */
    after: (app: FastifyInstance): void => {
      cookies?.out(app);
      errorPages(app, look);
    },
  };
};
