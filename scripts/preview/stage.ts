import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { root as ours } from "../files.ts";

/** Where a file is read together with the house around it: `name` as problems name it. `take` before each reading. */
export type Stage = {
  readonly root: string;
  readonly name: string;
  readonly take: () => void;
  readonly close: () => void;
};

/**
 * A file of this repository stands where it is. A draft from anywhere else is put into a copy of the house, in a
 * temporary folder, in place of the file of the same name if there is one. Null: no kind of file that has a conversation.
 */
export const stageFor = (file: string): Stage | null => {
  const path = resolve(file);
  const name = relative(ours, path).split(sep).join("/");
  if (PLACES.test(name)) return { root: ours, name, take: () => undefined, close: () => undefined };
  const place = placeOf(path);
  if (!path.endsWith(".yaml") || path.endsWith(".test.yaml") || place === null) return null;
  const root = mkdtempSync(join(tmpdir(), "preview-"));
  for (const each of ["flows", "content"]) {
    mkdirSync(join(root, each));
    for (const entry of readdirSync(join(ours, each))) put(each, entry, place, root);
  }
  const staged = `${place}/${basename(path)}`;
  return {
    root,
    name: staged,
    take: () => copyFileSync(path, join(root, staged)),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
};

const PLACES = /^(?:flows|content\/(?:lessons|guides|safety))\/(?!.*\.test\.)[^/]+\.yaml$/u;

/** What will be written to is copied; the rest is only pointed at. */
const put = (folder: string, entry: string, place: string, root: string): void => {
  const path = `${folder}/${entry}`;
  if (path === place || folder === place) cpSync(join(ours, path), join(root, path), { recursive: true });
  else symlinkSync(join(ours, path), join(root, path), "junction");
};

const folders: Readonly<Record<string, string>> = {
  lesson: "content/lessons",
  guide: "content/guides",
  safety: "content/safety",
};

/** By what the file says of itself; where it says nothing yet, by the folder it lies in. */
const placeOf = (path: string): string | null => {
  const text = readFileSync(path, "utf8");
  const kind = /^kind:[ \t]*["']?(\w+)/mu.exec(text)?.[1];
  if (kind !== undefined) return folders[kind] ?? null;
  const beside = Object.values(folders).find((f) => basename(f) === basename(dirname(path)));
  return /^states:/mu.test(text) ? "flows" : (beside ?? null);
};
