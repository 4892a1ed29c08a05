import { Api } from "grammy";
import type { Connection } from "../channel.ts";
import { fetch } from "./fetch.ts";

/** grammY's client for one connection. `seconds` is how long an answer may take before the call counts as lost. */
export const apiOf = ({ settings }: Connection, seconds: number): Api =>
  new Api(settings.token ?? "", {
    fetch,
    timeoutSeconds: seconds,
    ...(settings.apiRoot ? { apiRoot: settings.apiRoot.replace(/(?<!\/)\/+$/, "") } : {}),
  });

/** One client per connection, made anew when its settings change. A province has a hundred. */
export const apis = (seconds: number): ((connection: Connection) => Api) => {
  const known = new Map<string, { settings: string; api: Api }>();
  return (connection) => {
    const settings = `${connection.settings.token} ${connection.settings.apiRoot}`;
    const found = known.get(connection.id);
    if (found?.settings === settings) return found.api;
    const api = apiOf(connection, seconds);
    known.set(connection.id, { settings, api });
    return api;
  };
};
