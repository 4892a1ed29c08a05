import type { House } from "../app.ts";
import type { Received } from "../channels/channel.ts";
import { poll, setWebhook } from "../channels/telegram/index.ts";
import { afterwards, keptAll } from "./webhooks.ts";

/** Opens the way for Telegram's updates: its webhook, or our polling. What goes wrong is said once and does not stop the house. */
export const startTelegram = async (house: House, signal: AbortSignal): Promise<void> => {
  const { config, log } = house;
  const found = house.connection("telegram", "default");
  if (!config.telegram || !found) return;
  if (config.telegram.mode === "polling") {
    const submit = async (received: readonly Received[]): Promise<void> => {
      // Not kept: rejecting leaves the offset where it is, and Telegram gives them again.
      if (!(await keptAll(received.flatMap((r) => r.inbounds).map(house.inbox.submit)))) throw new Error("not kept");
      for (const r of received) afterwards(found, r, (fault) => log.warn(fault, "a group was not told"));
    };
    void poll(found.connection, {
      submit,
      now: house.now,
      signal,
      report: (fault) => log.warn({ code: fault.code, cause: fault.cause }, "telegram"),
    });
    return;
  }
  if (!config.publicUrl.startsWith("https://")) {
    log.warn(
      "TELEGRAM: PUBLIC_URL is not https, so the webhook was not registered; whoever sends updates here must know the address",
    );
    return;
  }
  const state = await setWebhook(found.connection, `${config.publicUrl}/webhooks/telegram/default`);
  if (!state.ok) log.error({ code: state.fault.code, cause: state.fault.cause }, "telegram");
  else if (state.value.problem)
    log.warn({ problem: state.value.problem, pending: state.value.pending }, "telegram had trouble reaching us");
};
