import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sourcesNow } from "../../scripts/sources.js";

test("what was built is told to be old after any change of the sources", () => {
  const root = mkdtempSync(join(tmpdir(), "sources-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "src/room"), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
  write("package-lock.json", "{}");
  write("src/room/a.ts", "one");
  const seen = new Set([sourcesNow(root)]);
  const changed = (): boolean => seen.size < seen.add(sourcesNow(root)).size;
  expect(changed()).toBe(false);
  write("src/room/b.ts", "new");
  expect(changed()).toBe(true);
  write("src/room/a.ts", "longer");
  expect(changed()).toBe(true);
  // Another version copied over, of the same length.
  utimesSync(join(root, "src/room/a.ts"), 1, 1);
  expect(changed()).toBe(true);
  rmSync(join(root, "src/room/b.ts"));
  expect(changed()).toBe(true);
  write("package-lock.json", "{ }");
  expect(changed()).toBe(true);
});
