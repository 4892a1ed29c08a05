import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the sources are like now: names, sizes and times. The build notes it, so that what was built can be told from what is old. */
export const sourcesNow = (root) =>
  [join(root, "package-lock.json"), ...filesIn(join(root, "src"))]
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file.slice(root.length)} ${size} ${mtimeMs}`;
    })
    .join("\n");

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
