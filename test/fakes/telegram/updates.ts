import { monday } from "../../universe.ts";

/** Updates as Telegram writes them, for a private chat whose id is also the person's. Times in seconds; said when the house of the tests begins, since what is a day old is not answered. */
export const updates = (first = 1000) => {
  let id = first;
  const at = monday / 1_000;
  const chat = (chatId: number) => ({ id: chatId, first_name: "Người mẫu", type: "private" });
  const from = (chatId: number) => ({ id: chatId, is_bot: false, first_name: "Người mẫu", language_code: "vi" });
  const next = <T extends object>(body: T) => ({ update_id: id++, ...body });
  const message = (chatId: number, what: object) =>
    next({ message: { message_id: id, date: at, chat: chat(chatId), from: from(chatId), ...what } });

  return {
    next,
    message,
    text: (chatId: number, text: string) => message(chatId, { text }),
    press: (chatId: number, data: string) =>
      next({
        callback_query: {
          id: `q${id}`,
          from: from(chatId),
          chat_instance: "1",
          data,
          message: { message_id: 1, date: at, chat: chat(chatId), text: "…" },
        },
      }),
    /** Somebody puts the bot into a group, makes it an administrator, takes it out. */
    gathering: (chatId: number, before: string, after: string, type = "group") =>
      next({
        my_chat_member: {
          chat: { id: chatId, type, title: "Nhóm mẫu" },
          from: from(7),
          date: at,
          old_chat_member: { status: before, user: from(42) },
          new_chat_member: { status: after, user: from(42) },
        },
      }),
    membership: (chatId: number, status: string) =>
      next({
        my_chat_member: {
          chat: chat(chatId),
          from: from(chatId),
          date: at,
          old_chat_member: { status: "member", user: from(7) },
          new_chat_member: { status, user: from(7) },
        },
      }),
  };
};

export type FakeUpdate = { readonly update_id: number } & Record<string, unknown>;

/** The queue an update waits in: Telegram keeps the order within a chat. */
export const chatOf = (update: FakeUpdate): string => {
  const body = Object.entries(update).find(([k]) => k !== "update_id")?.[1] as Body | undefined; // made above
  return String(body?.chat?.id ?? body?.message?.chat?.id ?? body?.from?.id ?? "none");
};

type Body = { chat?: { id: number }; message?: { chat?: { id: number } }; from?: { id: number } };
