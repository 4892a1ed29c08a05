import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { conclude, root, started } from "./files.ts";

// A package that runs a script when it is installed runs it with the rights of whoever installs. Each is named in
// package.json, under allowScripts, or it does not come in.

export const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ hasInstallScript: z.boolean().optional(), license: z.string().optional() }),
  ),
});
type Lock = z.infer<typeof Lock>;

/** Packages with an install script that nobody allowed, and allowances that nobody needs any more. */
export function installScriptFaults(lock: Lock, allowed: Readonly<Record<string, boolean>>): string[] {
  const scripted = new Set(
    Object.entries(lock.packages).flatMap(([path, entry]) => (entry.hasInstallScript ? [nameOf(path)] : [])),
  );
  return [
    ...[...scripted]
      .filter((name) => !(name in allowed))
      .map((name) => `${name} runs a script when installed and is not in allowScripts of package.json`),
    ...Object.keys(allowed)
      .filter((name) => !scripted.has(name))
      .map((name) => `${name} is in allowScripts but has no install script`),
  ];
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

export const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

if (started(import.meta.filename)) {
  const lock = Lock.parse(readJson("package-lock.json"));
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()).default({}) })
    .parse(readJson("package.json"));
  conclude(
    "check-install-scripts",
    installScriptFaults(lock, allowScripts),
    `${Object.keys(allowScripts).join(", ") || "none"} allowed`,
  );
}
