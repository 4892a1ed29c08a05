import { conclude, files } from "./files.ts";
import { costOf } from "./pattern-cost.ts";
import { patterns } from "./patterns.ts";
import { stringPatterns } from "./string-patterns.ts";

// Whatever people send meets a regular expression sooner or later, and one that backtracks stops the server for
// everybody. So each is proved to cost no more than the length of its text; see docs/decisions/0050-text-that-costs.md.

const all = await patterns();
const known = new Map<string, string | null>();
const faults = all.flatMap(({ at, pattern }) => {
  if (!pattern)
    return [`${at}: a pattern this check cannot see; write it as a literal, or make it where its module is loaded`];
  const written = String(pattern);
  if (!known.has(written)) known.set(written, costOf(pattern));
  const cost = known.get(written);
  return cost ? [`${at}: ${cost}: ${written.slice(0, 160)}`] : [];
});
const sources = files("src").flatMap(({ path, text }) =>
  /\.[cm]?[jt]sx?$/.test(path) ? [{ path, text: text ?? "" }] : [],
);
for (const at of stringPatterns(sources))
  faults.push(`${at}: a string would be read as a pattern that nobody looked at; write it as one, or use includes`);
conclude("check-patterns", faults, `${all.length} patterns`);
