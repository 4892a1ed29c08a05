import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.ts";

// `npm run check`: everything that can be said about the house without running it. All of it runs, also after a fault, so
// that one run tells everything; `npm run check sql size` runs only those whose name has one of the words.

const bin = (name: string, ...args: string[]): readonly string[] => [join(root, "node_modules/.bin", name), ...args];
const script = (file: string, ...args: string[]): readonly string[] => [
  process.execPath,
  "--import",
  "tsx",
  join(root, "scripts", file),
  ...args,
];

const checks: readonly (readonly [name: string, command: readonly string[]])[] = [
  ["format and lint", bin("biome", "ci", ".")],
  ["types", bin("tsc", "--noEmit", "-p", ".")],
  ["walls", bin("depcruise", "src")],
  ["dead code", bin("knip")],
  ["tables", script("tables.ts", "--check")],
  ["docs/errors.md", script("docs-errors.ts", "--check")],
  ["docs/content.md", script("docs-content.ts", "--check")],
  ["docs/facts.md", script("docs-facts.ts", "--check")],
  ...readdirSync(join(root, "scripts"))
    .filter((file) => /^check-.*\.ts$/.test(file))
    .sort()
    .map((file) => [file.replace(/^check-|\.ts$/g, ""), script(file)] as const),
];

const words = process.argv.slice(2);
const chosen = checks.filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
const failed = chosen.filter(([name, [command = "", ...args]]) => {
  console.log(`\n— ${name}`);
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status !== 0;
});

console.log(
  failed.length === 0
    ? `\ncheck: all ${chosen.length} hold.`
    : `\ncheck: ${failed.length} of ${chosen.length} do not hold: ${failed.map(([name]) => name).join(", ")}.`,
);
process.exit(failed.length === 0 ? 0 : 1);
