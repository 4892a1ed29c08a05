import { fault } from "../../errors.ts";
import { fail, ok } from "../../kit/result.ts";
import type { Channel } from "../channel.ts";
import { parseJson } from "../parse-json.ts";
import { Event, unwrapped } from "./event.ts";
import { read } from "./read.ts";
import { verify } from "./secret.ts";

/** A webhook request. The secret is checked before the body is even looked at. */
export const receive: Channel["receive"] = (raw, headers, connection, now) => {
  // Zalo looks whether anybody is there with an empty request that proves nothing; it also brings nothing.
  if (raw.length === 0) return ok({ inbounds: [], unknown: false });
  const authentic = verify(headers, connection.settings.secret);
  if (!authentic.ok) return authentic;
  const body = parseJson(new TextDecoder().decode(raw));
  if (body === undefined) return fail(fault("BODY_UNREADABLE", "not JSON"));
  const event = Event.safeParse(unwrapped(body));
  if (!event.success) return fail(fault("BODY_UNREADABLE", "no event_name"));
  return ok(read(event.data, connection.id, now));
};
