import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { play } from "../conversation.ts";
import { realLibrary, realWorld } from "../universe.ts";

const root = resolve(import.meta.dirname, "../..");
const filesIn = (dir: string): readonly string[] => readdirSync(resolve(root, dir)).map((f) => `${dir}/${f}`);
const cases = ["flows", "content/guides"].flatMap(filesIn).filter((f) => f.endsWith(".test.yaml"));
const library = realLibrary();

/** Golden conversations: the file is the expectation. `npm test -- --update` writes what is said now; the diff is the review. */
describe("golden conversations", () => {
  test.each(cases)("%s", async (file) => {
    const path = resolve(root, file);
    await expect(play(path, realWorld(library))).toMatchFileSnapshot(path);
  });

  test.each(["flows", "content/guides"])("every one of %s has one", (dir) => {
    const written = filesIn(dir).filter((f) => f.endsWith(".yaml") && !f.endsWith(".test.yaml"));
    const missing = written.filter((f) => !cases.some((c) => c.startsWith(`${f.replace(".yaml", "")}.`)));
    expect(missing).toEqual([]);
  });

  test("that of a guide goes through every step to its end, and once through being stuck", () => {
    for (const { kind, id, ...item } of library.items) {
      if (kind !== "guide" || !("steps" in item)) continue;
      const told = play(resolve(root, `content/guides/${id}.walk.test.yaml`), realWorld(library));
      expect(told.split("what=guide-step-done").length - 1, id).toBe(item.steps.length);
      expect(told.split("what=guide-stuck").length - 1, id).toBe(1);
      expect(told, id).toContain("what=guide-finished");
    }
  });
});
