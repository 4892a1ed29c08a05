import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { loadTaught } from "../../src/app/content.ts";
import type { EdgeLimits } from "../../src/app/http/edge.ts";
import { serve } from "../../src/app/serve.ts";
import { type House, openHouse } from "../../src/app.ts";
import { parseConfig } from "../../src/config.ts";

const root = resolve(import.meta.dirname, "../..");
const taught = loadTaught(root);
if (!taught.ok) throw new Error(taught.fault.cause);

/** The whole house with small limits, listening on loopback when `listen` is asked for, and every route it has. Needs the built pages. */
export const hostileHouse = async (
  env: Readonly<Record<string, string>> = {},
  limits: EdgeLimits = {},
): Promise<HostileHouse> => {
  const dataDir = mkdtempSync(join(tmpdir(), "house-hostile-"));
  const parsed = parseConfig(
    { DATA_DIR: dataDir, COMMUNE: "phu-binh-thai-nguyen", LOG_LEVEL: "silent", ...env },
    taught.value.communes.map((c) => c.code),
  );
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => p.en).join("\n"));
  const lines: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void lines.push(line) });
  const opened = await openHouse(parsed.config, taught.value, log);
  if (!opened.ok) throw new Error(opened.fault.cause);
  const routes: string[] = [];
  const app = await serve(opened.value, join(root, "dist/public"), { ...limits, route: (r) => void routes.push(r) });
  await app.ready();
  return {
    house: opened.value,
    app,
    routes,
    lines,
    dataDir,
    listen: async () => {
      await app.listen({ port: 0, host: "127.0.0.1" });
      const address = app.server.address();
      if (address === null || typeof address === "string") throw new Error("not on a port");
      return address.port;
    },
    close: async () => {
      await app.close();
      await opened.value.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export type HostileHouse = {
  readonly house: House;
  readonly app: FastifyInstance;
  /** "GET /chat" and so on. */
  readonly routes: readonly string[];
  /** What was logged as an error. */
  readonly lines: readonly string[];
  readonly dataDir: string;
  readonly listen: () => Promise<number>;
  readonly close: () => Promise<void>;
};
