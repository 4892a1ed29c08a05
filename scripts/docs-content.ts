import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadLibrary } from "../src/content/library.ts";
import { conclude, root, started } from "./files.ts";

// Writes docs/content.md from content/; with --check only compares.

const loaded = loadLibrary(root);
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says.en}`).join("\n"));
const { items, trackItems } = loaded.library;

/** Every topic with what it stands on, weakest confidence first to be read. */
const contentPage = (): string => {
  const rows = items.toSorted(byKind).map((item) => {
    const count = (c: string): number => item.sources.filter((s) => s.confidence === c).length;
    return `| \`${item.id}\` | ${item.kind} | ${item.code} | ${item.title.vi} | ${item.owner} | ${item.sources.length} | ${count("cao")} / ${count("trung-binh")} / ${count("thap")} | ${item.review_by} |`;
  });
  const kinds = ["lesson", "guide", "safety"]
    .map((kind) => `${items.filter((i) => i.kind === kind).length} ${kind}`)
    .join(", ");
  return [
    "# Content",
    "",
    `What is taught and what it stands on: ${kinds}; tracks: ${trackItems.map((t) => `\`${t.id}\` (${t.lessons.length} lessons)`).join(", ")}. Written by \`npm run docs:content\` from \`content/\`; do not edit.`,
    "",
    "| topic | kind | code | title | owner | sources | cao / trung bình / thấp | review by |",
    "| --- | --- | --- | --- | --- | --: | --- | --- |",
    ...rows,
    "",
    "## Standing on little",
    "",
    "Topics with fewer `cao` sources than others. Whoever owns one confirms its facts against the document or the office itself before the commune relies on them.",
    "",
    "| topic | owner | what it stands on |",
    "| --- | --- | --- |",
    ...items.filter(weak).toSorted(byKind).map(weakRow),
    "",
  ].join("\n");
};

type Item = (typeof items)[number];
const byKind = (a: Item, b: Item): number => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id);
/** Most of what is said there was read in one secondary place. */
const weak = ({ sources }: Item): boolean => sources.filter((s) => s.confidence !== "cao").length * 2 > sources.length;
const weakRow = ({ id, owner, sources }: Item): string => {
  // Who said it; the whole title stands in the topic's own file.
  const names = sources
    .filter((s) => s.confidence !== "cao")
    .map((s) => `${s.title.split(/ – |:/)[0]?.trim()} (${s.confidence})`);
  return `| \`${id}\` | ${owner} | ${names.join("; ").replaceAll("|", "/")} |`;
};

const page = join(root, "docs/content.md");
if (started(import.meta.filename)) {
  if (process.argv.includes("--check"))
    conclude(
      "docs-content",
      readFileSync(page, "utf8") === contentPage()
        ? []
        : ["docs/content.md is not what content/ says; run npm run docs:content"],
      `${items.length} topics`,
    );
  else writeFileSync(page, contentPage());
}
