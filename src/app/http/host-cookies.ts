import type { FastifyInstance, FastifyRequest } from "fastify";

/**
 * Over https every cookie of ours travels as `__Host-name`: no other host of the domain, and nobody on a line without
 * https, can then set one for us. Done here for all of them, so that the rooms know their cookies by plain names. What a
 * browser still brings under an old name is read until it has the new one, so that an update signs nobody out.
 */
export const hostCookies = () => {
  const oldOnes = new WeakMap<FastifyRequest, readonly string[]>();
  return {
    /** Register before whatever reads cookies. */
    in: (app: FastifyInstance): void => {
      app.addHook("onRequest", async (request) => {
        const { cookie } = request.raw.headers;
        if (cookie === undefined) return;
        const { safe, came } = sorted(cookie);
        request.raw.headers.cookie = [...safe, ...came].join("; ");
        oldOnes.set(request, came);
      });
    },
    /** Register after the plugin that writes cookies. */
    out: (app: FastifyInstance): void => {
      app.addHook("onSend", async (request, reply) => {
        const written = [reply.getHeader("set-cookie") ?? []].flat().map(String);
        const renewed = renewals(oldOnes.get(request) ?? [], new Set(written.map(nameOf)));
        if (written.length + renewed.length === 0) return;
        reply.removeHeader("set-cookie");
        reply.header("set-cookie", [...written, ...renewed].map(hostCookie));
      });
    },
  };
};

const PREFIX = "__Host-";

/** Names from before the prefix, and with which attributes one comes back under the new name; null: its room renews it itself. */
const old = new Map<string, string | null>([
  ["desk", "HttpOnly; SameSite=Lax"],
  ["desk_language", "Max-Age=31536000; SameSite=Lax"],
  // Every visit of the chat writes it again, with the attributes its frame needs.
  ["talk", null],
  ["talk-framed", null],
]);

/** Cookies nobody else can have set, and old ones where there is no such; nothing else is ours. */
const sorted = (header: string): { readonly safe: readonly string[]; readonly came: readonly string[] } => {
  const pairs = header.split(";").map((pair) => pair.trim());
  const safe = pairs.filter((pair) => pair.startsWith(PREFIX)).map((pair) => pair.slice(PREFIX.length));
  const names = new Set(safe.map(nameOf));
  return { safe, came: pairs.filter((pair) => old.has(nameOf(pair)) && !names.has(nameOf(pair))) };
};

/** What of it goes out again under its new name, unless the room wrote it anyway. */
const renewals = (came: readonly string[], written: ReadonlySet<string>): readonly string[] =>
  came.flatMap((pair) => {
    const attributes = old.get(nameOf(pair));
    return attributes && !written.has(nameOf(pair)) ? [`${pair}; ${attributes}`] : [];
  });

const hostCookie = (cookie: string): string => {
  const [pair = "", ...attributes] = cookie.split(";").map((part) => part.trim());
  const others = attributes.filter((a) => !/^(path|domain)=|^secure$/i.test(a));
  return [`${PREFIX}${pair}`, "Path=/", ...others, "Secure"].join("; ");
};

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";
