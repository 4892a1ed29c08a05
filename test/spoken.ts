import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readSpoken } from "../src/content/spoken.ts";
import { readYaml } from "../src/content/yaml-file.ts";
import { createHearing } from "../src/engine/hearing.ts";

const root = resolve(import.meta.dirname, "..");

/** The words people say, as they stand in the repository, without the rest of the content. */
export const spoken = readSpoken(
  root,
  (dir) =>
    ["answers", "commands", "talk", "outside", "follow-ups"].flatMap((name) => {
      const file = `${dir}/${name}.yaml`;
      const read = readYaml(file, readFileSync(resolve(root, file), "utf8"));
      return read.ok ? [read.yaml] : [];
    }),
  [],
);
export const hearing = createHearing(spoken);
