import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
} from "@grammyjs/conversations";
import { Bot, type Context, webhookCallback } from "grammy";
import { apiRoot, listen, secret, sessions, token } from "./environment.ts";
import { answered, asked, isRight, keys, menu, page, questions } from "./words.ts";

type Outside = ConversationFlavor<Context>;
type Talk = Conversation<Outside, Context>;

const store = sessions();
const bot = new Bot<Outside>(token, { client: { apiRoot } });
const keyboard = { reply_markup: { keyboard: keys, resize_keyboard: true } };

const lesson = async (conversation: Talk, ctx: Context): Promise<void> => {
  let right = 0;
  await ctx.reply(asked(0), keyboard);
  for (const i of questions.keys()) {
    const { message } = await conversation.waitFor("message:text");
    if (isRight(i, message.text)) right += 1;
    await ctx.reply(answered(i, message.text, right), keyboard);
  }
};

const walk = async (conversation: Talk, ctx: Context): Promise<void> => {
  for (let n = 0; ; n++) {
    await ctx.reply(page(n), keyboard);
    await conversation.waitFor("message:text");
  }
};

bot.use(
  conversations({
    storage: {
      type: "key",
      adapter: {
        read: (key) => store.get<VersionedState<never>>(key),
        write: (key, state) => store.set(key, state),
        delete: (key) => store.delete(key),
      },
    },
  }),
);
bot.hears("0", async (ctx) => {
  await ctx.conversation.exitAll();
  await ctx.reply(menu, keyboard);
});
bot.use(createConversation(lesson, "lesson"));
bot.use(createConversation(walk, "walk"));
bot.hears("1", (ctx) => ctx.conversation.enter("lesson"));
bot.hears("2", (ctx) => ctx.conversation.enter("walk"));

await bot.init();
listen(webhookCallback(bot, "http", { secretToken: secret }));
