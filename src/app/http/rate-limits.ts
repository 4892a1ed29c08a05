import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Rate, type RateClass, rateClasses, rateOf } from "./rate-classes.ts";

export type RateLimits = {
  /** Shares other than those of the table, for tests. */
  readonly rates?: Partial<Record<RateClass, Partial<Rate>>> | undefined;
  /** Told of every route as it is registered: "GET /chat". */
  readonly route?: ((name: string) => void) | undefined;
  readonly refused: (what: RateClass, address: string) => void;
  readonly send: (request: FastifyRequest, reply: FastifyReply, status: number) => FastifyReply;
};

/** Gives every route its class, refuses one without, and holds each address and all together to the share of the class. */
export const rateLimits = async (
  app: FastifyInstance,
  { rates = {}, route: told, refused, send }: RateLimits,
): Promise<void> => {
  const strangers: string[] = [];
  app.addHook("onRoute", (route) => {
    for (const method of [route.method].flat()) {
      told?.(`${method} ${route.url}`);
      const found = rateOf(method, route.url);
      if (!found) strangers.push(`${method} ${route.url}`);
      else route.config = { ...route.config, rate: found };
    }
  });
  app.addHook("onReady", async () => {
    if (strangers.length > 0)
      throw new Error(`no rate class, enter them in src/app/http/rate-classes.ts: ${strangers.join(", ")}`);
  });

  await app.register(rateLimit, { global: false, cache: ADDRESSES_KEPT });
  const limiters = new Map(
    classNames.map((name) => {
      const { address, all } = { ...tableRate(name), ...rates[name] };
      // The key of an address is the plugin's own: an IPv6 address stands for its /64.
      const limits = [
        app.createRateLimit({ max: address, timeWindow: MINUTE }),
        ...(Number.isFinite(all)
          ? [app.createRateLimit({ max: all, timeWindow: MINUTE, keyGenerator: () => "all" })]
          : []),
      ];
      return [name, limits] as const;
    }),
  );
  const classOf = (request: FastifyRequest): RateClass => request.routeOptions.config.rate ?? "unknown";
  const onlyRefused = (name: RateClass): boolean => tableRate(name).counts === "refused";

  app.addHook("onRequest", async (request, reply) => {
    const name = classOf(request);
    for (const limit of limiters.get(name) ?? []) {
      const found = await limit(request, { increment: !onlyRefused(name) });
      const over = !found.isAllowed && (onlyRefused(name) ? found.remaining === 0 : found.isExceeded);
      if (!over || found.isAllowed) continue;
      refused(name, request.ip);
      return send(request, reply.header("retry-after", String(Math.max(1, found.ttlInSeconds))), 429);
    }
  });
  app.addHook("onResponse", async (request, reply) => {
    const name = classOf(request);
    if (!onlyRefused(name) || reply.statusCode < 400 || reply.statusCode >= 500 || reply.statusCode === 429) return;
    for (const limit of limiters.get(name) ?? []) await limit(request);
  });
};

const MINUTE = 60_000;
/** Counters a limit keeps; the longest silent is forgotten first. A few megabytes when full. */
const ADDRESSES_KEPT = 20_000;

const tableRate = (name: RateClass): Rate => rateClasses[name];

// The keys of an object literal are its names.
const classNames = Object.keys(rateClasses) as readonly RateClass[];
