import { formulaLimits, formulasIn, loadFormulas, saidIn } from "../../content/reading/formulas.ts";
import { loadJargon } from "../../content/reading/jargon.ts";
import { readingLimits, readingOf } from "../../content/reading/report.ts";
import type { Input, Output } from "../verb.ts";

/** `texts reading`: how easy everything reads, hardest first; which phrases are worn out; fails when anything is over the line. */
export const reading = ({ taught: { library }, root }: Input): Output => {
  const all = readingOf(library, loadJargon(root)).toSorted((a, b) => b.mean - a.mean || a.of.localeCompare(b.of));
  const { formulas, idle } = formulasIn(saidIn(library), loadFormulas(root));
  const over = [
    ...all.flatMap((r) => r.over.map((why) => `${r.of}  ${why}`)),
    ...formulas.map((f) => `“${f.phrase}” stands in ${f.texts} texts: ${f.places.join(", ")}`),
    ...idle.map((phrase) => `content/formulas.yaml excuses “${phrase}”, which is no longer frequent`),
  ];
  return {
    value: { line: readingLimits, over: over.length, texts: all, formulas },
    lines: [
      row("", "words a sentence", "longest", "on a screen", "hard words, each with its plain ones"),
      ...all.map((r) =>
        row(r.of, r.mean.toFixed(1), r.longest, r.message, r.jargon.map((j) => `${j.term} (${j.plain})`).join(", ")),
      ),
      "",
      ...over,
      `the line: ${readingLimits.longest} words in a sentence, ${readingLimits.mean} on average, ${readingLimits.sentencesInMessage} sentences on a screen, no hard word without its plain one, no phrase of ${formulaLimits.words} words in more than ${formulaLimits.texts} texts`,
      `${all.length} flows, lessons, guides and safety topics; ${over.length} things over the line`,
    ],
    ...(over.length > 0 && { failed: true }),
  };
};

const row = (of: string, mean: string, longest: string | number, screen: string | number, jargon: string): string =>
  `${of.padEnd(34)}${mean.padStart(17)}${String(longest).padStart(9)}${String(screen).padStart(13)}   ${jargon}`;
