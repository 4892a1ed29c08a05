import { type Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Channel, Connection, Sent } from "../channel.ts";
import { type Button, degrade, type Shown } from "../degrade.ts";
import type { Message } from "../message.ts";
import { apis } from "./api.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { outcomeOf } from "./outcome.ts";
import { pace } from "./pace.ts";
import { type Pictures, photos } from "./photo.ts";

export type SendDeps = Pictures & {
  /** Epoch ms. */
  readonly now: () => number;
  /** How long an answer may take, in seconds (default 20); then nobody knows whether the message went. */
  readonly timeoutSeconds?: number;
};

/** Sends one message, in as many parts as the limits ask for. Never throws for anything the network or Telegram does. */
export const sender = (deps: SendDeps): Channel["send"] => {
  const apiFor = apis(deps.timeoutSeconds ?? 20);
  const paces = new Map<string, ReturnType<typeof pace>>();
  const photo = photos(deps);
  const partly = partlySent();

  return async (message, chat, connection) => {
    const known = paces.get(connection.id) ?? pace(deps.now);
    paces.set(connection.id, known);
    const progress = partly.of(`${connection.id} ${chat} ${message.token}`);
    try {
      const id = await sendAll(message, chat, connection, progress);
      known.fine();
      progress.forget();
      return id === null
        ? { outcome: "refused", reason: "the message says nothing" }
        : { outcome: "sent", externalId: String(id) };
    } catch (error) {
      const failed = known.judged(outcomeOf(error), chat);
      if (failed.outcome !== "retry" && failed.outcome !== "uncertain") progress.forget();
      return failed satisfies Sent;
    }
  };

  async function sendAll(
    message: Message,
    chat: string,
    connection: Connection,
    progress: Progress,
  ): Promise<number | null> {
    const api = apiFor(connection);
    let last: number | null = null;
    for (const [i, shown] of degrade(message, telegramCapabilities).entries()) {
      if (i < progress.done) continue;
      last = (await part(api, connection.id, Number(chat), shown, message, i)) ?? last;
      progress.did(i + 1);
    }
    return last;
  }

  async function part(
    api: Api,
    connection: string,
    chat: number,
    shown: Shown,
    message: Message,
    i: number,
  ): Promise<number | null> {
    const { picture, text } = shown;
    try {
      const other = { parse_mode: "HTML", ...keyboard(shown) } as const;
      const id =
        picture && (await photo(api, connection, chat, picture, message.language, { ...other, caption: text }));
      if (id) return id;
      return text === "" ? null : (await api.sendMessage(chat, text, { ...other, ...unpreviewed })).message_id;
    } catch (error) {
      if (!isBadMarkup(error)) throw error;
      // Better plain words than none: our own markup must not stand between a person and the answer.
      const bare = degrade(message, { ...telegramCapabilities, bold: "none" })[i]?.text ?? "";
      return (await api.sendMessage(chat, bare, { ...keyboard(shown), ...unpreviewed })).message_id;
    }
  }
};

/** A preview of a linked page takes the whole screen of a small phone and pushes the next step off it. */
const unpreviewed = { link_preview_options: { is_disabled: true } } as const;

const isBadMarkup = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && /parse entities/i.test(error.description);

const keyboard = ({ buttons }: Shown): { reply_markup?: InlineKeyboardMarkup } =>
  buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons.map((row) => row.map(key)) } } : {};

const key = (b: Button) => ("url" in b ? { text: b.label, url: b.url } : { text: b.label, callback_data: b.data });

type Progress = { readonly done: number; readonly did: (parts: number) => void; readonly forget: () => void };

/** Which parts of a message already went, so that a retry of the second does not repeat the first. Lost in a crash: then it repeats. */
const partlySent = () => {
  const parts = new Map<string, number>();
  return {
    of: (key: string): Progress => ({
      done: parts.get(key) ?? 0,
      did: (n) => {
        parts.set(key, n);
        const oldest = parts.size > 1_000 ? parts.keys().next().value : undefined;
        if (oldest !== undefined) parts.delete(oldest);
      },
      forget: () => void parts.delete(key),
    }),
  };
};
