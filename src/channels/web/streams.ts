import type { ServerResponse } from "node:http";
import type { Feed, FeedItem } from "./deps.ts";

/** Proxies close a line that is silent for 30 s or more. */
const BREATH_MS = 25_000;
/** Tabs of one browser; a fourth closes the oldest. */
const PER_CHAT = 3;
/** A reader this far behind is gone, and would only fill our memory. */
const BEHIND_BYTES = 256 * 1024;
const PAGE = 50;

/** The open streams of all chats. */
export const streams = (feed: Feed) => {
  const open = new Map<string, Set<() => void>>();

  return {
    /** Writes everything after `from` to the response, and what comes later as it is committed, until either side ends it. */
    start: (connection: string, chat: string, from: number, raw: ServerResponse): void => {
      const name = `${connection} ${chat}`;
      const mine = open.get(name) ?? new Set();
      open.set(name, mine);
      let last = from;
      let flushing = false;
      let again = false;

      const close = (): void => {
        clearInterval(breath);
        stop();
        mine.delete(close);
        if (mine.size === 0) open.delete(name);
        raw.end();
      };
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
      mine.add(close);
      if (mine.size > PER_CHAT) for (const oldest of [...mine].slice(0, 1)) oldest();
      raw.on("close", close);
      raw.write("retry: 3000\n\n");
      void flush();
    },
    /** Ends all of them: the server is going down, and an open stream would hold it up. */
    closeAll: (): void => {
      for (const chat of [...open.values()]) for (const close of [...chat]) close();
    },
    count: (): number => [...open.values()].reduce((sum, chat) => sum + chat.size, 0),
  };
};

const eventOf = ({ id, message }: FeedItem): string => `id: ${id}\ndata: ${JSON.stringify({ id, message })}\n\n`;
