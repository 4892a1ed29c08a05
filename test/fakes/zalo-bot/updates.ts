/** An event as the bot's webhook or getUpdates gives it. Ids are strings of 20 hex digits, dates numbers in ms. */
export type BotUpdate = { readonly event_name: string; readonly message?: Readonly<Record<string, unknown>> };

/** Builders for every event of the reference, with invented ids. */
export const botUpdates = (clock: () => number) => {
  let n = 0;
  const message = (chat: string, what: object, group: string | null = null) => ({
    message_id: hexId("fa0e", ++n),
    date: clock(),
    from: { id: chat, display_name: "Người mẫu", is_bot: false },
    chat: group === null ? { id: chat, chat_type: "PRIVATE" } : { id: group, chat_type: "GROUP" },
    ...what,
  });
  const update = (kind: string, chat: string, what: object, group: string | null = null): BotUpdate => ({
    event_name: `message.${kind}.received`,
    message: message(chat, what, group),
  });
  const file = (name: string) => `https://fake-media.zdn.vn/${name}`;

  return {
    text: (chat: string, text: string): BotUpdate => update("text", chat, { text }),
    /** The documents say `photo`, a real body had `photo_url` and a type. */
    image: (chat: string, field: "photo" | "photo_url" = "photo_url", caption?: string): BotUpdate =>
      update("image", chat, {
        [field]: file("p.jpg"),
        ...(caption !== undefined && { caption }),
        ...(field === "photo_url" && { message_type: "CHAT_PHOTO" }),
      }),
    sticker: (chat: string): BotUpdate => update("sticker", chat, { sticker: "fake-sticker", url: file("s.png") }),
    voice: (chat: string): BotUpdate => update("voice", chat, { voice_url: file("v.aac"), message_type: "CHAT_VOICE" }),
    /** What nobody may see: no text, no url; with `bare` not even a message. */
    unsupported: (chat: string, bare = false): BotUpdate =>
      bare ? { event_name: "message.unsupported.received" } : update("unsupported", chat, {}),
    /** Two names seen in adapters and in no document. */
    link: (chat: string, url: string): BotUpdate => update("link", chat, { url }),
    reaction: (chat: string): BotUpdate => update("reaction", chat, { reaction: "heart" }),
    /** A text in a group: the answer goes to the group. */
    inGroup: (sender: string, group: string, text: string): BotUpdate => update("text", sender, { text }, group),
    unknown: (chat: string, kind: string): BotUpdate => update(kind, chat, {}),
  };
};

/** The n-th invented chat. */
export const chatId = (n: number): string => hexId("b07e", n);

export const hexId = (prefix: string, n: number): string => prefix + n.toString(16).padStart(16, "0");

/** Documented is the wrapper; what really arrived was flat. */
export type Shape = "wrapped" | "flat";

export const shaped = (update: BotUpdate, shape: Shape): object =>
  shape === "wrapped" ? { ok: true, result: update } : update;

export const chatOf = (update: BotUpdate): string | null => {
  const chat = update.message?.chat as { id?: unknown } | undefined; // our own builders' field, checked below
  return typeof chat?.id === "string" ? chat.id : null;
};
