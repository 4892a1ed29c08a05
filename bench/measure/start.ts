import { setTimeout as sleep } from "node:timers/promises";
import { type Start, startServer } from "../servers.ts";
import { median } from "../stats.ts";

/** Of our server: from nothing (migrations, five communes), with its database there, and its memory when nobody writes. */
export type Started = {
  readonly firstMs: number;
  readonly againMs: number;
  /** Of the process, user and system: on a busy machine the clock says nothing. */
  readonly firstCpuMs: number;
  readonly againCpuMs: number;
  readonly idleMb: number;
};

export const measureStart = async (start: Start, again: number, idleSeconds: number): Promise<Started> => {
  const first = await startServer(start);
  const firstCpuMs = (await first.usage()).cpuMicros / 1000;
  await first.child.stop();
  const times: number[] = [];
  const cpu: number[] = [];
  let idleMb = Number.NaN;
  for (let i = 0; i < again; i++) {
    const server = await startServer(start);
    times.push(server.readyMs);
    cpu.push((await server.usage()).cpuMicros / 1000);
    if (i + 1 === again) {
      await sleep(idleSeconds * 1000);
      idleMb = (await server.usage()).rss / 1024 / 1024;
    }
    await server.child.stop();
  }
  return { firstMs: first.readyMs, againMs: median(times), firstCpuMs, againCpuMs: median(cpu), idleMb };
};
