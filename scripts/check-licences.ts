import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Lock, nameOf, readJson } from "./check-install-scripts.ts";
import { conclude, root, started } from "./files.ts";

// A public authority must be free to use, change and pass on the whole. Permissive licences, and weak copyleft on files
// we use unchanged, allow that; anything else stops here and needs a decision.

const ALLOWED = new Set([
  ...[
    "MIT",
    "MIT-0",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "Zlib",
    "Unlicense",
    "CC0-1.0",
    "Python-2.0",
  ],
  ...["OFL-1.1", "CC-BY-4.0"], // fonts and data, with their licence beside them
]);
/** Allowed, but printed: to be used unchanged, or its changed files published. */
const UNCHANGED = new Set(["MPL-2.0"]);

/** Packages that state no licence of their own, with that of the project they are published from. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = {
  "@openclaw/zalo": "MIT", // https://github.com/openclaw/openclaw/blob/main/LICENSE; tests only, not shipped
};

/** What an SPDX expression comes to: of `A OR B` the best for us, of `A AND B` the worst. */
export function judge(licence: string): "allowed" | "unchanged" | "refused" {
  const grades = ["allowed", "unchanged", "refused"] as const;
  const gradeOf = (id: string) => (ALLOWED.has(id) ? 0 : UNCHANGED.has(id) ? 1 : 2);
  const bare = licence.replace(/[()]/g, "");
  // Mixed expressions would need brackets to be kept; none of ours has them, so one is refused until somebody looks.
  if (/ AND /.test(bare) && / OR /.test(bare)) return "refused";
  const each = bare.split(/ AND | OR /).map((id) => gradeOf(id.trim()));
  return grades[/ OR /.test(bare) ? Math.min(...each) : Math.max(...each)] ?? "refused";
}

const Manifest = z.object({ license: z.string().optional() });

if (started(import.meta.filename)) {
  const faults: string[] = [];
  const counts = new Map<string, string[]>();
  for (const [path, entry] of Object.entries(Lock.parse(readJson("package-lock.json")).packages)) {
    if (path === "") continue;
    const installed = existsSync(join(root, path, "package.json"))
      ? Manifest.safeParse(readJson(join(path, "package.json"))).data?.license
      : undefined;
    const licence = installed ?? entry.license ?? STATED_ELSEWHERE[nameOf(path)] ?? "no licence";
    counts.set(licence, [...(counts.get(licence) ?? []), nameOf(path)]);
  }
  for (const [licence, names] of [...counts].sort(([, a], [, b]) => b.length - a.length)) {
    const verdict = judge(licence);
    if (verdict === "unchanged") console.log(`${licence}, used unchanged: ${[...new Set(names)].sort().join(", ")}`);
    if (verdict === "refused")
      faults.push(...names.map((name) => `${name}: ${licence} is not in the list of scripts/check-licences.ts`));
  }
  const packages = [...counts.values()].reduce((sum, names) => sum + names.length, 0);
  conclude("check-licences", faults, `${packages} packages, ${counts.size} licences`);
}
