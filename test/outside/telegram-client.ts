import { fork } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { fileURLToPath } from "node:url";
import { TelegramClient } from "telegram-test-api/lib/modules/telegramClient.js";
import { startApiProxy, startHookProxy } from "./telegram-proxies.ts";

export type BotMessage = {
  readonly chat_id: number;
  readonly text: string;
  readonly parse_mode?: string;
  readonly reply_markup?: {
    readonly inline_keyboard: readonly (readonly {
      readonly text: string;
      readonly callback_data?: string;
      readonly url?: string;
    }[])[];
  };
};

/** A person with a phone, played by a Telegram client nobody of us wrote. */
export type OutsideUser = {
  /** `/word…` goes as a command, anything else as a message. Resolves when our webhook has answered. */
  readonly say: (text: string) => Promise<void>;
  /** Presses the button whose label begins so, on a message: by default the last one read. */
  readonly press: (label: string, on?: BotMessage) => Promise<void>;
  /** The next message of the bot to this person, when it comes. */
  readonly next: () => Promise<BotMessage>;
};

export type Outside = {
  readonly user: (id: number) => OutsideUser;
  /** What our webhook answered each time, in order. */
  readonly statuses: readonly number[];
};

export type OutsideOptions = {
  readonly token: string;
  readonly secret: string;
  /** Starts the app under test with this API root; `webhook` is the whole address of its Telegram webhook. */
  readonly app: (
    apiRoot: string,
  ) => Promise<{ readonly webhook: string; readonly close: () => Promise<unknown> | unknown }>;
};

/** Runs `telegram-test-api`, the app, and between them two proxies for what that server lacks; closes all of it afterwards. */
export const withOutsideClient = async (
  { token, secret, app }: OutsideOptions,
  scene: (outside: Outside) => Promise<void>,
): Promise<void> => {
  const child = fork(fileURLToPath(new URL("telegram-test-api.child.mjs", import.meta.url)), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const events = new EventEmitter();
  child.on(
    "message",
    (m: { event?: string }) => m.event && events.emit(m.event.startsWith("AddedUser") ? "user" : "bot"),
  );
  const [{ port }] = (await once(child, "message")) as [{ port: number }]; // the first thing the child says
  const outside = `http://127.0.0.1:${port}`;
  const api = await startApiProxy(outside);
  const running = await app(api.url);
  const hook = await startHookProxy(running.webhook, secret);
  try {
    await fetch(`${outside}/bot${token}/setWebhook`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url: hook.url }),
    });
    await scene({
      user: (id) => userOf({ url: outside, token, id }, events),
      statuses: hook.statuses,
    });
  } finally {
    await running.close();
    await Promise.all([api.close(), hook.close()]);
    child.disconnect();
    await once(child, "exit");
  }
};

const userOf = ({ url, token, id }: { url: string; token: string; id: number }, events: EventEmitter): OutsideUser => {
  const client = new TelegramClient(url, token, { userId: id, chatId: id });
  let last: BotMessage | null = null;
  const unread: BotMessage[] = [];

  // Its numbers grow only after our webhook has answered, so the next update must wait for that, or two share one id.
  const through = async (send: () => Promise<unknown>): Promise<void> => {
    const done = once(events, "user");
    await send();
    await done;
  };

  // Asked at its own address and not by its getUpdates, which sleeps and asks again when there is nothing yet.
  const fetchUnread = async (): Promise<void> => {
    const body = JSON.stringify({ token, chatId: id });
    const res = await fetch(`${url}/getUpdates`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { result } = (await res.json()) as { result: { message: BotMessage }[] }; // as its route writes it
    unread.push(...result.map((r) => r.message));
  };

  return {
    say: (text) =>
      through(() =>
        text.startsWith("/")
          ? client.sendCommand(client.makeCommand(text))
          : client.sendMessage(client.makeMessage(text)),
      ),
    press: (label, on = last ?? undefined) => {
      const button = on?.reply_markup?.inline_keyboard.flat().find((b) => b.text.startsWith(label));
      if (!button?.callback_data) throw new Error(`no button "${label}" on "${on?.text ?? "nothing"}"`);
      const data = button.callback_data;
      return through(() => client.sendCallback(client.makeCallbackQuery(data)));
    },
    next: async () => {
      for (;;) {
        const news = once(events, "bot");
        await fetchUnread();
        const message = unread.shift();
        if (message) {
          last = message;
          return message;
        }
        await news;
      }
    },
  };
};
