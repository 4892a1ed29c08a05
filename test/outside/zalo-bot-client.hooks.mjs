// The client is a part of a larger program that need not be installed to send a message: what it imports of it is
// answered here. Only what a call of the Bot API touches does something; everything else is there by name.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HOST = "openclaw/";

const alive = `
export const resolveTimerTimeoutMs = (ms, otherwise) => ms ?? otherwise;
export const assertOkOrThrowProviderError = async (response, what) => { if (!response.ok) throw new Error(what + ": HTTP " + response.status); };
export const readProviderJsonResponse = (response) => response.json();
export const resolvePinnedHostnameWithPolicy = async () => ({});
export const normalizeNullableString = (value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
export const createChannelIngressError = (name) => class extends Error { name = name; };
export const createChannelIngressMonitor = ({ inspect, deliver, payload: { version } }) => ({
  admit: (rawEvent) => deliver(rawEvent, {}, { id: inspect(rawEvent).eventId, payload: { version, rawEvent } }),
});
export const bindIngressLifecycleToReplyOptions = (lifecycle) => ({ turnAdoptionLifecycle: lifecycle });
const nothing = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => "" : nothing), apply: () => nothing, construct: () => nothing });
`;
const living = new Set([...alive.matchAll(/export const (\w+)/g)].map(([, name]) => name));
let source = alive;

/** `client`: the folder of its scripts. */
export const initialize = (client) => {
  const named = readdirSync(client, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => readFileSync(join(client, file), "utf8"))
    .flatMap((text) => [...text.matchAll(/(?:import|export) \{([^}]*)\} from "openclaw\//g)])
    .flatMap(([, names]) => names.split(",").map((name) => name.trim().split(" as ")[0]));
  source += [...new Set(named)]
    .filter((name) => name && !living.has(name))
    .map((name) => `export const ${name} = nothing;`)
    .join("\n");
};

export const resolve = (specifier, context, next) =>
  specifier.startsWith(HOST) ? { url: `host:${specifier}`, shortCircuit: true } : next(specifier, context);

export const load = (url, context, next) =>
  url.startsWith("host:") ? { format: "module", source, shortCircuit: true } : next(url, context);
