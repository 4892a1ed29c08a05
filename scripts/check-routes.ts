import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { loadTaught } from "../src/app/content.ts";
import { namedRoutes, rateOf } from "../src/app/http/rate-classes.ts";
import { serve } from "../src/app/serve.ts";
import { openHouse } from "../src/app.ts";
import { parseConfig } from "../src/config.ts";
import { build } from "./build.ts";
import { conclude, root, started } from "./files.ts";

/** Faults of a list of routes against the table: one without a rate class, and a line of the table whose route is gone. */
export const routeFaults = (
  routes: readonly string[],
  named: readonly string[],
  classOf: (method: string, url: string) => string | null,
): readonly string[] => [
  ...routes
    .filter((route) => {
      const [method = "", url = ""] = route.split(" ");
      return classOf(method, url) === null;
    })
    .map((route) => `${route}: no rate class; enter it in src/app/http/rate-classes.ts`),
  ...named
    .filter((route) => !routes.includes(route))
    .map((route) => `${route}: stands in src/app/http/rate-classes.ts, and there is no such route`),
];

/** Every route of the house as it is put together, with nothing listening. */
const allRoutes = async (): Promise<readonly string[]> => {
  const place = mkdtempSync(join(tmpdir(), "routes-"));
  try {
    await build(place, { server: false });
    const taught = loadTaught(root);
    if (!taught.ok) throw new Error(taught.fault.cause);
    const config = parseConfig(
      { DATA_DIR: join(place, "data") },
      taught.value.communes.map((c) => c.code),
    );
    if (!config.ok) throw new Error(config.problems.map((p) => p.en).join("\n"));
    const opened = await openHouse(config.config, taught.value, pino({ level: "silent" }));
    if (!opened.ok) throw new Error(opened.fault.cause);
    const routes: string[] = [];
    const app = await serve(opened.value, join(place, "public"), { route: (name) => void routes.push(name) });
    await app.close();
    await opened.value.close();
    return routes;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

if (started(import.meta.filename)) {
  const routes = await allRoutes();
  conclude("routes", routeFaults(routes, namedRoutes(), rateOf), `${routes.length} routes`);
}
