import type { Channel } from "../channel.ts";
import { api } from "./api.ts";
import type { ZaloDeps } from "./deps.ts";
import { settingsOf } from "./settings.ts";
import type { Tokens } from "./tokens.ts";

/** Whether Zalo answers: reading the OA's own name changes nothing and reaches nobody. That it refuses us is an answer too. */
export const alive =
  (deps: Pick<ZaloDeps, "timeoutMs">, held: Tokens): NonNullable<Channel["alive"]> =>
  async (connection) => {
    const settings = settingsOf(connection);
    const token = await held.current(connection);
    // Without a token the message itself says so, to whoever can cure it; only a token address that is silent is waited for.
    if (!settings || !token.ok) return token.ok || token.fault.code !== "SEND_RETRY";
    const timeoutMs = Math.min(10_000, deps.timeoutMs ?? 10_000);
    const { kind } = await api(settings.apiRoot, "/v2.0/oa/getoa", token.value, { method: "GET", timeoutMs });
    return kind === "done" || kind === "refused";
  };
