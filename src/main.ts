import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import pino from "pino";
import { banner } from "./app/banner.ts";
import { collectGarbage } from "./app/collect-garbage.ts";
import { loadTaught } from "./app/content.ts";
import { listenOnChannels } from "./app/listen.ts";
import { serve } from "./app/serve.ts";
import { openHouse } from "./app.ts";
import { parseConfig } from "./config.ts";
import { ensureFirstAdmin } from "./desk/first-admin.ts";
import { type Fault, faultLine } from "./errors.ts";
import { faultOf } from "./store/sqlite/fault-of.ts";

/** The process: settings, content, database, pages, channels; then it waits for SIGTERM and leaves within ten seconds. */
const main = async (): Promise<void> => {
  const root = rootOf(import.meta.dirname);
  const taught = loadTaught(root);
  if (!taught.ok) return refuse(taught.fault.cause.split("\n"));
  const parsed = parseConfig(
    process.env,
    taught.value.communes.map((c) => c.code),
  );
  if (!parsed.ok) return refuse(parsed.problems.map((p) => p.vi));
  const { config } = parsed;
  const log = pino({ level: config.logLevel, redact: ["req.headers", "token", "secret"] });
  const opened = await openHouse(config, taught.value, log);
  if (!opened.ok) return refuse([lineOf(opened.fault)]);
  const house = opened.value;
  const app = await serve(house, join(root, "dist/public"));
  const stop = new AbortController();

  let leaving = false;
  const leave = async (signal: string): Promise<void> => {
    if (leaving) return;
    leaving = true;
    log.info({ signal }, "leaving");
    // Ten seconds are promised; a connection that will not close must not break that.
    setTimeout(() => process.exit(0), 9_500).unref();
    stop.abort();
    await app.close();
    await house.close();
    process.exit(0);
  };
  process.on("SIGTERM", (s) => void leave(s));
  process.on("SIGINT", (s) => void leave(s));

  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    await house.close();
    return refuse([listenFault(error, config.port)]);
  }
  await house.run();
  await listenOnChannels(house, stop.signal);
  const { link } = await ensureFirstAdmin({
    store: house.desk,
    clock: house.now,
    id: house.id,
    secret: house.secret,
    publicUrl: config.publicUrl,
  });
  // The search builds its index when it is first asked; nobody should be the one who waits for that.
  taught.value.library.search("", "vi");
  await collectGarbage();
  process.stdout.write(
    `${banner(
      house,
      link,
      parsed.notes.map((n) => n.vi),
    )}\n`,
  );
};

/** The folder with content/, seeds/ and dist/: above `dist/` when built, above `src/` when run from source. */
const rootOf = (here: string): string => {
  const root = resolve(here, "..");
  return existsSync(join(root, "content")) ? root : resolve(here, "../..");
};

const listenFault = (error: unknown, port: number): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code === "EADDRINUSE"
    ? `PORT: cổng ${port} đang có chương trình khác dùng; đặt PORT là một cổng còn trống`
    : `PORT: không mở được cổng ${port}: ${code || String(error)}`;
};

/** One clear line a fault, and exit 1. */
const refuse = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

const lineOf = (fault: Fault): string => `${faultLine(fault).vi} (${fault.code})`;

await main().catch((error: unknown) => {
  // A disk that is full or cannot be written fails wherever something is written first; it is no fault to trace.
  const known = faultOf(error);
  if (!known) throw error;
  refuse([lineOf(known)]);
  process.exit();
});
