import { parseArgs } from "node:util";
import { startPreview } from "./preview/start.ts";
import { words } from "./preview/words.ts";

/** `npm run preview -- FILE`: one lesson, guide, safety topic or flow as a conversation, drawn anew at every save. Ctrl+C ends it. */
const { values, positionals } = parseArgs({ options: { lang: { type: "string" } }, allowPositionals: true });
const language = values.lang === "en" ? "en" : "vi";
const [file, more] = positionals;
const started = file === undefined || more !== undefined ? null : await startPreview(file, language);
if (started === null || "fault" in started) {
  process.stderr.write(`${started?.fault ?? words[language].usage}\n`);
  process.exit(started ? 1 : 2);
}
process.stdout.write(`${words[language].at}: ${started.url}\n${words[language].ends}\n`);
process.once("SIGINT", () => void started.close().then(() => process.exit(0)));
