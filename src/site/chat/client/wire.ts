import type { Message } from "../../../channels/message.ts";
import type { Sending } from "../talk.ts";
import type { Identity } from "./identity.ts";

export type Fetched = {
  readonly messages: readonly { readonly id: number; readonly message: Message }[];
  readonly whole: boolean;
  /** The first message the server still has of the end of the talk. */
  readonly oldest: number;
};
export type ServerAnswer =
  | ({ readonly is: "taken" } & Fetched)
  /** Nothing reached the server, or it asks for patience: the same thing may be sent again. */
  | { readonly is: "later"; readonly network: boolean; readonly afterMs: number }
  /** The server read it and will not take it. */
  | { readonly is: "refused" };

/** A phone on a weak network may hang for minutes; after this long we ask again with the same key. */
const PATIENCE_MS = 15_000;

/** Sends one thing the person did. */
export const postSaid = async (
  commune: string,
  key: string,
  said: Sending,
  after: number,
  who: Identity,
  patienceMs = PATIENCE_MS,
): Promise<ServerAnswer> =>
  ask(
    "/chat/messages",
    who,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ commune, key, after, ...said }),
    },
    patienceMs,
  );

/** What arrived after a message; without one, the last of the talk. */
export const fetchArrived = (
  commune: string,
  after: number | null,
  who: Identity,
  patienceMs = PATIENCE_MS,
): Promise<ServerAnswer> =>
  ask(
    `/chat/messages?commune=${encodeURIComponent(commune)}${after === null ? "" : `&after=${after}`}`,
    who,
    {},
    patienceMs,
  );

const ask = async (
  url: string,
  who: Identity,
  init: { method?: string; headers?: Record<string, string>; body?: string },
  patienceMs: number,
): Promise<ServerAnswer> => {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), patienceMs);
  try {
    const response = await fetch(url, {
      ...init,
      headers: { ...init.headers, ...who.headers() },
      signal: cut.signal,
      cache: "no-store",
      credentials: "same-origin",
    });
    // Our own server, our own shape.
    if (response.ok) return { is: "taken", ...((await response.json()) as Fetched) };
    if (response.status === 401 && who.refused()) return await ask(url, who, init, patienceMs);
    if (response.status === 429 || response.status >= 500)
      return { is: "later", network: false, afterMs: 1000 * (Number(response.headers.get("retry-after")) || 5) };
    return { is: "refused" };
  } catch {
    return { is: "later", network: true, afterMs: 1000 };
  } finally {
    clearTimeout(timer);
  }
};
