import { check } from "../../src/cli/check.ts";
import type { Input } from "../../src/cli/verb.ts";

// A process of its own, because watching ends only with it. The verb uses nothing else of its input.
const [root = "", file = ""] = process.argv.slice(2);
await check.run({ root, words: [file], flags: { watch: true, json: true }, language: "vi" } as Partial<Input> as Input);
