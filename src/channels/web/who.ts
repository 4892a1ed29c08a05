import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import cookie from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A browser's talk: 128 random bits, signed so that nobody can try out other people's. */
export type Who = { readonly chat: string; readonly token: string };

const COOKIE = "talk";
/** The longest a browser keeps a cookie. */
const LONGEST_S = 400 * 24 * 3600;

export const newWho = (secret: string): Who => {
  const chat = randomBytes(16).toString("base64url");
  return { chat, token: `${chat}.${sign(chat, secret)}` };
};

/** Who is asking: the header of a page in a frame goes before the cookie, because its cookie may be another talk's. */
export const whoOf = (request: FastifyRequest, secret: string): Who | null => {
  const header = request.headers["x-talk"];
  if (typeof header === "string") return read(header, secret);
  // Not `request.cookies`: whoever puts the app together may or may not have registered the plugin.
  const cookies = cookie.parse(request.headers.cookie ?? "");
  for (const name of [`${COOKIE}-framed`, COOKIE]) {
    const found = cookies[name];
    const who = found === undefined ? null : read(found, secret);
    if (who) return who;
  }
  return null;
};

/**
 * Gives the browser its cookie. In a frame of another site only a partitioned one can be kept (and only over https);
 * where even that is refused the page carries the token itself.
 */
export const remember = (
  reply: FastifyReply,
  who: Who,
  { secure, framed }: { secure: boolean; framed: boolean },
): void => {
  const always = `Path=/; Max-Age=${LONGEST_S}; HttpOnly`;
  if (framed && secure)
    reply.header("set-cookie", `${COOKIE}-framed=${who.token}; ${always}; Secure; SameSite=None; Partitioned`);
  else if (!framed)
    reply.header("set-cookie", `${COOKIE}=${who.token}; ${always}; SameSite=Lax${secure ? "; Secure" : ""}`);
};

const read = (token: string, secret: string): Who | null => {
  const [chat = "", signature = ""] = token.split(".");
  if (!/^[\w-]{22}$/.test(chat)) return null;
  const right = Buffer.from(sign(chat, secret));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given) ? { chat, token } : null;
};

const sign = (chat: string, secret: string): string =>
  createHmac("sha256", secret).update(`web-talk:${chat}`).digest("base64url");
