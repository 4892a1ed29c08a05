import { setTimeout as sleep } from "node:timers/promises";
import { type Fault, fault } from "../../errors.ts";
import type { Connection, Received } from "../channel.ts";
import { api, type Reply } from "./api.ts";
import { Event, unwrapped } from "./event.ts";
import { outcomeOf } from "./outcome.ts";
import { read } from "./read.ts";
import { settingsOf } from "./settings.ts";

export type PollingDeps = {
  /** Resolves once what was received is durable. A rejection is tried again: Zalo gives every event once only. */
  readonly submit: (received: Received) => Promise<void>;
  readonly report: (fault: Fault) => void;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Waits some ms, less when aborted; a test gives its own. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/** For development, and a commune without a public address: asks Zalo for events until aborted. Resolves when it has stopped. */
export const poll = async (connection: Connection, deps: PollingDeps): Promise<void> => {
  const settings = settingsOf(connection);
  if (!settings) return deps.report(fault("CONFIG_INVALID", "the connection's settings are incomplete"));
  const { signal, report, now, wait = (ms, s) => sleep(ms, undefined, { signal: s }) } = deps;
  let troubles = 0;
  let free = false;
  const trouble = async (what: Fault): Promise<void> => {
    if (signal.aborted) return;
    troubles += 1;
    report(what);
    await wait(Math.min(60_000, 1_000 * 2 ** (troubles - 1)), signal).catch(() => null);
  };

  while (!signal.aborted) {
    // While a webhook is set Zalo answers no getUpdates.
    const method = free ? "getUpdates" : "deleteWebhook";
    const asked = now();
    const reply = await api(settings, method, free ? { timeout: String(SECONDS) } : {}, (SECONDS + 15) * 1_000, signal);
    if (isQuiet(reply)) {
      troubles = 0;
      // Whoever answers at once without news would be asked thousands of times a minute.
      if (now() - asked < 1_000) await wait(1_000, signal).catch(() => null);
    } else if (reply.kind !== "done") {
      await trouble(faultOf(reply, method));
    } else {
      troubles = 0;
      if (free) await keep(reply.result);
      free = true;
    }
  }

  /** Zalo has forgotten the event already, so it is offered until it is kept, and nothing is asked meanwhile. */
  async function keep(result: unknown): Promise<void> {
    const event = Event.safeParse(unwrapped(result));
    if (!event.success) return report(fault("BODY_UNREADABLE", "getUpdates: no event_name"));
    const received = read(event.data, connection.id, now());
    for (let stored = false; !stored && !signal.aborted; ) {
      stored = await deps.submit(received).then(
        () => true,
        async (error: unknown) => {
          await trouble(
            fault("TURN_FAILED", `an event could not be kept: ${error instanceof Error ? error.name : "unknown"}`),
          );
          return false;
        },
      );
    }
    troubles = 0;
  }
};

/** How long Zalo holds a call without news. */
const SECONDS = 30;

/** Nobody wrote: said as an error 408, with that status or with 200. */
const isQuiet = (reply: Reply): boolean =>
  (reply.kind === "refused" && reply.code === 408) || (reply.kind === "page" && reply.status === 408);

const faultOf = (reply: Exclude<Reply, { kind: "done" }>, method: string): Fault => {
  const { outcome, reason } = outcomeOf(reply);
  return fault(outcome === "unauthorised" ? "SEND_UNAUTHORISED" : "SEND_RETRY", `${method}: ${reason}`);
};
