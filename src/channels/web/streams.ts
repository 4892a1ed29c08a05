import type { ServerResponse } from "node:http";
import type { Feed, FeedItem } from "./deps.ts";
import type { StreamLimits } from "./limits.ts";
import { webLimits } from "./limits.ts";

/** Proxies close a line that is silent for 30 s or more. */
const BREATH_MS = 25_000;
/** How long a page whose line was closed to make room fetches instead (`site/chat/client/stream.ts` reads it). */
const REST_MS = 30_000;
/** A reader this far behind is gone, and would only fill our memory. */
const BEHIND_BYTES = 256 * 1024;
const PAGE = 50;

/** The open streams of all chats. Where there are too many, the oldest is told to fetch for a while, and closed. */
export const streams = (feed: Feed, limits: StreamLimits = webLimits.streams) => {
  // In the order they were opened.
  const open = new Set<Line>();
  const makeRoom = ({ name, address }: Line): void => {
    const lines = [...open];
    const tooMany = (those: readonly Line[], most: number): boolean => {
      if (those.length <= most) return false;
      those[0]?.close(REST_MS);
      return true;
    };
    if (
      tooMany(
        lines.filter((l) => l.name === name),
        limits.perChat,
      )
    )
      return;
    if (
      tooMany(
        lines.filter((l) => l.address === address),
        limits.perAddress,
      )
    )
      return;
    if (lines.length <= limits.inAll) return;
    // Whoever holds the most gives one up, so that nobody can push everybody else out.
    const held = new Map<string, Line[]>();
    for (const line of lines) held.set(line.address, [...(held.get(line.address) ?? []), line]);
    const [most] = [...held.values()].sort((a, b) => b.length - a.length);
    most?.[0]?.close(REST_MS);
  };

  return {
    /** Writes everything after `from` to the response, and what comes later as it is committed, until either side ends it. */
    start: ({ connection, chat, address }: Listener, from: number, raw: ServerResponse): void => {
      let last = from;
      let flushing = false;
      let again = false;

      const close = (restMs?: number): void => {
        clearInterval(breath);
        stop();
        if (open.delete(line) && restMs !== undefined) raw.write(`retry: ${restMs}\n\n`);
        raw.end();
      };
      const line: Line = { name: `${connection} ${chat}`, address, close };
      const flush = async (): Promise<void> => {
        // A commit during a flush asks for one more round, or its message would wait for the next commit.
        again = true;
        if (flushing) return;
        flushing = true;
        try {
          while (again && !raw.writableEnded) {
            again = false;
            const items = await feed.messagesAfter(connection, chat, last, PAGE);
            for (const item of items) raw.write(eventOf(item));
            last = items.at(-1)?.id ?? last;
            again ||= items.length === PAGE;
            if (raw.writableLength > BEHIND_BYTES) raw.destroy();
          }
        } catch {
          // The page asks again by itself, and is then told properly that the store is not there.
          close();
        }
        flushing = false;
      };
      const breath = setInterval(() => raw.write(":\n\n"), BREATH_MS);
      breath.unref();
      const stop = feed.onCommit(connection, chat, () => void flush());
      open.add(line);
      makeRoom(line);
      raw.on("close", () => close());
      raw.write("retry: 3000\n\n");
      void flush();
    },
    /** Ends all of them: the server is going down, and an open stream would hold it up. */
    closeAll: (): void => {
      for (const line of [...open]) line.close();
    },
  };
};

/** Who listens, and from where. */
export type Listener = { readonly connection: string; readonly chat: string; readonly address: string };

type Line = { readonly name: string; readonly address: string; readonly close: (restMs?: number) => void };

const eventOf = ({ id, message }: FeedItem): string => `id: ${id}\ndata: ${JSON.stringify({ id, message })}\n\n`;
