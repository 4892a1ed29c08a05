import type { Api } from "../api.ts";
import type { Server } from "../servers.ts";
import { median, percentile } from "../stats.ts";

/** One server's figures over the rounds: medians. */
export type Load = {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMicros: number;
  readonly rssMb: number;
};

export type Rounds = { readonly chats: number; readonly rounds: number; readonly seconds: number };

/** The ten-question lesson in a closed loop: every server once, then every server again, so that a slow minute of the machine hits all. */
export const measureRounds = async <Name extends string>(
  api: Api,
  servers: ReadonlyMap<Name, Server>,
  { chats, rounds, seconds }: Rounds,
): Promise<Map<Name, Load>> => {
  const seen = new Map<Name, Load[]>([...servers.keys()].map((name) => [name, []]));
  for (const server of servers.values()) await lesson(api, server, chats, seconds / 2);
  for (let round = 0; round < rounds; round++) {
    for (const [name, server] of servers) seen.get(name)?.push(await lesson(api, server, chats, seconds));
  }
  return new Map([...seen].map(([name, loads]) => [name, middle(loads)]));
};

/** CPU and turns are both counted from the first message to the last answer, also those after the time was up. */
const lesson = async (api: Api, server: Server, chats: number, seconds: number): Promise<Load> => {
  const before = await server.usage();
  const talked = await api.talk({
    target: server.target,
    script: "lesson",
    chats: { from: 1, count: chats },
    ms: seconds * 1000,
  });
  const after = await server.usage();
  return {
    turnsPerSecond: talked.turns / (talked.ms / 1000),
    p50: percentile(talked.latencies, 0.5),
    p99: percentile(talked.latencies, 0.99),
    cpuMicros: (after.cpuMicros - before.cpuMicros) / talked.turns,
    rssMb: after.rss / 1024 / 1024,
  };
};

const middle = (loads: readonly Load[]): Load => {
  const of = (key: keyof Load): number => median(loads.map((l) => l[key]));
  return {
    turnsPerSecond: of("turnsPerSecond"),
    p50: of("p50"),
    p99: of("p99"),
    cpuMicros: of("cpuMicros"),
    rssMb: of("rssMb"),
  };
};
