import { join } from "node:path";
import { z } from "zod";
import { tokenState } from "../../../src/channels/zalo-oa/token-state.ts";
import { tokens } from "../../../src/channels/zalo-oa/tokens.ts";
import { migrations } from "../../../src/store/migrations.ts";
import { open } from "../../../src/store/sqlite/open.ts";
import { zaloOn } from "../../../src/store/sqlite/zalo/zalo.ts";

// A process that renews the token of one connection, and dies without warning at the instant it is told to.
const Told = z.object({
  dir: z.string(),
  scripts: z.string(),
  now: z.number(),
  die: z.string(),
  settings: z.record(z.string(), z.string()),
});
const { dir, scripts, now, die, settings } = Told.parse(JSON.parse(process.argv[2] ?? ""));
// As one bundled file this program has no migrations beside it.
const opened = open(join(dir, "house.db"), migrations(new URL(scripts)));
if (!opened.ok) throw new Error(opened.fault.cause);
const zalo = zaloOn(opened.value);
const connection = { id: "default-zalo-oa", commune: "00000", channel: "zalo-oa", settings } as const;
const deps = {
  tokens: zalo.tokens,
  now: () => now,
  steady: () => now,
  holder: `process ${process.pid}`,
  raise: () => {},
  revived: () => {},
  timeoutMs: 20_000,
  at: (instant: string) => {
    if (instant === die) process.kill(process.pid, "SIGKILL");
  },
};
const held = tokens(deps);
await held.adopt(connection);
const tended = await held.tend(connection);
const state = await tokenState(deps, connection);
process.stdout.write(
  JSON.stringify({
    token: tended.ok ? tended.value : null,
    cause: tended.ok ? null : tended.fault.code,
    state: state.state,
    text: state.text?.vi ?? null,
  }),
);
