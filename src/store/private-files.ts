import { chmodSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The folder of the data and everything in it belong to who runs the program and to nobody else: what was made before is
 * tightened, and what this process makes from now on (database, log of writes, keys, backups wherever they go) is made so,
 * whatever the umask of the shell or the service was.
 */
export const makePrivate = (folder: string): void => {
  process.umask(0o077);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  tighten(folder);
};

const tighten = (path: string): void => {
  // A link leads to what somebody else may need.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink()) return;
  const wanted = found.isDirectory() ? 0o700 : 0o600;
  try {
    if ((found.mode & 0o777) !== wanted) chmodSync(path, wanted);
    if (found.isDirectory()) for (const name of readdirSync(path)) tighten(join(path, name));
  } catch (error) {
    // Of another user, or gone in between: not ours to change.
    if (!(error instanceof Error && "code" in error && /^(EPERM|EACCES|ENOENT)$/.test(String(error.code)))) throw error;
  }
};
