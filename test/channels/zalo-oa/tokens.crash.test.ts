import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { startFakeZaloOa } from "../../fakes/zalo-oa/server.ts";
import { connectionTo, database, hour, morning, tempDir } from "./kit.ts";

const scripts = new URL("../../../src/store/migrations/", import.meta.url).href;
const token = "/v4/oa/access_token";
/** The child as one plain file: a process starts in a tenth of the time, and this test starts two dozen. */
const child = join(import.meta.dirname, "../../../node_modules/.cache/zalo-renew", `${process.pid}.mjs`);
beforeAll(async () => {
  mkdirSync(join(child, ".."), { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, "renew.child.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile: child,
    logLevel: "error",
  });
});

const Said = z.object({
  token: z.string().nullable(),
  cause: z.string().nullable(),
  state: z.string(),
  text: z.string().nullable(),
});

/** A house whose access token is about to end, run as a process of its own that can be killed. */
const house = async () => {
  const clock = { now: morning };
  const fake = await startFakeZaloOa({ clock: () => clock.now });
  onTestFinished(() => fake.close());
  const dir = tempDir();
  database(dir).store.close();
  const first = fake.grant();
  const run = (die = "", more: Record<string, string> = {}) => {
    const { settings } = connectionTo(fake, {
      refreshToken: first.refresh_token,
      accessToken: first.access_token,
      ...more,
    });
    const told = JSON.stringify({ dir, scripts, now: clock.now, die, settings });
    const run = spawn(process.execPath, [child, told], { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    run.stdout.on("data", (chunk) => (out += String(chunk)));
    const ended = new Promise<string | null>((go) => run.once("close", (_code, signal) => go(signal)));
    return {
      kill: () => run.kill("SIGKILL"),
      died: ended,
      said: async () => (await ended) ?? Said.parse(JSON.parse(out)),
    };
  };
  expect(await run().said()).toMatchObject({ token: first.access_token, state: "good" });
  clock.now += 21 * hour;
  return { fake, clock, run, first, calls: () => fake.of(token).length };
};

test.each([
  ["leased", 0],
  ["kept", 1],
  ["released", 1],
] as const)("killed when %s: the next process has a living token and nobody need consent", async (instant, spent) => {
  const h = await house();
  expect(await h.run(instant).died).toBe("SIGKILL");
  expect(h.calls()).toBe(spent);
  h.clock.now += 60_000;
  const said = await h.run().said();
  expect(said).toMatchObject({ state: "good", cause: null });
  expect([said === null || typeof said === "string" ? "" : said.token, h.calls()]).toEqual(["fake-access-2", 1]);
});

test("killed while the request was on its way and not yet carried out: renewed by the next", async () => {
  const h = await house();
  h.fake.fault({ kind: "silent" }, { on: token });
  const child = h.run();
  await h.fake.call(token);
  child.kill();
  expect(await child.died).toBe("SIGKILL");
  h.clock.now += 60_000;
  expect(await h.run().said()).toMatchObject({ token: "fake-access-2", state: "good" });
});

test("another process that looks while the lease of the dead one lasts does not spend the token", async () => {
  const h = await house();
  expect(await h.run("leased").died).toBe("SIGKILL");
  h.clock.now += 1_000;
  expect(await h.run().said()).toMatchObject({ cause: "SEND_RETRY", state: "good" });
  expect(h.calls()).toBe(0);
});

test.each([
  "answered",
  "on its way back",
])("killed when the only copy of the new pair was %s: asked once, then a person is told, and their consent heals it", async (instant) => {
  const h = await house();
  if (instant === "answered") expect(await h.run("answered").died).toBe("SIGKILL");
  else {
    h.fake.fault({ kind: "silent", done: true }, { on: token });
    const child = h.run();
    await h.fake.call(token);
    child.kill();
    expect(await child.died).toBe("SIGKILL");
  }
  h.clock.now += 60_000;
  expect(await h.run().said()).toMatchObject({
    token: null,
    cause: "SEND_UNAUTHORISED",
    state: "consent",
    text: expect.stringContaining("cần được nối lại"),
  });
  const calls = h.calls();
  expect(calls).toBe(2);
  // No loop: the dead token is not tried for ever, and the same setting is not taken for a new one.
  expect(await h.run().said()).toMatchObject({ state: "consent" });
  expect(h.calls()).toBe(calls);
  const anew = h.fake.grant();
  expect(await h.run("", { refreshToken: anew.refresh_token, accessToken: anew.access_token }).said()).toMatchObject({
    token: anew.access_token,
    state: "good",
  });
});
