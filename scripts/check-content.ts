import { check } from "../src/check/check.ts";
import { rules } from "../src/check/rules.ts";
import { loadLibrary } from "../src/content/library.ts";

// Every rule over every flow and piece of content. Warnings are told; any error refuses publication (exit 1).
const loaded = loadLibrary(".");
const problems = loaded.ok ? check(loaded.library, { today: new Date().toISOString().slice(0, 10) }) : loaded.problems;
for (const p of problems) console.log(`${p.file}:${p.line}  ${p.warning ? "warning: " : ""}${p.rule}  ${p.says.en}`);
const errors = problems.filter((p) => !p.warning);
const over = loaded.ok
  ? `${loaded.library.definitions.size} flows, ${rules.length} rules`
  : "not everything could be read";
console.log(`content: ${over}; ${errors.length} errors, ${problems.length - errors.length} warnings`);
if (errors.length > 0) process.exitCode = 1;
