import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pino from "pino";
import type { HouseChannel } from "../../src/app/channels.ts";
import { loadTaught } from "../../src/app/content.ts";
import { serve } from "../../src/app/serve.ts";
import { type House, openHouse } from "../../src/app.ts";
import { allChannels } from "../../src/channels/all.ts";
import { parseConfig } from "../../src/config.ts";
import type { Clock } from "../../src/delivery/clock.ts";
import { cleaned } from "../../src/people/clean.ts";
import { monday } from "../universe.ts";

const root = resolve(import.meta.dirname, "../..");
const taught = loadTaught(root);
if (!taught.ok) throw new Error(taught.fault.cause);

/**
 * A clock that began on a Monday at nine in Viet Nam, so that no test depends on the hour it is run at. `skip` jumps;
 * `leap` jumps as well, and whatever was set for a moment until then comes at once.
 */
export const mondayClock = (): Clock & Readonly<Record<"skip" | "leap", (ms: number) => void>> => {
  let offset = monday - Date.now();
  let skipped = 0;
  const waiting = new Map<NodeJS.Timeout, { readonly at: number; readonly run: () => void }>();
  const steady = () => performance.now() + skipped;
  const skip = (ms: number): void => {
    offset += ms;
    skipped += ms;
  };
  return {
    now: () => Date.now() + offset,
    steady,
    after: (ms, run) => {
      const once = (): void => {
        waiting.delete(timer);
        run();
      };
      const timer = setTimeout(once, Math.max(0, Math.min(ms, 2_000_000_000)));
      waiting.set(timer, { at: steady() + ms, run: once });
      return () => {
        waiting.delete(timer);
        clearTimeout(timer);
      };
    },
    skip,
    leap: (ms) => {
      skip(ms);
      for (const [timer, { at, run }] of [...waiting])
        if (at <= steady()) {
          clearTimeout(timer);
          run();
        }
    },
  };
};

export type RunningHouse = {
  readonly house: House;
  readonly url: string;
  readonly clock: ReturnType<typeof mondayClock>;
  readonly close: () => Promise<void>;
};

/** The whole house on a new database in a folder of its own, listening on loopback. Needs the built pages (`npm run build`). */
export const startHouse = async (
  env: Readonly<Record<string, string>> = {},
  channels: readonly HouseChannel[] = allChannels,
): Promise<RunningHouse> => {
  const dataDir = mkdtempSync(join(tmpdir(), "house-"));
  const parsed = parseConfig(
    { DATA_DIR: dataDir, COMMUNE: "phu-binh-thai-nguyen", LOG_LEVEL: "silent", ...env },
    taught.value.communes.map((c) => c.code),
    channels,
  );
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => p.en).join("\n"));
  const clock = mondayClock();
  const opened = await openHouse(parsed.config, taught.value, pino({ level: "silent" }), clock, "server", channels);
  if (!opened.ok) throw new Error(opened.fault.cause);
  const house = opened.value;
  const app = await serve(house, join(root, "dist/public"));
  await app.listen({ port: 0, host: "127.0.0.1" });
  await house.run();
  // Fastify listens on TCP, so the address is an AddressInfo.
  const { port } = app.server.address() as AddressInfo;
  return {
    house,
    url: `http://127.0.0.1:${port}`,
    clock,
    close: async () => {
      await app.close();
      await house.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** Sample villages as staff would enter them. */
export const addVillages = async (house: House, commune = "phu-binh-thai-nguyen"): Promise<void> => {
  for (const n of [1, 2])
    await house.desk.addVillage(
      commune,
      { id: `mau-${n}`, name: cleaned(`Xóm Mẫu ${n}`), code: `XOM${n}` },
      { staff: "test", at: house.now() },
    );
};
