import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The built files of the pages: their addresses carry a hash of their content, so that browsers may keep them for ever. */
export type Assets = {
  readonly folder: string;
  /** Address of a built file by its plain name: "chat.js" → "/tep/chat-A1B2C3D4.js". */
  readonly url: (name: string) => string;
};

/** Where the built files are served. */
export const ASSETS = "/tep/";

const Manifest = z.record(z.string(), z.string());

/** Reads what `npm run build` wrote. Without a build there is nothing to serve, and that is a fault to see at the start. */
export const loadAssets = (folder: string): Assets => {
  const files = Manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  return {
    folder,
    url: (name) => {
      const file = files[name];
      if (file === undefined) throw new Error(`${name} is not among the built files; run npm run build`);
      return ASSETS + file;
    },
  };
};
