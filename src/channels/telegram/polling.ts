import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import { type Fault, fault } from "../../errors.ts";
import type { Connection, Received } from "../channel.ts";
import { apiOf } from "./api.ts";
import { allowedUpdates } from "./kinds.ts";
import { outcomeOf } from "./outcome.ts";
import { read } from "./read.ts";
import { Update } from "./update.ts";

export type PollingDeps = {
  /** Resolves once everything received is durable. Only then is Telegram told to forget it. */
  readonly submit: (received: readonly Received[]) => Promise<void>;
  readonly report: (fault: Fault) => void;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Waits some ms, less when aborted; a test gives its own. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/** For a commune without a public address: asks Telegram for updates until aborted. Resolves when it has stopped. */
export const poll = async (connection: Connection, deps: PollingDeps): Promise<void> => {
  const { signal, wait = (ms, s) => sleep(ms, undefined, { signal: s }) } = deps;
  const api = apiOf(connection, SECONDS + 15);
  let offset = 0;
  let troubles = 0;
  let first = true;
  while (!signal.aborted) {
    try {
      // While a webhook is set Telegram refuses getUpdates. What waits there is kept: those people wrote too.
      if (first) await api.deleteWebhook({}, signal as GrammySignal);
      first = false;
      offset = await once(api, connection, offset, deps);
      troubles = 0;
    } catch (error) {
      if (signal.aborted) return;
      troubles += 1;
      deps.report(faultOf(error));
      await wait(Math.min(60_000, 1_000 * 2 ** (troubles - 1)), signal).catch(() => null);
    }
  }
};

/** How long Telegram holds a call without news. */
const SECONDS = 30;

// grammY types its signal by a polyfill; it uses only `aborted` and the two listener methods, which every AbortSignal has.
type GrammySignal = NonNullable<Parameters<Api["getUpdates"]>[1]>;

const once = async (
  api: Api,
  connection: Connection,
  offset: number,
  { submit, now, signal }: PollingDeps,
): Promise<number> => {
  const ask = { offset, limit: 100, timeout: SECONDS, allowed_updates: [...allowedUpdates] };
  const updates: unknown[] = await api.getUpdates(ask, signal as GrammySignal);
  const known = updates.flatMap((u) => Update.safeParse(u).data ?? []);
  if (known.length === 0) return offset;
  const received = known.map((u) => read(u, connection.id, now()));
  await submit(received);
  for (const { acknowledge } of received) stopTheWheel(api, acknowledge);
  return Math.max(...known.map((u) => u.update_id)) + 1;
};

/** Without a webhook there is no answer to put the method into, so it is called. It only stops a wheel turning: a failure is nothing. */
const stopTheWheel = (api: Api, acknowledge: unknown): void => {
  if (typeof acknowledge !== "object" || acknowledge === null || !("callback_query_id" in acknowledge)) return;
  api.answerCallbackQuery(String(acknowledge.callback_query_id)).catch(() => null);
};

const faultOf = (error: unknown): Fault => {
  try {
    const failed = outcomeOf(error);
    return fault(
      failed.outcome === "unauthorised" ? "SEND_UNAUTHORISED" : "SEND_RETRY",
      `getUpdates: ${failed.reason}`,
    );
  } catch {
    // Not of the network: what was received could not be kept. It was not confirmed, so Telegram gives it again.
    return fault("TURN_FAILED", `updates could not be kept: ${error instanceof Error ? error.name : "unknown"}`);
  }
};
