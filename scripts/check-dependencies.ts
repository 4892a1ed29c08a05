import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "./check-install-scripts.ts";
import { conclude, root, started } from "./files.ts";

// Every package we stand on has one line in docs/decisions/0005-dependencies.md that says why.

const Names = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  dependencies: Names,
  devDependencies: Names,
  optionalDependencies: Names,
  overrides: Names,
});

/** Packages without a line of reason, and lines about packages that are gone. A line begins with "| `name` |" and has its reason in the next cell. */
export function dependencyFaults(names: readonly string[], decision: string): string[] {
  const reasons = new Map(
    [...decision.matchAll(/^\| `([^`]+)` \| *([^|]*?) *\|/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
  return [
    ...names
      .filter((name) => (reasons.get(name) ?? "").length < 15)
      .map((name) => `${name}: docs/decisions/0005-dependencies.md does not say why it is here`),
    ...[...reasons.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: explained in docs/decisions/0005-dependencies.md, but not in package.json`),
  ];
}

if (started(import.meta.filename)) {
  const { dependencies, devDependencies, optionalDependencies, overrides } = Manifest.parse(readJson("package.json"));
  const names = [...new Set([dependencies, devDependencies, optionalDependencies, overrides].flatMap(Object.keys))];
  const decision = readFileSync(join(root, "docs/decisions/0005-dependencies.md"), "utf8");
  conclude("check-dependencies", dependencyFaults(names, decision), `${names.length} packages`);
}
