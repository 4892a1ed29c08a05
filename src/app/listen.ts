import type { House } from "../app.ts";
import type { Received } from "../channels/channel.ts";
import { webhookOf } from "./channels.ts";
import { afterwards, allStored } from "./webhooks.ts";

/** Opens the way in for every channel, one after the other. What goes wrong is said once and does not stop the house. */
export const listenOnChannels = async (house: House, signal: AbortSignal): Promise<void> => {
  const { config, log, now } = house;
  for (const { connection, channel, open } of house.connected.values()) {
    if (!channel) continue;
    const submit = async (received: readonly Received[]): Promise<void> => {
      // Not kept: rejecting makes the channel give it again, or be asked for it again.
      if (!(await allStored(received.flatMap((r) => r.inbounds).map(house.inbox.submit)))) throw new Error("not kept");
      for (const r of received)
        afterwards({ channel, connection }, r, (fault) => log.warn(fault, "a group was not told"));
    };
    await open.listen?.(connection, { webhook: webhookOf(config, connection.channel), submit, now, signal, log });
  }
};
