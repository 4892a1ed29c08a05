import { join } from "node:path";
import { loadCommunes } from "../communes/load.ts";
import type { Commune } from "../communes/schema.ts";
import { type Library, loadLibrary } from "../content/library.ts";
import { fault } from "../errors.ts";
import { knownYaml } from "../kit/known-yaml.ts";
import { fail, ok, type Result } from "../kit/result.ts";

/** What is taught and for whom: everything that comes with the program and not from a database. */
export type Taught = { readonly library: Library; readonly communes: readonly Commune[] };

/** Reads content and seeds under a root. One line per fault in `cause`, all of them at once. */
export const loadTaught = (root: string): Result<Taught> => {
  const known = knownYaml(join(root, "dist/known-yaml.json"));
  const communes = loadCommunes(join(root, "seeds/communes"), known);
  if (!communes.ok) return communes;
  const loaded = loadLibrary(root, known);
  if (!loaded.ok)
    return fail(fault("FLOW_INVALID", loaded.problems.map((p) => `${p.file}:${p.line}: ${p.says.vi}`).join("\n")));
  // Only the checker asks where something was written; here the texts of all files would stay in memory for nobody.
  return ok({ library: { ...loaded.library, files: new Map() }, communes: communes.value });
};
