import { basename } from "node:path";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A file is named after the id in it, so two of the same id cannot hide one another. */
export const fileName: Rule = {
  id: "file-name",
  find: ({ library, place }) =>
    [...library.files].flatMap(([key, yaml]) => {
      const id = key.replace(/^\w+:/, "");
      return basename(yaml.file, ".yaml") === id
        ? []
        : [
            at(place.key(key, ["id"]), "file-name", {
              vi: `id là “${id}”, vậy tệp phải tên là ${id}.yaml`,
              en: `the id is "${id}", so the file must be called ${id}.yaml`,
            }),
          ];
    }),
};
