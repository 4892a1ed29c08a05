import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { HomeMeta } from "../channels/definition.ts";
import { type WebDeps, webConnection } from "../channels/web/deps.ts";
import { webLimits } from "../channels/web/limits.ts";
import { webRoutes } from "../channels/web/routes.ts";
import { newWho, remember, whoOf } from "../channels/web/who.ts";
import { appManifest } from "./app-manifest.ts";
import { ASSETS, type Assets } from "./assets.ts";
import { chatPage } from "./chat/page.tsx";
import { missing, sendPage } from "./headers.ts";
import { homePage } from "./home.tsx";

const YEAR = "public, max-age=31536000, immutable";

/** The public pages for residents: home, the chat and everything it needs. Register with a prefix-less `app.register`. */
export const chatRoutes = async (
  app: FastifyInstance,
  deps: WebDeps & { readonly assets: Assets; readonly metas?: readonly HomeMeta[] },
): Promise<void> => {
  const { assets, metas = [] } = deps;
  await app.register(fastifyStatic, {
    root: assets.folder,
    prefix: ASSETS,
    preCompressed: true,
    immutable: true,
    maxAge: "365d",
    index: false,
    decorateReply: false,
  });
  await app.register(async (scope) => webRoutes(scope, deps));

  /** A built script whose address never changes, so that it is asked for again. */
  const script = (address: string, headers: Readonly<Record<string, string>>): void => {
    const text = readFileSync(join(assets.folder, address));
    const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 20)}"`;
    app.get(address, (request, reply) => {
      reply.headers({ etag: tag, "x-content-type-options": "nosniff", ...headers });
      return request.headers["if-none-match"] === tag
        ? reply.code(304).send()
        : reply.type("text/javascript; charset=utf-8").send(text);
    });
  };

  app.get("/", (request, reply) =>
    sendPage(reply, homePage(deps.communes(), { language: languageOf(request), code: codeOf(request), metas }, assets)),
  );

  app.get("/chat", async (request, reply) => {
    const all = deps.communes();
    const commune = all.find((c) => c.code === asked(request, "commune")) ?? (all.length === 1 ? all[0] : undefined);
    // The code of a poster for anybody waits until the person said where they live.
    const code = codeOf(request);
    if (!commune) return reply.redirect(code === null ? "/" : `/?code=${encodeURIComponent(code)}`, 302);
    const framed = asked(request, "nhung") !== null || request.headers["sec-fetch-dest"] === "iframe";
    const known = whoOf(request, deps.secret);
    const who = known ?? newWho(deps.secret);
    remember(reply, who, {
      secure: request.protocol === "https" || (deps.publicUrl ?? "").startsWith("https:"),
      framed,
    });
    const messages = known ? await deps.feed.last(webConnection(commune.code), known.chat, webLimits.shown) : [];
    const data = {
      commune: commune.code,
      title: commune.title,
      language: messages.at(-1)?.message.language ?? languageOf(request),
      code,
      framed,
      // Only a browser that sent no cookie gets to see its token: in a frame, or on the very first visit.
      token: known ? null : who.token,
      messages,
      whole: messages.length < webLimits.shown,
      shell: false,
    };
    return sendPage(reply, chatPage(data, assets), { framed: true });
  });

  /** The chat without anybody's talk, and with no cookie: what a browser keeps for times without a network. */
  app.get("/chat/shell", (request, reply) => {
    const commune = deps.communes().find((c) => c.code === asked(request, "commune"));
    if (!commune) return missing(reply);
    const { code, title } = commune;
    const nobody = { code: null, framed: false, token: null, messages: [], whole: false, shell: true };
    return sendPage(reply, chatPage({ commune: code, title, language: languageOf(request), ...nobody }, assets));
  });

  app.get("/manifest.webmanifest", (request, reply) => {
    const commune = deps.communes().find((c) => c.code === asked(request, "commune"));
    if (!commune) return missing(reply);
    // A phone looks at it again now and then; a new name or picture arrives within a day.
    reply.headers({ "cache-control": "public, max-age=86400", "x-content-type-options": "nosniff" });
    return reply.type("application/manifest+json; charset=utf-8").send(JSON.stringify(appManifest(commune, assets)));
  });

  app.get<{ Params: { card: string }; Querystring: { lang?: unknown } }>("/hinh/:card.png", async (request, reply) => {
    const language = request.query.lang === "en" ? "en" : "vi";
    return picture(reply, await found(request.params.card, (card) => deps.picture(card, language)), YEAR);
  });
  // A certificate can be revoked, so its picture is asked for again.
  app.get<{ Params: { code: string } }>("/giay/:code.png", async (request, reply) =>
    picture(reply, await deps.certificatePicture(request.params.code, request.ip), "private, max-age=60"),
  );

  // Portals of other sites load it; an hour is how long an old one may live on their pages.
  script("/nhung.js", { "cache-control": "public, max-age=3600", "cross-origin-resource-policy": "cross-origin" });
  // A worker goes by the rules of its own answer: under "load nothing" every page it is asked for would fail.
  script("/chat-sw.js", {
    "cache-control": "no-cache",
    "content-security-policy": "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
  });
};

const found = async (name: string, get: (name: string) => Promise<Uint8Array | null>): Promise<Uint8Array | null> =>
  /^[\w.-]{1,120}$/.test(name) ? get(name) : null;

const picture = (reply: FastifyReply, png: Uint8Array | null, cache: string): FastifyReply =>
  png === null
    ? missing(reply)
    : reply
        .headers({ "cache-control": cache, "x-content-type-options": "nosniff" })
        .type("image/png")
        .send(Buffer.from(png.buffer, png.byteOffset, png.byteLength));

const asked = (request: FastifyRequest, name: string): string | null => {
  // Fastify parses the query string into strings, or arrays of them when a name is repeated.
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value : null;
};

const codeOf = (request: FastifyRequest): string | null => asked(request, "code")?.slice(0, 40) ?? null;

const languageOf = (request: FastifyRequest): string => (asked(request, "lang") === "en" ? "en" : "vi");
