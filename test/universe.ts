import { resolve } from "node:path";
import { type Library, loadLibrary } from "../src/content/library.ts";
import { createWorld } from "../src/content/world.ts";
import { nothingKnown } from "../src/kit/known-yaml.ts";
import { inspect } from "../src/scam/inspect.ts";

/**
 * The real content, loaded once for all tests of a file. Content that does not hold fails here with its lines.
 * Its search knows the pages alone: a sample question more must not change a conversation.
 */
export const realLibrary = (): Library => {
  const loaded = loadLibrary(resolve(import.meta.dirname, ".."), nothingKnown, { learns: false });
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says.en}`).join("\n"));
  return loaded.library;
};

/** Ids and chance that are the same every time: t1, t2 …, and numbers from a small fixed walk. */
const mockChance = () => {
  let ids = 0;
  let draws = 0;
  return { id: () => `t${++ids}`, random: () => ((++draws * 7919) % 1000) / 1000, inspect };
};

export const realWorld = (library: Library) => createWorld(library, [], mockChance());

/** 2026-11-23, a Monday, nine in the morning in Viet Nam. */
export const monday = Date.UTC(2026, 10, 23, 2);
