import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Hashed } from "./files.ts";

/**
 * What a check looks at, as one word: the same word means the same answer. The day counts, because review dates run
 * out by themselves; so does Node, because it runs the checks.
 */
export const stateOf = (
  name: string,
  files: readonly Hashed[],
  { day, node }: { readonly day: string; readonly node: string },
): string => {
  const looks = looksAt[name];
  const hash = createHash("sha256").update(`${name}\n${day}\n${node}\n`);
  for (const { path, hash: of } of files) if (!looks || looks.test(path)) hash.update(`${path} ${of}\n`);
  return hash.digest("base64url");
};

/** The slow ones whose files are known for certain. Every other check looks at all of the repository. */
const looksAt: Readonly<Record<string, RegExp>> = {
  content: /^(content|flows|seeds|assets|src|scripts)\/|^package(-lock)?\.json$|^tsconfig/,
  types: /\.(tsx?|json)$|^\.?[^/]*config/,
  walls: /^src\/|^\.dependency-cruiser|^package(-lock)?\.json$|^tsconfig/,
};

/** What held before, by check; empty where nothing was noted, or somebody wrote into it. */
export const readHeld = (file: string): Readonly<Record<string, string>> => {
  try {
    const noted: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof noted === "object" && noted !== null
      ? Object.fromEntries(Object.entries(noted).filter((e): e is [string, string] => typeof e[1] === "string"))
      : {};
  } catch {
    return {};
  }
};

export const writeHeld = (file: string, held: Readonly<Record<string, string>>): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(held, null, 1));
};
