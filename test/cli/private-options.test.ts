import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTaught } from "../../src/app/content.ts";
import type { Output } from "../../src/cli/verb.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { everythingStored } from "../everything-stored.ts";
import { type RunningHouse, startHouse } from "../house/house.ts";

// Whoever works on the machine is asked for notes too: no option and no word of the command line may keep what is somebody's own.

const secrets = [
  ["CCCD 062044671407", "062044671407"],
  ["mã OTP là 739204", "739204"],
  ["mật khẩu là Hoabinh@1954", "Hoabinh@1954"],
] as const;

/** They take a whole database in or out, or ask back at the terminal; none keeps words. */
const apart = ["backup", "restore", "migrate", "channels", "check", "texts"];
/** What the verb needs besides to come as far as keeping something. */
const needed: Readonly<
  Record<string, { readonly words?: readonly string[]; readonly flags?: Record<string, string> }>
> = {
  breach: { words: ["note"], flags: { what: "mất máy tính bảng", data: "tên gọi", done: "đã khoá máy" } },
  demo: { flags: { learners: "1" } },
};

const root = resolve(import.meta.dirname, "../..");
const taught = loadTaught(root);
let running: RunningHouse;
beforeAll(async () => {
  running = await startHouse();
});
afterAll(() => running.close());

const run = (name: string, words: readonly string[], flags: Readonly<Record<string, string>>): Promise<Output> => {
  const verb = verbs[name];
  if (!verb) throw new Error(name);
  if (!taught.ok) throw new Error(taught.fault.cause);
  const { house } = running;
  return verb.run({
    words,
    flags,
    language: "vi",
    taught: taught.value,
    config: house.config,
    house: async () => house,
    root,
    progress: () => undefined,
  });
};

const kept = Object.entries(verbs).filter(([name]) => !apart.includes(name));

describe.each(secrets)("“%s”", (text, part) => {
  test.each(kept)("cli %s keeps nothing of it", async (name, verb) => {
    const { words = [], flags = {} } = needed[name] ?? {};
    for (const [option, { value }] of Object.entries(verb.options ?? {}))
      if (value !== undefined) await run(name, words, { ...flags, [option]: text }).catch(() => undefined);
    if (verb.words !== undefined) await run(name, [...words, text], flags).catch(() => undefined);
    expect(everythingStored(running.house.store.db)).not.toContain(part);
  });
});

test("harmless notes are kept, so that a refusal above is one for what was typed", async () => {
  await run("invite", [], { label: "buổi họp 24/11" });
  await run("breach", ["note"], { what: "mất máy tính bảng", data: "tên gọi", done: "đã khoá máy" });
  const stored = everythingStored(running.house.store.db);
  for (const words of ["buổi họp 24/11", "mất máy tính bảng", "tên gọi", "đã khoá máy"])
    expect(stored).toContain(words);
});
