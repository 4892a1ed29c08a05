import { existsSync } from "node:fs";
import type { Verb } from "./verb.ts";

/** `backup FILE`: a whole copy of the database while the house goes on working. */
export const backup: Verb = {
  usage: "backup FILE",
  says: "copy the database into FILE, also while the server runs",
  run: async ({ words, house }) => {
    const [file] = words;
    if (!file) return { fault: "backup needs a FILE to write" };
    if (existsSync(file)) return { fault: `${file} exists already; a backup never overwrites` };
    const open = await house();
    const bytes = await open.store.backup(file);
    return { value: { file, bytes }, lines: [`${file}: ${bytes} bytes`] };
  },
};
