import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

/** A file of the repository: its path from the root, and its words (null for pictures, fonts and the like). */
export type SourceFile = { readonly path: string; readonly text: string | null };

/** All files that are, or are about to be, in the repository, under one of `rooms` (or everywhere). */
export function files(...rooms: string[]): SourceFile[] {
  return listed(rooms).flatMap((path) => read(path) ?? []);
}

const listed = (rooms: readonly string[]): readonly string[] => {
  const all = existsSync(join(root, ".git")) ? listedByGit(rooms) : walked(root).filter((path) => isUnder(path, rooms));
  return [...new Set(all)].filter(Boolean);
};

const listedByGit = (rooms: readonly string[]): readonly string[] =>
  execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...rooms], {
    cwd: root,
    encoding: "utf8",
  }).split("\0");

/** What git would list, where the repository was unpacked from an archive: every file that .gitignore does not name. */
export function walked(folder: string): readonly string[] {
  const list = join(folder, ".gitignore");
  const ignored = ignoredBy(existsSync(list) ? readFileSync(list, "utf8") : "");
  const walk = (under: string): readonly string[] =>
    readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (ignored(path, entry.isDirectory())) return [];
      return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
    });
  return walk("").toSorted();
}

/** Whether a path is named by the lines of a .gitignore; a line that this cannot read ends the check instead of listing too much. */
const ignoredBy = (text: string): ((path: string, folder: boolean) => boolean) => {
  const lines = text.split("\n").map((line) => line.trim());
  const patterns = [".git", ...lines.filter((line) => line !== "" && !line.startsWith("#"))].map((line) => {
    if (/[!?[\]\\]|\*\*/.test(line)) throw new Error(`.gitignore: "${line}" is not understood without git`);
    const name = line.replace(/^\/|\/$/g, "");
    const from = /\/./.test(line) ? "^" : "(?:^|/)";
    return {
      folders: line.endsWith("/"),
      path: new RegExp(`${from}${name.replace(/[.+^${}()|]/g, "\\$&").replaceAll("*", "[^/]*")}$`),
    };
  });
  return (path, folder) => patterns.some((p) => (folder || !p.folders) && p.path.test(path));
};

const isUnder = (path: string, rooms: readonly string[]): boolean =>
  rooms.length === 0 || rooms.some((room) => path === room || path.startsWith(`${room.replace(/\/$/, "")}/`));

/** A file with the hash of its bytes. */
export type Hashed = { readonly path: string; readonly hash: string };

/** All files of the repository, told apart by what is in them. */
export const hashedFiles = (): readonly Hashed[] =>
  listed([]).flatMap((path) => {
    const bytes = bytesOf(path);
    return bytes ? [{ path, hash: createHash("sha256").update(bytes).digest("base64url") }] : [];
  });

/** Ends a check: every fault on a line of its own, then the closing line, then the exit code. */
export function conclude(check: string, faults: readonly string[], looked: string): never {
  for (const line of faults) console.error(line);
  console.log(`${check}: ${looked}, ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`);
  process.exit(faults.length === 0 ? 0 : 1);
}

/** True when the file was started by itself and not imported by a test. */
export const started = (filename: string): boolean =>
  process.argv[1] !== undefined && resolve(process.argv[1]) === filename;

const read = (path: string): SourceFile | undefined => {
  const bytes = bytesOf(path);
  return bytes && { path, text: bytes.includes(0) ? null : bytes.toString("utf8") };
};

/** A file that was deleted but not yet committed is not there; a link to a folder is none. */
const bytesOf = (path: string): Buffer | undefined => {
  try {
    return readFileSync(join(root, path));
  } catch {
    return undefined;
  }
};
