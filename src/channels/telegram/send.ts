import { GrammyError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Channel, Connection, Sent } from "../channel.ts";
import { type Button, degrade, type Shown } from "../degrade.ts";
import type { Message } from "../message.ts";
import { partlySent, type SentParts } from "../partly-sent.ts";
import { apis } from "./api.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { flood } from "./flood.ts";
import { type Pictures, photos } from "./photo.ts";
import { say } from "./say.ts";

export type SendDeps = Pictures & {
  /** Ms of a clock that is never set back. */
  readonly steady: () => number;
  /** How long an answer may take, in seconds (default 20); then nobody knows whether the message went. */
  readonly timeoutSeconds?: number;
};

/** Sends one message, in as many parts as the limits ask for. Never throws for anything the network or Telegram does. */
export const sender = (deps: SendDeps): Channel["send"] => {
  const seconds = deps.timeoutSeconds ?? 20;
  const apiFor = apis(seconds);
  const floods = new Map<string, ReturnType<typeof flood>>();
  const photo = photos(deps);
  const partly = partlySent();

  return async (message, chat, connection) => {
    const flooded = floods.get(connection.id) ?? flood(deps.steady);
    floods.set(connection.id, flooded);
    const progress = partly.of(`${connection.id} ${chat} ${message.token}`);
    try {
      const id = await sendAll(message, chat, connection, progress);
      flooded.fine();
      progress.forget();
      return id === null
        ? { outcome: "refused", reason: "the message says nothing" }
        : { outcome: "sent", externalId: String(id) };
    } catch (error) {
      const failed = flooded.judged(error, chat);
      if (failed.outcome !== "retry" && failed.outcome !== "uncertain") progress.forget();
      return failed satisfies Sent;
    }
  };

  async function sendAll(
    message: Message,
    chat: string,
    connection: Connection,
    progress: SentParts,
  ): Promise<number | null> {
    let last: number | null = null;
    const parts = degrade(message, telegramCapabilities);
    for (const [i, shown] of parts.entries()) {
      if (i < progress.done) continue;
      last = (await part(connection, Number(chat), shown, message, i)) ?? last;
      if (i + 1 < parts.length) progress.did(i + 1);
    }
    return last;
  }

  async function part(
    connection: Connection,
    chat: number,
    shown: Shown,
    message: Message,
    i: number,
  ): Promise<number | null> {
    const { picture, text } = shown;
    const keys = keyboard(shown);
    try {
      if (picture) {
        const other = { parse_mode: "HTML", ...keys, caption: text } as const;
        const id = await photo(apiFor(connection), connection.id, chat, picture, message.language, other);
        if (id) return id;
      }
      if (text === "") return null;
      return await say(connection, { chat_id: chat, text, parse_mode: "HTML", ...keys, ...unpreviewed }, seconds);
    } catch (error) {
      if (!isBadMarkup(error)) throw error;
      // Better plain words than none: our own markup must not stand between a person and the answer.
      const bare = degrade(message, { ...telegramCapabilities, bold: "none" })[i]?.text ?? "";
      return await say(connection, { chat_id: chat, text: bare, ...keys, ...unpreviewed }, seconds);
    }
  }
};

/** A preview of a linked page takes the whole screen of a small phone and pushes the next step off it. */
const unpreviewed = { link_preview_options: { is_disabled: true } } as const;

const isBadMarkup = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && /parse entities/i.test(error.description);

const keyboard = ({ buttons }: Shown): { reply_markup?: InlineKeyboardMarkup } =>
  buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons.map((row) => row.map(key)) } } : {};

/** The way on is blue and what cannot be taken back is red, where the app knows colours (Bot API 9.4); others leave `style` out. */
const key = (b: Button) =>
  "url" in b
    ? { text: b.label, url: b.url }
    : { text: b.label, callback_data: b.data, ...(b.style && { style: colours[b.style] }) };

const colours = { main: "primary", alarm: "danger" } as const;
