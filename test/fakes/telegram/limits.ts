/** What the Bot API refuses, in its own words. Returns the description of a 400, or null where it would accept. */
export const refusalOf = (method: string, p: Record<string, unknown>): string | null => {
  const profile = refusalOfProfile(method, p);
  if (profile) return profile;
  if (method !== "sendMessage" && method !== "sendPhoto") return null;
  const photo = method === "sendPhoto";
  const text = photo ? (p.caption ?? "") : p.text;
  if (p.chat_id === undefined || p.chat_id === null || p.chat_id === "") return "Bad Request: chat_id is empty";
  if (typeof text !== "string") return "Bad Request: message text is empty";
  const seen = p.parse_mode === "HTML" ? seenOf(text) : text;
  if (seen === null) return "Bad Request: can't parse entities: Unsupported start tag";
  if (seen.isWellFormed && !seen.isWellFormed()) return "Bad Request: strings must be encoded in UTF-8";
  if (!photo && seen.trim() === "") return "Bad Request: message text is empty";
  if (seen.length > (photo ? 1024 : 4096))
    return photo ? "Bad Request: message caption is too long" : "Bad Request: message is too long";
  return refusalOfKeyboard(p.reply_markup);
};

/** The documented limits of what a bot says of itself. */
const refusalOfProfile = (method: string, p: Record<string, unknown>): string | null => {
  if (method === "setMyDescription" && String(p.description ?? "").length > 512)
    return "Bad Request: description is too long";
  if (method === "setMyShortDescription" && String(p.short_description ?? "").length > 120)
    return "Bad Request: short description is too long";
  if (method !== "setMyCommands") return null;
  const list = p.commands as { command?: unknown; description?: unknown }[] | undefined; // a bot's JSON, judged here
  if (!Array.isArray(list) || list.length > 100) return "Bad Request: too much commands specified";
  const bad = list.some(
    ({ command, description }) =>
      !/^[a-z0-9_]{1,32}$/.test(String(command)) || typeof description !== "string" || !/^.{1,256}$/.test(description),
  );
  return bad ? "Bad Request: BOT_COMMAND_INVALID" : null;
};

declare global {
  interface String {
    /** Node 20 has it; the compiler's ES2023 library does not know it yet. */
    isWellFormed?(): boolean;
  }
}

/** The text a reader sees, or null where a tag is unknown, left open, or a bare < or & stands in it. */
const seenOf = (html: string): string | null => {
  const open: string[] = [];
  let seen = "";
  for (const [token] of html.matchAll(/<\/?[a-z]+>|&(?:lt|gt|amp|quot);|[\s\S]/g)) {
    if (/^<\/?(b|i|u|s|code|pre)>$/.test(token)) {
      if (token[1] !== "/") open.push(token.slice(1, -1));
      else if (open.pop() !== token.slice(2, -1)) return null;
    } else if (token === "<" || (token.length > 1 && token.startsWith("<"))) return null;
    else seen += { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' }[token] ?? token;
  }
  return open.length === 0 ? seen : null;
};

const refusalOfKeyboard = (markup: unknown): string | null => {
  const rows = (markup as { inline_keyboard?: Record<string, unknown>[][] } | undefined)?.inline_keyboard ?? []; // a bot's JSON, judged below
  const keys = rows.flat();
  if (keys.length > 100) return "Bad Request: reply markup is too long";
  for (const key of keys) {
    if (typeof key.text !== "string" || key.text === "")
      return "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
    if (typeof key.url === "string") {
      if (!/^https?:\/\/[^/\s]+\.[^/\s]+/.test(key.url))
        return `Bad Request: inline keyboard button URL '${key.url}' is invalid: Wrong HTTP URL`;
      continue;
    }
    const bytes = Buffer.byteLength(String(key.callback_data ?? ""));
    if (bytes < 1 || bytes > 64) return "Bad Request: BUTTON_DATA_INVALID";
  }
  return null;
};
