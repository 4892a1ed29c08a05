import type { House } from "../app.ts";
import type { Received } from "../channels/channel.ts";
import { poll, setWebhook } from "../channels/zalo-bot/index.ts";
import { keptAll } from "./webhooks.ts";

/** Opens the way for Zalo Bot's events: its webhook, or our polling. What goes wrong is said once and does not stop the house. */
export const startZaloBot = async (house: House, signal: AbortSignal): Promise<void> => {
  const { config, log } = house;
  const found = house.connection("zalo-bot", "default");
  if (!found) return;
  if (found.connection.settings.secret === undefined) {
    const submit = async ({ inbounds }: Received): Promise<void> => {
      // Not kept: rejecting makes the polling offer it again, because Zalo will not.
      if (!(await keptAll(inbounds.map(house.inbox.submit)))) throw new Error("not kept");
    };
    void poll(found.connection, {
      submit,
      now: house.now,
      signal,
      report: (fault) => log.warn({ code: fault.code, cause: fault.cause }, "zalo-bot"),
    });
    return;
  }
  if (!config.publicUrl.startsWith("https://")) {
    log.warn("ZALO_BOT: PUBLIC_URL is not https, so the webhook was not registered and no pictures are sent");
    return;
  }
  const state = await setWebhook(found.connection, `${config.publicUrl}/webhooks/zalo-bot/default`);
  if (!state.ok) log.error({ code: state.fault.code, cause: state.fault.cause }, "zalo-bot");
  else if (state.value.problem) log.warn({ problem: state.value.problem }, "zalo-bot had trouble reaching us");
};
