import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadCommunes } from "../src/communes/load.ts";
import type { Commune } from "../src/communes/schema.ts";
import { compareWithDocument } from "../src/communes/verbatim.ts";

// Compares every verbatim text of seeds/communes with the five documents. The documents are not part of the repository:
// they are looked for where PLAN_DOCUMENTS says.
const root = resolve(import.meta.dirname, "..");
const documents = process.env.PLAN_DOCUMENTS ? resolve(process.env.PLAN_DOCUMENTS) : null;

const loaded = loadCommunes(join(root, "seeds/communes"));
if (!loaded.ok) {
  console.error(loaded.fault.cause);
  process.exit(1);
}
for (const commune of loaded.value) console.log(counts(commune));

if (documents === null || !existsSync(documents)) {
  console.log("check-plans: the plan documents are not here, so the verbatim texts were NOT compared with them.");
  process.exit(0);
}
const faults = loaded.value.flatMap((commune) =>
  compare(commune, documents).map((says) => `seeds/communes/${commune.code}.yaml: ${says}`),
);
for (const line of faults) console.error(line);
console.log(`check-plans: compared with ${loaded.value.length} documents, ${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

function compare(commune: Commune, documents: string): string[] {
  const path = join(documents, commune.document.file);
  if (!existsSync(path)) return [`its document ${commune.document.file} is not among the documents`];
  return compareWithDocument(commune, readFileSync(path, "utf8"));
}

function counts({ code, targets, flags, reports }: Commune): string {
  const tasks = targets.filter((target) => target.operator === "do").length;
  const by = (how: string) => `${targets.filter((target) => target.measured === how).length} ${how}`;
  const measured = ["bot", "self", "staff", "not-here"].map(by).join(", ");
  return `${code}: ${targets.length} targets (${targets.length - tasks} with a figure, ${tasks} tasks; ${measured}), ${flags.length} flags, ${reports.length} report duties`;
}
