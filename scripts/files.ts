import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

/** A file of the repository: its path from the root, and its words (null for pictures, fonts and the like). */
export type SourceFile = { readonly path: string; readonly text: string | null };

/** All files that are, or are about to be, in the repository, under one of `rooms` (or everywhere). */
export function files(...rooms: string[]): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...rooms], {
    cwd: root,
    encoding: "utf8",
  });
  return [...new Set(listed.split("\0"))].filter(Boolean).flatMap((path) => read(path) ?? []);
}

/** Ends a check: every fault on a line of its own, then the closing line, then the exit code. */
export function conclude(check: string, faults: readonly string[], looked: string): never {
  for (const line of faults) console.error(line);
  console.log(`${check}: ${looked}, ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`);
  process.exit(faults.length === 0 ? 0 : 1);
}

/** True when the file was started by itself and not imported by a test. */
export const started = (filename: string): boolean =>
  process.argv[1] !== undefined && resolve(process.argv[1]) === filename;

/** A file that was deleted but not yet committed is not there. */
const read = (path: string): SourceFile | undefined => {
  try {
    const bytes = readFileSync(join(root, path));
    return { path, text: bytes.includes(0) ? null : bytes.toString("utf8") };
  } catch {
    return undefined;
  }
};
