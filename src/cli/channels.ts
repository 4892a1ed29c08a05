import type { Verb } from "./verb.ts";

/** `channels …`: sets a channel up step by step, and asks those that are set up whether they would work. */
export const channels: Verb = {
  words: "probe [telegram | zalo-oa [USER] | zalo-bot] | setup (telegram | zalo-oa | zalo-bot)",
  says: {
    vi: "nối một kênh từng bước; thử khoá và webhook của các kênh đã nối",
    en: "set a channel up step by step; check the credentials and the webhook of every channel",
  },
  options: {
    env: {
      value: "FILE",
      says: { vi: "tệp thiết lập mà setup ghi vào (mặc định: .env)", en: "the file setup writes to (default: .env)" },
    },
  },
  // Loaded when used: every other verb would wait for the clients of all channels.
  run: async (input) => {
    const [what] = input.words;
    if (what === "setup") return (await import("./setup/set-up.ts")).setUp(input);
    if (what === "probe") return (await import("./probe/channel-probes.ts")).probeChannels(input);
    return { fault: "usage: channels probe [telegram|zalo-oa|zalo-bot], or channels setup telegram|zalo-oa|zalo-bot" };
  },
};
