import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { play } from "../conversation.ts";
import { realLibrary, realWorld } from "../universe.ts";

const flows = resolve(import.meta.dirname, "../../flows");
const cases = readdirSync(flows).filter((f) => f.endsWith(".test.yaml"));
const library = realLibrary();

/** Golden conversations: the file is the expectation. `npm test -- --update` writes what is said now; the diff is the review. */
describe("golden conversations", () => {
  test.each(cases)("%s", async (file) => {
    const path = resolve(flows, file);
    await expect(play(path, realWorld(library))).toMatchFileSnapshot(path);
  });

  test("every written flow has one", () => {
    const written = readdirSync(flows).filter((f) => f.endsWith(".yaml") && !f.endsWith(".test.yaml"));
    const missing = written.filter((f) => !cases.some((c) => c.startsWith(`${f.replace(".yaml", "")}.`)));
    expect(missing).toEqual([]);
  });
});
