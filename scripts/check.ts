import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hashedFiles, root } from "./files.ts";
import { readHeld, stateOf, writeHeld } from "./held.ts";

// `npm run check`: everything that can be said about the house without running it. All of it runs, also after a fault, so
// that one run tells everything; `npm run check sql size` runs only those whose name has one of the words. What held is not
// looked at again while nothing it looks at has changed; `npm run check -- --anew` looks at everything.

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
  ["docs/hinh", script("docs-drawings.ts", "--check")],
  ...readdirSync(join(root, "scripts"))
    .filter((file) => /^check-.*\.ts$/.test(file))
    .sort()
    .map((file) => [file.replace(/^check-|\.ts$/g, ""), script(file)] as const),
];

const anew = process.argv.includes("--anew");
const words = process.argv.slice(2).filter((word) => word !== "--anew");
const chosen = checks.filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
const noted = join(root, "node_modules/.cache/checks-held.json");
const held = { ...(anew ? {} : readHeld(noted)) };
const day = new Date().toISOString().slice(0, 10);
const all = hashedFiles();
const failed = chosen.filter(([name, [command = "", ...args]]) => {
  const state = stateOf(name, all, { day, node: process.version });
  if (held[name] === state) {
    console.log(`\n— ${name}: held, and nothing it looks at has changed`);
    return false;
  }
  console.log(`\n— ${name}`);
  const fails = spawnSync(command, args, { cwd: root, stdio: "inherit" }).status !== 0;
  if (fails) delete held[name];
  else held[name] = state;
  // At once, so that a run somebody ends keeps what it has.
  writeHeld(noted, held);
  return fails;
});

console.log(
  failed.length === 0
    ? `\ncheck: all ${chosen.length} hold.`
    : `\ncheck: ${failed.length} of ${chosen.length} do not hold: ${failed.map(([name]) => name).join(", ")}.`,
);
process.exit(failed.length === 0 ? 0 : 1);
