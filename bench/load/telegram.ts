import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a bot sent to a chat. */
export type Heard = (chat: number, text: string) => void;

/** The Bot API as far as the benchmark needs it: answers like the real one (the sent message comes back whole) and tells what was said. */
export const startBotApi = async (heard: Heard): Promise<number> => {
  const server = createServer((request, response) => void answer(request, response, heard));
  // Longer than any pause of a run, so that no server is ever caught writing to a connection that just closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port; // a TCP server, so never a path
};

let messages = 0;
const bot = { id: 1, is_bot: true, first_name: "Bench", username: "bench_bot" };

const answer = async (request: IncomingMessage, response: ServerResponse, heard: Heard): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const method = /\/(\w+)$/.exec(request.url ?? "")?.[1] ?? "";
  const sent = /^send/.test(method) ? read(request, Buffer.concat(chunks)) : null;
  const result = sent ? message(sent) : (results[method] ?? true);
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, result }));
  if (sent) heard(sent.chat, sent.text);
};

const results: Readonly<Record<string, unknown>> = {
  getMe: bot,
  getWebhookInfo: { url: "", has_custom_certificate: false, pending_update_count: 0 },
};

type Sent = { readonly chat: number; readonly text: string; readonly markup: unknown };

const read = ({ headers }: IncomingMessage, body: Buffer): Sent => {
  const text = body.toString("utf8");
  if (!headers["content-type"]?.startsWith("application/json"))
    return { chat: Number(field(text, "chat_id")), text: field(text, "caption"), markup: undefined };
  const said = JSON.parse(text);
  return { chat: Number(said.chat_id), text: String(said.text ?? said.caption ?? ""), markup: said.reply_markup };
};

/** An uploaded picture comes as a form. */
const field = (form: string, name: string): string =>
  new RegExp(`name="${name}"\\r\\n\\r\\n([^]*?)\\r\\n--`).exec(form)?.[1] ?? "";

const message = ({ chat, text, markup }: Sent) => {
  // Only inline keyboards come back from the real API.
  const inline =
    typeof markup === "object" && markup !== null && "inline_keyboard" in markup ? { reply_markup: markup } : {};
  return {
    message_id: ++messages,
    from: bot,
    chat: { id: chat, first_name: "Mai", type: "private" },
    date: Math.floor(Date.now() / 1000),
    text,
    ...inline,
  };
};
