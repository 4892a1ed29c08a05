import type { Connection } from "../../../src/channels/channel.ts";
import { telegram } from "../../../src/channels/telegram/open.ts";
import type { SendDeps } from "../../../src/channels/telegram/send.ts";
import { type FakeTelegram, startFakeTelegram } from "../../fakes/telegram/server.ts";

export const SECRET = "s3cret_of-tests";

export const connectionTo = (root: string, token: string, id = "default-telegram"): Connection => ({
  id,
  commune: "00000",
  channel: "telegram",
  settings: { token, secret: SECRET, apiRoot: root },
});

export const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

/** A fake Bot API, a channel that talks to it, and a clock that stands still until it is moved. */
export const stage = async (over: Partial<SendDeps> = {}) => {
  const fake: FakeTelegram = await startFakeTelegram();
  const files = new Map<string, string>();
  const drawn: string[] = [];
  const clock = { now: 1_790_000_000_000 };
  const channel = telegram({
    picture: async (card, language) => {
      drawn.push(`${card}.${language}`);
      return PNG;
    },
    certificate: async (code) => {
      drawn.push(code);
      return PNG;
    },
    uploads: {
      get: (connection, key) => files.get(`${connection} ${key}`) ?? null,
      save: (connection, key, fileId) => void files.set(`${connection} ${key}`, fileId),
    },
    steady: () => clock.now,
    ...over,
  });
  return { fake, channel, files, drawn, clock, connection: connectionTo(fake.root, fake.token) };
};
