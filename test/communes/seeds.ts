import { resolve } from "node:path";
import { loadCommunes } from "../../src/communes/load.ts";
import type { Commune } from "../../src/communes/schema.ts";

/** The five communes as they are shipped. */
export const seeds = load();

function load() {
  const loaded = loadCommunes(resolve(import.meta.dirname, "../../seeds/communes"));
  if (!loaded.ok) throw new Error(loaded.fault.cause);
  const get = (code: string): Commune => {
    const commune = loaded.value.find((one) => one.code === code);
    if (!commune) throw new Error(`no commune ${code}`);
    return commune;
  };
  return Object.assign(loaded.value, { get });
}
