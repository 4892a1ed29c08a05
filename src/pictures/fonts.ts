import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const WEIGHTS = [400, 500, 600, 700] as const;
export type FontWeight = (typeof WEIGHTS)[number];

/** The one family every picture is set in; its four weights lie in assets/fonts with their OFL licence. */
export const FAMILY = "Be Vietnam Pro";

/** Path of the TTF file of a weight. */
export const fontFile = (weight: FontWeight): string => join(fontDir, `BeVietnamPro-${weight}.ttf`);

// Looked for upwards, because this module runs both from src/pictures and, bundled, from dist.
const fontDir = findUp(dirname(fileURLToPath(import.meta.url)), join("assets", "fonts"));

function findUp(from: string, wanted: string): string {
  const here = join(from, wanted);
  if (existsSync(join(here, "BeVietnamPro-400.ttf"))) return here;
  const parent = dirname(from);
  if (parent === from) throw new Error(`${wanted} is missing: pictures cannot be drawn without their fonts`);
  return findUp(parent, wanted);
}
