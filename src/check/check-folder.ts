import { type LoadedLibrary, loadLibrary } from "../content/library.ts";
import type { Problem } from "../content/problem.ts";
import type { KnownYaml } from "../kit/known-yaml.ts";
import { check } from "./check.ts";

export type CheckFolder = typeof checkFolder;

type Terms = { readonly today: string; readonly known?: KnownYaml; readonly files?: readonly string[] | undefined };

/** Reads and checks what lies under a root. What could not be read is told together with what is wrong with the rest. */
export const checkFolder = (root: string, { known, ...terms }: Terms): readonly Problem[] =>
  checkLoaded(loadLibrary(root, known), terms);

/** The same of what is read already. */
export const checkLoaded = (loaded: LoadedLibrary, { today, files }: Omit<Terms, "known">): readonly Problem[] => {
  if (loaded.ok) return check(loaded.library, { today, files });
  const unreadable = loaded.problems.filter((p) => files === undefined || files.includes(p.file));
  return [...unreadable, ...ofTheRest(() => check(loaded.sound(), { today, files, unread: loaded.unread }))];
};

/** Rules walk through the house as a person would; without a file they need they may not get through, and the reason is told already. */
const ofTheRest = (look: () => readonly Problem[]): readonly Problem[] => {
  try {
    return look();
  } catch {
    return [];
  }
};
