import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { networkOf } from "../../kit/network-of.ts";
import { type WebDeps, webConnection } from "./deps.ts";
import { webLimits } from "./limits.ts";
import { receive } from "./receive.ts";
import { isOwnPage } from "./same-site.ts";
import { streams } from "./streams.ts";
import { whoOf } from "./who.ts";

/** The web channel: what the page sends, and what it fetches. Everything is JSON; nothing here answers with a 5xx but a full store. */
export const webRoutes = async (app: FastifyInstance, deps: WebDeps): Promise<void> => {
  if (!app.hasDecorator("createRateLimit")) await app.register(rateLimit, { global: false });
  // JSON only: a form of another site can post plain text without asking first.
  app.removeContentTypeParser("text/plain");
  const byChat = app.createRateLimit({
    ...webLimits.postsPerChat,
    keyGenerator: (request) => `chat ${whoOf(request, deps.secret)?.chat ?? request.ip}`,
  });
  const lines = streams(deps.feed, deps.streams);
  app.addHook("preClose", async () => lines.closeAll());

  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, "web channel");
    else deps.count("unreadable");
    // Not JSON, too large, of another type: all of it is a body we cannot read, and no fault of ours.
    return reply
      .code(status === 413 || status === 415 ? status : status < 500 ? 400 : 500)
      .send({ error: status < 500 ? "BODY_UNREADABLE" : "TURN_FAILED" });
  });

  app.post(
    "/chat/messages",
    { bodyLimit: webLimits.bodyBytes, onRequest: (request, reply) => allowed(request, reply) },
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      if (!isOwnPage(request, deps.publicUrl)) return refuse(reply, 403, "cross-site");
      const who = whoOf(request, deps.secret);
      if (!who) return refuse(reply, 401, "stranger");
      const received = receive(request.body, who.chat, deps.now(), request.ip);
      if (!received.ok) return refuse(reply, 400, "unreadable");
      const { inbound, commune, after } = received.value;
      if (!known(commune)) return refuse(reply, 404, "unreadable");
      const outcome = await deps.submit(inbound);
      if (outcome === "full") return refuse(reply.header("retry-after", "10"), 503, "full");
      if (outcome === "failed") deps.count("failed");
      return reply.code(202).send(await since(inbound.connection, who.chat, after));
    },
  );

  app.get("/chat/messages", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const asked = query(request);
    const who = whoOf(request, deps.secret);
    if (!asked || !known(asked.commune)) return refuse(reply, 404, "unreadable");
    if (!who) return refuse(reply, 401, "stranger");
    return reply.send(await since(webConnection(asked.commune), who.chat, asked.after));
  });

  // No HEAD: it would hold a line open on which nothing can ever be said.
  app.get("/chat/stream", { exposeHeadRoute: false }, (request, reply) => {
    const asked = query(request);
    const who = whoOf(request, deps.secret);
    if (!asked || !known(asked.commune)) return refuse(reply, 404, "unreadable");
    if (!who) return refuse(reply, 401, "stranger");
    const from = Number(request.headers["last-event-id"] ?? asked.after ?? 0);
    reply.hijack();
    reply.raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      connection: "keep-alive",
    });
    const listener = { connection: webConnection(asked.commune), chat: who.chat, address: networkOf(request.ip) };
    lines.start(listener, Number.isSafeInteger(from) && from >= 0 ? from : 0, reply.raw);
    return reply;
  });

  const known = (commune: string): boolean => deps.communes().some((c) => c.code === commune);

  /** What came after a message; with none known, the end of the talk, and whether that is all of it. `oldest`: the first of its end that is still there, so that a page forgets what was erased. */
  const since = async (connection: string, chat: string, after: number | null) => {
    if (after !== null && after > 0) {
      const [messages, end] = await Promise.all([
        deps.feed.messagesAfter(connection, chat, after, webLimits.answered),
        deps.feed.last(connection, chat, webLimits.offline),
      ]);
      return { messages, whole: false, oldest: end[0]?.id ?? 0 };
    }
    const messages = await deps.feed.last(connection, chat, webLimits.shown);
    return { messages, whole: messages.length < webLimits.shown, oldest: messages[0]?.id ?? 0 };
  };

  const refuse = (reply: FastifyReply, status: number, what: Parameters<WebDeps["count"]>[0]): FastifyReply => {
    deps.count(what);
    return reply.code(status).send({ error: what });
  };

  const allowed = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const found = await byChat(request);
    if (!found.isAllowed && found.isExceeded)
      await refuse(reply.header("retry-after", String(found.ttlInSeconds)), 429, "limited");
  };
};

const query = (request: FastifyRequest): { commune: string; after: number | null } | null => {
  // Fastify parses the query string into strings, or arrays of them when a name is repeated.
  const { commune, after } = request.query as Record<string, unknown>;
  if (typeof commune !== "string") return null;
  const n = Number(after);
  return { commune, after: typeof after === "string" && Number.isSafeInteger(n) && n >= 0 ? n : null };
};
