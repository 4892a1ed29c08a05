import type { Connection } from "../../../src/channels/channel.ts";
import { zaloBot } from "../../../src/channels/zalo-bot/channel.ts";
import type { PlanWarning } from "../../../src/channels/zalo-bot/plan.ts";
import type { SendDeps } from "../../../src/channels/zalo-bot/send.ts";
import { type BotOptions, startFakeZaloBot } from "../../fakes/zalo-bot/server.ts";

export const SECRET = "a-secret-of-tests";

export const connectionTo = (
  apiRoot: string,
  token = "12345689:fake-bot",
  more: Record<string, string> = {},
): Connection => ({
  id: "default-zalo-bot",
  commune: "xa-mau",
  channel: "zalo-bot",
  settings: { token, secret: SECRET, apiRoot, ...more },
});

export const CHAT = "b07e000000000000000a";

/** A fake Bot API that knows one chat, a channel that talks to it, and counters kept in memory. */
export const stage = async (
  over: Partial<SendDeps> = {},
  options: BotOptions = {},
  more: Record<string, string> = {},
) => {
  const fake = await startFakeZaloBot(options);
  fake.meet(CHAT);
  const warnings: PlanWarning[] = [];
  const used = { messages: 0, people: 1 };
  const clock = { now: 1_790_000_000_000 };
  const channel = zaloBot({
    now: () => clock.now,
    pictureUrl: () => null,
    certificateUrl: () => null,
    usage: {
      message: () => {
        used.messages += 1;
        return used.messages;
      },
      people: () => used.people,
    },
    raise: (warning) => void warnings.push(warning),
    ...over,
  });
  return { fake, channel, warnings, used, clock, connection: connectionTo(fake.url, fake.token, more) };
};
