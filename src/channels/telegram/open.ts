import { alive } from "../alive.ts";
import type { Channel } from "../channel.ts";
import type { OpenChannel } from "../definition.ts";
import { apis } from "./api.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { door } from "./door.ts";
import { groups } from "./groups.ts";
import { listen } from "./listen.ts";
import { outcomeOf } from "./outcome.ts";
import { pressed } from "./pressed.ts";
import { cure, probe } from "./probe.ts";
import { receive } from "./receive.ts";
import { type SendDeps, sender } from "./send.ts";

/** All of it that needs grammY. */
export const open = (deps: SendDeps): OpenChannel => ({ channel: telegram(deps), listen, probe, cure, door });

/** How it receives and sends. */
export const telegram = (deps: SendDeps): Channel => {
  const soon = Math.min(10, deps.timeoutSeconds ?? 10);
  const apiFor = apis(soon);
  return {
    capabilities: telegramCapabilities,
    receive,
    send: sender(deps),
    pressed: pressed(soon),
    gathered: groups(deps.timeoutSeconds ?? 20),
    alive: alive((connection) =>
      apiFor(connection)
        .getMe()
        .then(() => null, outcomeOf),
    ),
  };
};
