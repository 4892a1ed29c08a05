import { coverageOf, type Share } from "../../content/translations/coverage.ts";
import { areas, sourceTexts } from "../../content/translations/source-texts.ts";
import type { Input, Output } from "../verb.ts";

/** `texts coverage`: how far each further language has come, by area, and whether residents are offered it. */
export const coverage = ({ taught: { library } }: Input): Output => {
  const texts = sourceTexts(library);
  const value = library.translations.map((t) => ({
    ...coverageOf(t, texts),
    name: t.name,
    draft: t.draft,
    offered_from: t.offered_from,
  }));
  return {
    value,
    lines: [
      `vi, en: ${texts.length} texts, complete (npm run check proves it)`,
      ...value.flatMap((c) => [
        "",
        `${c.language}  ${c.name.own} (${c.name.en})  ${c.offered ? "offered to residents" : c.draft ? "a draft: not offered to residents" : `not offered before ${c.offered_from} % of app words and onboarding`}`,
        line("area", "texts", "current", "stale", "missing", "%"),
        ...areas.map((area) => shares(area, c.areas[area])),
        shares("all", c.all),
        shares("app words + onboarding", c.doorway),
        ...(c.orphans > 0 ? [`${c.orphans} of texts that no longer exist`] : []),
      ]),
    ],
  };
};

const shares = (name: string, s: Share): string => line(name, s.of, s.ok, s.stale, s.missing, s.percent.toFixed(1));
const line = (name: string, ...cells: readonly (string | number)[]): string =>
  `  ${name.padEnd(24)}${cells.map((c) => String(c).padStart(9)).join("")}`;
