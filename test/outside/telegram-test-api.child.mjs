// telegram-test-api in a process of its own: a webhook answer it does not like is an unhandled rejection that ends the
// process it lives in. Tells its parent the address, and every message that came by.
import telegramTestApi from "telegram-test-api";

const TelegramServer = telegramTestApi.default ?? telegramTestApi;
const server = new TelegramServer({ host: "127.0.0.1" });
// Its options take 0 for "not given" and then use 9000; set afterwards it means any free port.
server.config.port = 0;
await server.start();
for (const event of ["AddedBotMessage", "AddedUserMessage", "AddedUserCommand", "AddedUserCallbackQuery"]) {
  server.on(event, () => process.send({ event }));
}
process.send({ port: server.server.address().port });
process.on("disconnect", () => process.exit(0));
