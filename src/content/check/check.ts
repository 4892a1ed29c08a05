import type { Capabilities } from "../../channels/capabilities.ts";
import type { Library } from "../library.ts";
import type { Problem } from "../problem.ts";
import { places } from "./place.ts";
import { profiles } from "./profiles.ts";
import { render } from "./render.ts";
import { rules } from "./rules.ts";
import { walk } from "./walk.ts";
import { writtenTexts } from "./written.ts";

/**
 * Everything that is wrong with a library, in the order of its files. Publishing refuses when one of them is not a
 * warning. `today` is an ISO date, for review dates.
 */
export const check = (
  library: Library,
  { today, channels = profiles }: { readonly today: string; readonly channels?: readonly Capabilities[] },
): readonly Problem[] => {
  const place = places(library);
  const scenes = walk(library);
  const seen = {
    library,
    today,
    channels,
    place,
    texts: writtenTexts(library, place),
    scenes,
    shown: render(library, scenes),
  };
  const found = rules.flatMap((rule) => rule.find(seen));
  const once = new Map(found.map((p) => [`${p.file}:${p.line} ${p.rule} ${p.says}`, p]));
  return [...once.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule),
  );
};
