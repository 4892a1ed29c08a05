import { loadLibrary } from "../src/content/library.ts";
import { loadJargon } from "../src/content/reading/jargon.ts";
import { readingOf } from "../src/content/reading/report.ts";
import { conclude, root } from "./files.ts";

// Whoever is 68 reads it on a small phone, or has it read aloud: nothing is over the line, and no hard word stands alone.

const loaded = loadLibrary(root);
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says.en}`).join("\n"));
const all = readingOf(loaded.library, loadJargon(root));
const sentences = all.reduce((n, r) => n + r.sentences, 0);
const words = all.reduce((n, r) => n + r.mean * r.sentences, 0) / sentences;
conclude(
  "check-reading",
  all.flatMap((r) => r.over.map((why) => `${r.of}: ${why}`)),
  `${all.length} texts, ${sentences} sentences of ${words.toFixed(1)} words, the longest ${Math.max(...all.map((r) => r.longest))}`,
);
