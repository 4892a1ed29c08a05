import { fault } from "../../errors.ts";
import { fail, ok } from "../../kit/result.ts";
import type { Channel } from "../channel.ts";
import { read } from "./read.ts";
import { verify } from "./secret.ts";
import { Update } from "./update.ts";

/** A webhook request. The secret is checked before the body is even looked at. */
export const receive: Channel["receive"] = (raw, headers, connection, now) => {
  const authentic = verify(headers, connection.settings.secret);
  if (!authentic.ok) return authentic;
  const body = parse(raw);
  if (body === undefined) return fail(fault("BODY_UNREADABLE", "not JSON"));
  const update = Update.safeParse(body);
  if (!update.success) return fail(fault("BODY_UNREADABLE", "no update_id"));
  return ok(read(update.data, connection.id, now));
};

const parse = (raw: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(raw));
  } catch {
    return undefined;
  }
};
