import { type Api, GrammyError, InputFile } from "grammy";
import type { Picture } from "../degrade.ts";
import { outcomeOf } from "./outcome.ts";

export type Pictures = {
  /** PNG bytes of a card, by its address, with the words drawn on it in a language; null for an unknown card. */
  readonly picture: (card: string, language: string) => Promise<Uint8Array | null>;
  readonly certificate: (code: string, language: string) => Promise<Uint8Array | null>;
  /** File ids by connection, because a file id is only good for the bot that uploaded it. */
  readonly uploads: {
    readonly get: (connection: string, key: string) => Promise<string | null> | string | null;
    readonly save: (connection: string, key: string, fileId: string) => Promise<void> | void;
  };
  /** After so many ms of drawing the chat shows that a picture is on its way. */
  readonly slowMs?: number;
};

/** Whoever waits for longer than this wonders whether their press was heard. */
const SLOW = 300;

type Other = NonNullable<Parameters<Api["sendPhoto"]>[2]>;

/**
 * Sends a picture and returns the message id; null where there is no picture to be had, so that the words go alone.
 * A picture is uploaded once: when a lesson is pushed to a village, the first upload is waited for by all the others.
 */
export const photos = ({ picture, certificate, uploads, slowMs = SLOW }: Pictures) => {
  const underway = new Map<string, Promise<unknown>>();

  /** Waits for a picture, and lets the chat show that it is coming. That nobody sees it is no trouble. */
  const shownWaiting = async <T>(api: Api, chat: number, coming: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => void api.sendChatAction(chat, "upload_photo").catch(() => null), slowMs);
    return coming.finally(() => clearTimeout(timer));
  };

  return async (
    api: Api,
    connection: string,
    chat: number,
    p: Picture,
    language: string,
    other: Other,
  ): Promise<number | null> => {
    const key = p.kind === "card" ? `${p.card}.${language}` : `certificate.${p.code}.${language}`;
    const draw = () => (p.kind === "card" ? picture(p.card, language) : certificate(p.code, language));
    const upload = async (): Promise<number | null> => {
      // A picture that cannot be drawn is the author's fault, not a reason to leave the person without an answer.
      const png = await shownWaiting(api, chat, draw()).catch(() => null);
      if (!png) return null;
      const sent = await api.sendPhoto(chat, new InputFile(png, "buoc.png"), other);
      const fileId = sent.photo?.at(-1)?.file_id;
      if (fileId) await uploads.save(connection, key, fileId);
      return sent.message_id;
    };

    const place = `${connection} ${key}`;
    let forgotten: string | null = null;
    for (;;) {
      const fileId = await uploads.get(connection, key);
      if (fileId && fileId !== forgotten) {
        try {
          return (await api.sendPhoto(chat, fileId, other)).message_id;
        } catch (error) {
          if (!isForgotten(error)) return unpicturable(error);
          forgotten = fileId;
        }
      }
      const another = underway.get(place);
      if (!another) break;
      await shownWaiting(api, chat, another).catch(() => null);
    }
    const mine = upload();
    underway.set(place, mine);
    return mine.catch(unpicturable).finally(() => underway.get(place) === mine && underway.delete(place));
  };
};

/** Telegram forgot the file, or it came from another bot: it is uploaded anew. */
const isForgotten = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /file (identifier|id|reference)|FILE_REFERENCE|wrong padding/i.test(error.description);

/** A picture Telegram will not have is left out. Any other failure is the message's, and goes on up. */
const unpicturable = (error: unknown): null => {
  const refused = error instanceof GrammyError && outcomeOf(error).outcome === "refused";
  if (refused && (error.error_code === 413 || /photo|image|file/i.test(error.description))) return null;
  throw error;
};
