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

export type Rounds = {
  readonly chats: number;
  readonly rounds: number;
  readonly seconds: number;
  /** How many turns a server has behind it before anything counts. */
  readonly warmTurns: number;
};

/** The ten-question lesson in a closed loop: every server once, then every server again, so that a slow minute of the machine hits all. */
export const measureRounds = async <Name extends string>(
  api: Api,
  servers: ReadonlyMap<Name, Server>,
  { chats, rounds, seconds, warmTurns }: Rounds,
): Promise<Map<Name, Load>> => {
  const seen = new Map<Name, Load[]>([...servers.keys()].map((name) => [name, []]));
  for (const server of servers.values()) await warmUp(api, server, { chats, seconds, warmTurns });
  for (let round = 0; round < rounds; round++) {
    for (const [name, server] of servers) seen.get(name)?.push(await lesson(api, server, chats, seconds));
  }
  return new Map([...seen].map(([name, loads]) => [name, middle(loads)]));
};

/** By turns, not by time: on a busy machine a slow server would still be compiling when it is measured. At most 15 s. */
const warmUp = async (
  api: Api,
  server: Server,
  { chats, seconds, warmTurns }: Omit<Rounds, "rounds">,
): Promise<void> => {
  const deadline = performance.now() + 15_000;
  let turns = 0;
  while (turns < warmTurns && performance.now() < deadline) {
    turns += (await lesson(api, server, chats, seconds / 6)).turns;
  }
};

/** CPU and turns are both counted from the first message to the last answer, also those after the time was up. */
const lesson = async (api: Api, server: Server, chats: number, seconds: number): Promise<Load & { turns: number }> => {
  const before = await server.usage();
  const talked = await api.talk({
    target: server.target,
    script: "lesson",
    chats: { from: 1, count: chats },
    ms: seconds * 1000,
  });
  const after = await server.usage();
  return {
    turns: talked.turns,
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
