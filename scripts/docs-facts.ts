import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Held } from "../src/content/ledger/fact.ts";
import { factsIn } from "../src/content/ledger/fact-words.ts";
import { loadLibrary } from "../src/content/library.ts";
import { conclude, root, started } from "./files.ts";

// Writes docs/facts.md from content/facts; with --check only compares.

const loaded = loadLibrary(root);
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says.en}`).join("\n"));
const { ledger, texts, typed } = loaded.library;

/** Every fact: where it comes from, when it holds, and which topics say it. */
const factsPage = (): string => {
  const uses = new Map<string, Set<string>>();
  for (const [ns, words] of texts)
    for (const text of Object.values(words.vi ?? {}))
      for (const name of factsIn(text))
        uses.set(name, (uses.get(name) ?? new Set()).add((ns.split("@")[0] ?? ns).replace(/^.*:/, "")));
  const rows = [...ledger.facts].flatMap(([name, fact]) =>
    fact.holds.map((held, i) => {
      const first = i === 0;
      const used = [...(uses.get(name) ?? [])].sort().map((id) => `\`${id}\``);
      return `| ${first ? `\`${name}\`` : ""} | ${cell(held.says.vi)} | ${held.valid_from ?? "…"} – ${held.valid_until ?? "…"} | ${cell(sourceOf(held))} | ${held.source.confidence} | ${first ? fact.owner : ""} | ${first ? fact.review_by : ""} | ${first ? used.join(", ") : ""} |`;
    }),
  );
  return [
    "# Facts",
    "",
    `What is asserted to people, once each: ${ledger.facts.size} facts. Written by \`npm run docs:facts\` from \`content/facts/\`; do not edit. How they are kept: decision 0072.`,
    "",
    "| fact | what is said | holds | source | confidence | owner | review by | said in |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "## Typed in texts all the same",
    "",
    "Numbers, days and names that are no facts to act on, with the reason (`content/typed.yaml`). Nothing waits here to become a fact: the file has no kind for it.",
    "",
    "| reason | topic | typed |",
    "| --- | --- | --- |",
    ...typed.flatMap(({ kind, of }) =>
      Object.entries(of).map(([id, all]) => `| ${kind} | \`${id.replace(/^.*:/, "")}\` | ${cell(all.join("; "))} |`),
    ),
    "",
  ].join("\n");
};

const sourceOf = ({ source }: Held): string => {
  const named = [source.document, source.article].filter(Boolean).join(", ");
  return `${source.address ? `[${named}](${source.address})` : named} (${source.published ?? "no day"}; checked ${source.checked_on})`;
};

const cell = (words: string): string => words.replaceAll("|", "/").replaceAll("\n", " ");

const page = join(root, "docs/facts.md");
if (started(import.meta.filename)) {
  if (process.argv.includes("--check"))
    conclude(
      "docs-facts",
      readFileSync(page, "utf8") === factsPage()
        ? []
        : ["docs/facts.md is not what content/facts says; run npm run docs:facts"],
      `${ledger.facts.size} facts`,
    );
  else writeFileSync(page, factsPage());
}
