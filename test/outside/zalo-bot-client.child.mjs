// A client of the Zalo Bot API that nobody here wrote, in a process of its own: its parent says which of its functions
// to call, or gives it the body of a webhook to read as it would.
import { readdirSync } from "node:fs";
import { register } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const client = dirname(fileURLToPath(import.meta.resolve("@openclaw/zalo/dist/index.js")));
register("./zalo-bot-client.hooks.mjs", { parentURL: import.meta.url, data: client });
const parts = join(client, ".setup");
const part = (name) =>
  import(
    pathToFileURL(
      join(
        parts,
        readdirSync(parts).find((file) => file.startsWith(`${name}-`)),
      ),
    ).href
  );
// Exported under letters that change with each release; the functions keep their names.
const byName = (module) => Object.fromEntries(Object.values(module).map((f) => [f.name, f]));
const sends = byName(await part("send"));
const { createZaloWebhookIngress } = (await part("webhook-spool")).zaloWebhookIngressRuntime;

const read = async (rawEvent) => {
  let update;
  const deliver = async (one) => {
    update = one;
  };
  const { accept } = createZaloWebhookIngress({ queue: {}, deliver });
  await accept(rawEvent);
  return update;
};

process.on("message", async ({ id, call, args }) => {
  try {
    process.send({ id, value: call === "read" ? await read(...args) : await sends[call](...args) });
  } catch (error) {
    process.send({ id, error: { name: error.name, message: error.message, code: error.errorCode } });
  }
});
process.on("disconnect", () => process.exit(0));
process.send({ ready: true });
