import type { Long } from "./measure/long.ts";
import type { Pushed } from "./measure/push.ts";
import type { Load } from "./measure/rounds.ts";
import type { Started } from "./measure/start.ts";
import { number } from "./report.ts";
import type { ServerName } from "./servers.ts";

export type Measured = {
  readonly loads: ReadonlyMap<ServerName, Load>;
  readonly longs: ReadonlyMap<ServerName, Long>;
  readonly start?: Started;
  readonly push?: Pushed;
  readonly search?: { readonly p50: number; readonly p99: number };
};

/** One line of the budgets. `kept` null: nothing to compare with. */
export type Budget = {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly kept: boolean | null;
};

export type Figures = {
  readonly date: string;
  readonly machine: string;
  readonly command: string;
  readonly servers: Readonly<Partial<Record<ServerName, { readonly load: Load; readonly long: Long | undefined }>>>;
  readonly budgets: readonly Budget[];
  readonly raw: Omit<Measured, "loads" | "longs">;
};

/** What was measured, held against what was promised. */
export const figuresOf = (m: Measured, about: Pick<Figures, "date" | "machine" | "command">): Figures => {
  const { loads, longs, ...raw } = m;
  const servers = Object.fromEntries([...loads].map(([name, load]) => [name, { load, long: longs.get(name) }]));
  return { ...about, servers, budgets: [...cpu(loads), ...own(m)], raw };
};

/** Ratios of CPU a turn: they say the same on any machine, absolute times do not. */
const cpu = (loads: Measured["loads"]): Budget[] => {
  const ours = loads.get("ours");
  if (!ours) return [];
  const ratio = (peer: ServerName, named: string, limit: number | null): Budget[] => {
    const other = loads.get(peer);
    if (!other) return [];
    const share = ours.cpuMicros / other.cpuMicros;
    return [
      {
        what: `CPU a turn : ${named}`,
        measured: number(share, 2),
        budget: limit === null ? "–" : `≤ ${limit}`,
        kept: limit === null ? null : share <= limit,
      },
    ];
  };
  return [
    ...ratio("grammy", "grammY + conversations", 0.25),
    ...ratio("telegraf", "Telegraf", 0.75),
    ...ratio("telegraf-reply", "Telegraf in the webhook reply", null),
  ];
};

const own = ({ longs, start, push, search }: Measured): Budget[] => {
  const most = (what: string, value: number | undefined, limit: number, digits: number, unit: string): Budget[] =>
    value === undefined
      ? []
      : [{ what, measured: `${number(value, digits)}${unit}`, budget: `≤ ${limit}${unit}`, kept: value <= limit }];
  return [
    ...most("turn 200 : turn 2 (CPU)", longs.get("ours")?.ratio, 1.1, 2, ""),
    ...most("p99 of a reply during a push", push?.p99, 1000, 0, " ms"),
    ...(push
      ? [
          {
            what: "pace of that push",
            measured: `${number(push.perSecond, 1)}/s`,
            budget: "≤ 30/s",
            kept: push.perSecond <= 30.5,
          },
        ]
      : []),
    ...most("search p99", search?.p99, 3, 2, " ms"),
    ...most("start to ready, empty folder", start?.firstMs, 2000, 0, " ms"),
    ...most("start to ready, database there", start?.againMs, 2000, 0, " ms"),
    ...most("memory when idle", start?.idleMb, 150, 0, " MB"),
  ];
};
