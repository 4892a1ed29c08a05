import type { Identity } from "./identity.ts";
import type { Fetched } from "./wire.ts";

/** The server breathes every 25 s. Silence for longer is a proxy that holds the stream back, or a dead line. */
const SILENCE_MS = 60_000;

/** The server says how long to fetch instead when it closed the line to make room; shorter is only its way to begin. */
const REST_MS = 10_000;

/**
 * Reads the stream of new messages until it ends. Read by fetch and not by EventSource, because a page in a frame must say
 * who it is in a header. Resolves when the stream is over with how long to wait before
 * opening it again.
 */
export const stream = async (
  commune: string,
  after: number,
  who: Identity,
  stop: AbortController,
  arrived: (messages: Fetched["messages"]) => void,
): Promise<number> => {
  let rest = 0;
  let silence = setTimeout(() => stop.abort(), SILENCE_MS);
  try {
    const response = await fetch(`/chat/stream?commune=${encodeURIComponent(commune)}`, {
      headers: { accept: "text/event-stream", "last-event-id": String(after), ...who.headers() },
      signal: stop.signal,
      cache: "no-store",
    });
    const reader = response.ok ? response.body?.getReader() : undefined;
    if (!reader) return rest;
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return rest;
      clearTimeout(silence);
      silence = setTimeout(() => stop.abort(), SILENCE_MS);
      text += decoder.decode(value, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data) arrived([JSON.parse(data)]);
        const asked = Number(/^retry: (\d+)$/m.exec(event)?.[1] ?? 0);
        if (asked >= REST_MS) rest = asked;
      }
    }
  } catch {
    // Ended by the network or by us; both mean: over.
  } finally {
    clearTimeout(silence);
  }
  return rest;
};
