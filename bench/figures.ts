import type { FirstView } from "./measure/first-view.ts";
import type { Long } from "./measure/long.ts";
import type { Pictured } from "./measure/pictures.ts";
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
  readonly pictures?: Pictured;
  readonly firstView?: FirstView;
  readonly search?: { readonly p50: number; readonly p99: number };
};

/** One line of the budgets. */
export type Budget = {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly kept: boolean;
};

export type Figures = {
  readonly date: string;
  readonly machine: string;
  readonly command: string;
  readonly servers: Readonly<Partial<Record<ServerName, { readonly load: Load; readonly long: Long }>>>;
  readonly budgets: readonly Budget[];
  readonly raw: Omit<Measured, "loads" | "longs">;
};

/** What was measured, held against what was promised. */
export const figuresOf = (m: Measured, about: Pick<Figures, "date" | "machine" | "command">): Figures => {
  const { loads, longs, ...raw } = m;
  const servers = Object.fromEntries(
    [...loads].map(([name, load]) => [name, { load, long: longs.get(name) ?? unwalked }]),
  );
  return { ...about, servers, budgets: [...cpu(loads), ...own(m)], raw };
};

const unwalked: Long = { early: Number.NaN, late: Number.NaN, ratio: Number.NaN };

/** Ratios of CPU a turn: they say the same on any machine, absolute times do not. */
const cpu = (loads: Measured["loads"]): Budget[] => {
  const ours = loads.get("ours");
  const against = (peer: ServerName, named: string, limit: number): Budget[] => {
    const other = loads.get(peer);
    if (!ours || !other) return [];
    const share = ours.cpuMicros / other.cpuMicros;
    return [{ what: `CPU a turn : ${named}`, measured: number(share, 2), budget: `≤ ${limit}`, kept: share <= limit }];
  };
  return [...against("grammy", "grammY + conversations", 0.25), ...against("telegraf", "Telegraf", 0.75)];
};

const own = ({ longs, start, push, search, pictures, firstView }: Measured): Budget[] => {
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
            budget: "30/s",
            kept: push.perSecond < 31,
          },
        ]
      : []),
    ...most("/healthz p99, pictures : idle", times(pictures?.health), 2, 2, ""),
    ...most("chat turn p99, pictures : idle", times(pictures?.turn), 2, 2, ""),
    ...most("search p99", search?.p99, 3, 2, " ms"),
    ...most("CPU to ready, empty folder", start?.firstCpuMs, 2000, 0, " ms"),
    ...most("CPU to ready, database there", start?.againCpuMs, 2000, 0, " ms"),
    ...most("first view, compressed", firstView?.kilobytes, 60, 1, " KB"),
    ...most("first button on slow 3G, CPU a quarter", firstView?.firstButtonMs, 3000, 0, " ms"),
    ...most("memory when idle", start?.idleMb, 150, 0, " MB"),
  ];
};

const times = (beside: { readonly idle: number; readonly busy: number } | undefined): number | undefined =>
  beside && beside.busy / beside.idle;
