import type { OpenChannel } from "../definition.ts";
import { poll } from "./polling.ts";
import { setWebhook } from "./webhook.ts";

/** Telegram calls us where the connection has a secret; else we ask. */
export const listen: NonNullable<OpenChannel["listen"]> = async (connection, { webhook, submit, now, signal, log }) => {
  if (connection.settings.secret === undefined) {
    const report = (fault: { code: string; cause: string }) =>
      log.warn({ code: fault.code, cause: fault.cause }, "telegram");
    void poll(connection, { submit, now, signal, report });
    return;
  }
  if (!webhook.startsWith("https://")) {
    log.warn(
      "TELEGRAM: PUBLIC_URL is not https, so the webhook was not registered; whoever sends updates here must know the address",
    );
    return;
  }
  const state = await setWebhook(connection, webhook);
  if (!state.ok) log.error({ code: state.fault.code, cause: state.fault.cause }, "telegram");
  else if (state.value.problem)
    log.warn({ problem: state.value.problem, pending: state.value.pending }, "telegram had trouble reaching us");
};
