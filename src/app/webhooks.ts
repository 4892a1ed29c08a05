import type { FastifyInstance } from "fastify";
import type { Channel, Connection, Received } from "../channels/channel.ts";
import type { Inbound } from "../channels/inbound.ts";
import type { Result } from "../kit/result.ts";
import { shortAddress } from "../kit/short-address.ts";
import type { Audit } from "../store/ports/audit.ts";
import type { Metrics } from "./metrics.ts";

export type WebhookDeps = {
  /** The connection an address names, if it is one of this channel. */
  readonly connection: (
    channel: string,
    id: string,
  ) => { readonly connection: Connection; readonly channel: Channel } | undefined;
  readonly submit: (inbound: Inbound) => Promise<Result<unknown>>;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly audit: Audit;
  /** Something authentic came through this connection. */
  readonly received: (connection: string) => void;
};

/** Larger than any update a channel sends; Telegram's stay under 64 KB. */
const bodyBytes = 256 * 1024;

/**
 * `POST /webhooks/:channel/:connection`. A channel hears 2xx only when what it brought is durable, 401 when it cannot
 * prove itself, 503 when it could not be kept, for whatever reason, so that it tries again; never a 5xx for what
 * somebody wrote.
 */
export const webhookRoutes = async (app: FastifyInstance, deps: WebhookDeps): Promise<void> => {
  app.removeAllContentTypeParsers();
  // The raw bytes are what a signature is about; any content type will do, because some channels send none.
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: bodyBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    deps.metrics.count("webhook_refused_total", { reason: status === 413 ? "too-large" : "unreadable" });
    if (status >= 500) request.log.error({ err: error }, "webhook");
    return reply.code(status < 500 ? status : 500).send();
  });

  app.post<{ Params: { channel: string; connection: string } }>(
    "/webhooks/:channel/:connection",
    async (request, reply) => {
      const found = deps.connection(request.params.channel, request.params.connection);
      if (!found) {
        deps.metrics.count("webhook_refused_total", { reason: "unknown-connection" });
        return reply.code(404).send();
      }
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const received = found.channel.receive(raw, request.headers, found.connection, deps.now());
      if (!received.ok) {
        deps.metrics.count("webhook_refused_total", { reason: received.fault.code });
        if (received.fault.code === "SIGNATURE_WRONG")
          deps.audit.tally(
            {
              what: "signature-refused",
              commune: found.connection.commune,
              after: { channel: found.connection.channel },
            },
            { who: "stranger", from: shortAddress(request.ip), at: deps.now() },
          );
        // Authentic but unreadable: a 4xx would make the channel repeat it for a day, and block the chat behind it.
        return reply.code(received.fault.code === "SIGNATURE_WRONG" ? 401 : 200).send();
      }
      deps.received(found.connection.id);
      if (received.value.proof) deps.metrics.count("webhook_signature_total", { variant: received.value.proof });
      if (received.value.unknown) deps.metrics.count("webhook_unknown_total", { channel: request.params.channel });
      const stored = await allStored(received.value.inbounds.map(deps.submit));
      if (!stored) return reply.code(503).header("retry-after", "30").send();
      afterwards(found, received.value, (fault) => request.log.warn(fault, "a group was not told"));
      return received.value.acknowledge === undefined
        ? reply.code(200).send()
        : reply.code(200).send(received.value.acknowledge);
    },
  );
};

/** Whether all of it is on the disk. Whatever else happened, thrown or told, is no. */
export const allStored = async (outcomes: readonly Promise<Result<unknown>>[]): Promise<boolean> =>
  (await Promise.allSettled(outcomes)).every((o) => o.status === "fulfilled" && o.value.ok);

/** What is done once it is kept, and nobody waits for: what goes wrong here is no reason for the channel to bring anything again. */
export const afterwards = (
  { channel, connection }: { readonly channel: Channel; readonly connection: Connection },
  { gathering, pressed }: Received,
  failed: (fault: { readonly reason: string }) => void,
): void => {
  if (pressed) void channel.pressed?.(pressed, connection);
  if (!gathering || !channel.gathered) return;
  channel
    .gathered(gathering, connection)
    .catch((error: unknown) => failed({ reason: error instanceof Error ? error.message : "unknown" }));
};
