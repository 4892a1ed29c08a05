import { loadLibrary } from "../src/content/library.ts";
import { formulasIn, loadFormulas, saidIn } from "../src/content/reading/formulas.ts";
import { loadJargon } from "../src/content/reading/jargon.ts";
import { readingOf } from "../src/content/reading/report.ts";
import { conclude, root } from "./files.ts";

// Whoever is 68 reads it on a small phone, or has it read aloud: nothing is over the line, no hard word stands alone, and
// nothing is said so often that it is no longer heard.

const loaded = loadLibrary(root);
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says.en}`).join("\n"));
const all = readingOf(loaded.library, loadJargon(root));
const sentences = all.reduce((n, r) => n + r.sentences, 0);
const { formulas, idle } = formulasIn(saidIn(loaded.library), loadFormulas(root));
const words = all.reduce((n, r) => n + r.mean * r.sentences, 0) / sentences;
conclude(
  "check-reading",
  [
    ...all.flatMap((r) => r.over.map((why) => `${r.of}: ${why.en}`)),
    ...formulas.map((f) => `“${f.phrase}” stands in ${f.texts} texts: ${f.places.join(", ")}`),
    ...idle.map((phrase) => `content/formulas.yaml excuses “${phrase}”, which is no longer frequent`),
  ],
  `${all.length} texts, ${sentences} sentences of ${words.toFixed(1)} words, the longest ${Math.max(...all.map((r) => r.longest))}`,
);
