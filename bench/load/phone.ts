import type { Pool } from "undici";

export type Target = { readonly name: string; readonly url: string; readonly secret: string };

/** One chat: says something through the webhook and reads the answer. */
export type Phone = {
  /** Resolves when the answer was read and the update acknowledged; `ms` is from the webhook's first byte to the answer. */
  readonly say: (text: string) => Promise<{ readonly heard: string; readonly ms: number }>;
  /** The Bot API was asked to show this. */
  readonly show: (text: string) => void;
};

let updates = 0;

/** Like Telegram, the next update of a chat waits until this one was acknowledged; unlike a person, it does not wait any longer. */
export const phone = (chat: number, pool: Pool, { url, secret }: Target): Phone => {
  const path = new URL(url).pathname;
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  const person = { id: chat, first_name: "Mai", is_bot: false, language_code: "vi" };
  const room = { id: chat, first_name: "Mai", type: "private" };
  let waiting: ((text: string) => void) | null = null;

  const show = (text: string): void => {
    waiting?.(text);
    waiting = null;
  };

  const post = async (body: string): Promise<void> => {
    const answer = await pool.request({ path, method: "POST", headers, body });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`the webhook answered ${answer.statusCode}: ${text.slice(0, 200)}`);
  };

  return {
    show,
    say: async (text) => {
      const id = ++updates;
      const message = { message_id: id, from: person, chat: room, date: Math.floor(Date.now() / 1000), text };
      const body = JSON.stringify({ update_id: id, message });
      const began = performance.now();
      let late: NodeJS.Timeout | undefined;
      const read = new Promise<{ heard: string; ms: number }>((resolve, reject) => {
        waiting = (heard) => resolve({ heard, ms: performance.now() - began });
        late = setTimeout(() => reject(new Error(`no answer to “${text}” in chat ${chat} within 15 s`)), 15_000);
      });
      const [answer] = await Promise.all([read, post(body)]).finally(() => clearTimeout(late));
      return answer;
    },
  };
};
