import type { OpenChannel } from "../definition.ts";
import { poll } from "./polling.ts";
import { setWebhook } from "./webhook.ts";

/** Zalo calls us where the connection has a secret; else we ask. */
export const listen: NonNullable<OpenChannel["listen"]> = async (connection, { webhook, submit, now, signal, log }) => {
  if (connection.settings.secret === undefined) {
    const report = (fault: { code: string; cause: string }) =>
      log.warn({ code: fault.code, cause: fault.cause }, "zalo-bot");
    void poll(connection, { submit: (received) => submit([received]), now, signal, report });
    return;
  }
  if (!webhook.startsWith("https://")) {
    log.warn("ZALO_BOT: PUBLIC_URL is not https, so the webhook was not registered and no pictures are sent");
    return;
  }
  const state = await setWebhook(connection, webhook);
  if (!state.ok) log.error({ code: state.fault.code, cause: state.fault.cause }, "zalo-bot");
  else if (state.value.problem) log.warn({ problem: state.value.problem }, "zalo-bot had trouble reaching us");
};
