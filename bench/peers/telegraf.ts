import { Agent } from "node:http";
import { Scenes, session, Telegraf } from "telegraf";
import { message } from "telegraf/filters";
import { apiRoot, listen, path, secret, sessions, token } from "./environment.ts";
import { answered, asked, isRight, keys, menu, page, questions } from "./words.ts";

const store = sessions();
const keyboard = { reply_markup: { keyboard: keys, resize_keyboard: true } };

type State = { right?: number; n?: number };
const typed = (ctx: Scenes.WizardContext): string => (ctx.has(message("text")) ? ctx.message.text : "");
// Telegraf gives the state of a scene no type of its own.
const stateOf = (ctx: Scenes.WizardContext): State => ctx.wizard.state as State;

const lesson = new Scenes.WizardScene<Scenes.WizardContext>(
  "lesson",
  async (ctx) => {
    await ctx.reply(asked(0), keyboard);
    return ctx.wizard.next();
  },
  ...[...questions.keys()].map((i) => async (ctx: Scenes.WizardContext) => {
    const state = stateOf(ctx);
    state.right = (state.right ?? 0) + (isRight(i, typed(ctx)) ? 1 : 0);
    await ctx.reply(answered(i, typed(ctx), state.right), keyboard);
    return i + 1 < questions.length ? ctx.wizard.next() : ctx.scene.leave();
  }),
);

const walk = new Scenes.WizardScene<Scenes.WizardContext>("walk", async (ctx) => {
  const state = stateOf(ctx);
  state.n = (state.n ?? -1) + 1;
  await ctx.reply(page(state.n), keyboard);
});

const stage = new Scenes.Stage<Scenes.WizardContext>([lesson, walk]);
stage.hears("0", async (ctx) => {
  await ctx.scene.leave();
  await ctx.reply(menu, keyboard);
});

const bot = new Telegraf<Scenes.WizardContext>(token, { telegram: { apiRoot } });
// For an http:// API root Telegraf drops its keep-alive agent, anew for each update; over https it has this one.
const agent = new Agent({ keepAlive: true, keepAliveMsecs: 10_000 });
bot.use((ctx, next) => {
  ctx.telegram.options.agent = agent;
  return next();
});
bot.use(session({ store }));
bot.use(stage.middleware());
bot.hears("1", (ctx) => ctx.scene.enter("lesson"));
bot.hears("2", (ctx) => ctx.scene.enter("walk"));
bot.catch((error) => console.error(error));

bot.botInfo = await bot.telegram.getMe();
listen(bot.webhookCallback(path, { secretToken: secret }));
