import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { sourcesNow } from "./sources.js";
import "./env-file.js";

// The built command line starts a second sooner; it is taken while it is what the sources are, and never an older one.
const root = resolve(import.meta.dirname, "..");
const note = join(root, "dist/sources.txt");
if (existsSync(note) && readFileSync(note, "utf8") === sourcesNow(root)) await import("../dist/cli.js");
else {
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(root, "src/cli.ts")).href);
}
