import { fault } from "../../errors.ts";
import { fail, ok } from "../../kit/result.ts";
import type { Channel } from "../channel.ts";
import { parseJson } from "../parse-json.ts";
import type { ZaloDeps } from "./deps.ts";
import { Event } from "./event.ts";
import { read } from "./read.ts";
import { settingsOf } from "./settings.ts";
import { matching, readings } from "./signature.ts";

/** A webhook request. Nothing of the body is believed before its signature is, over the raw bytes. */
export const receiver = (deps: Pick<ZaloDeps, "learnt" | "raise">): Channel["receive"] => {
  const known = new Map<string, string>();
  const refused = new Map<string, { since: number; told: number; count: number }>();

  /** Kept and told once a minute at most, so that somebody who knocks a thousand times a second costs nothing. */
  const wrong = (connection: string, now: number, cause: string) => {
    const seen = refused.get(connection) ?? { since: now, told: 0, count: 0 };
    seen.count += 1;
    refused.set(connection, seen);
    if (now - seen.told >= 60_000) {
      const { signatureWrong } = deps.learnt.read(connection);
      deps.learnt.note(connection, { signatureWrong: signatureWrong + seen.count, signatureWrongAt: now });
      seen.told = now;
      seen.count = 0;
      deps.raise(fault("SIGNATURE_WRONG", cause), connection);
    }
    return fail(fault("SIGNATURE_WRONG", cause));
  };

  return (raw, headers, connection, now) => {
    const settings = settingsOf(connection);
    const body = parseJson(new TextDecoder().decode(raw));
    const given = headers["x-zevent-signature"];
    // When the address is saved in the console Zalo posts an unsigned `{}` and wants 200.
    if (given === undefined && empty(body)) return ok({ inbounds: [], unknown: false });
    if (!settings) return fail(fault("SIGNATURE_WRONG", "the connection's settings are incomplete"));
    const event = Event.safeParse(body);
    const oaId = event.success ? ours(event.data) : null;
    const header = headers["x-zevent-timestamp"];
    const signed = { bodyTimestamp: stampOf(body), headerTimestamp: typeof header === "string" ? header : null, oaId };
    const proof = matching(given, raw, readings(settings, signed));
    if (!proof)
      return wrong(connection.id, now, given === undefined ? "no signature" : "the signature matches under no reading");
    if (known.get(connection.id) !== proof.name) {
      known.set(connection.id, proof.name);
      deps.learnt.note(connection.id, { signature: proof.name });
    }
    if (body === undefined) return fail(fault("BODY_UNREADABLE", "not JSON"));
    if (!event.success) return ok({ inbounds: [], unknown: true, proof: proof.name });
    // One app may serve many OAs and has one webhook; what is for another is not ours to answer.
    if (settings.oaId !== undefined && foreign(event.data, settings.oaId))
      return ok({ inbounds: [], unknown: true, proof: proof.name });
    return ok({ ...read(event.data, connection.id, now), proof: proof.name });
  };
};

/** The OA an event is about, where the settings do not say. */
const ours = (event: Event): string | null => event.oa_id ?? event.recipient?.id ?? null;

/** Names the OA it is for, or both of its parties, and ours is not among them. An event may name the person alone. */
const foreign = ({ oa_id, sender, recipient }: Event, oaId: string): boolean => {
  if (oa_id !== undefined) return oa_id !== oaId;
  return sender !== undefined && recipient !== undefined && sender.id !== oaId && recipient.id !== oaId;
};

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === "object" && body !== null && !Array.isArray(body);
const empty = (body: unknown): boolean => isObject(body) && Object.keys(body).length === 0;

/** As it stands in the body: what was signed is what was written. */
const stampOf = (body: unknown): string | null => {
  const stamp = isObject(body) ? body.timestamp : undefined;
  return typeof stamp === "string" || typeof stamp === "number" ? String(stamp) : null;
};
