import { z } from "zod";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { type Inbound, typed } from "../inbound.ts";
import { webConnection } from "./deps.ts";

const Common = {
  commune: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** Made by the page, the same for every try to send the same thing. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  /** The last message the page has. */
  after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
};
const Body = z.union([
  z.strictObject({ ...Common, text: z.string().min(1).max(20_000) }),
  z.strictObject({ ...Common, press: z.strictObject({ token: z.string().max(64), key: z.string().min(1).max(120) }) }),
  z.strictObject({ ...Common, open: z.strictObject({ code: z.string().max(40).nullable() }) }),
]);
type Body = z.infer<typeof Body>;

/** What the page sent, as the house knows it. The dedupe key carries the chat, so that no browser can use up another's keys. */
export const receive = (
  raw: unknown,
  chat: string,
  at: number,
  address: string,
): Result<{ inbound: Inbound; commune: string; after: number }> => {
  const parsed = Body.safeParse(raw);
  if (!parsed.success) return fail(fault("BODY_UNREADABLE", z.prettifyError(parsed.error).slice(0, 200)));
  const body = parsed.data;
  const inbound: Inbound = {
    connection: webConnection(body.commune),
    key: `${chat}:${body.key}`,
    chat,
    at,
    undated: true,
    address,
    content: contentOf(body),
  };
  return ok({ inbound, commune: body.commune, after: body.after });
};

const contentOf = (body: Body): Inbound["content"] => {
  if ("text" in body) return typed(body.text);
  if ("press" in body) return { kind: "press", token: body.press.token, key: body.press.key };
  return { kind: "open", code: body.open.code };
};
