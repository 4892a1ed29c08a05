import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { files, root, walked } from "../../scripts/files.ts";

const folderOf = (paths: readonly string[], ignore: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "unpacked-"));
  for (const path of [...paths, ".gitignore"]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path === ".gitignore" ? ignore : "");
  }
  return folder;
};

test("an unpacked archive is listed as git would list it", () => {
  const kept = ["README.md", "src/a.ts", "src/data.ts", "src/.hidden/x.ts", ".env.example", "src/only/here.ts"];
  const left = [
    "node_modules/x/index.js",
    "src/node_modules/y.js",
    "dist/main.js",
    "a.log",
    "src/b.log",
    ".env",
    "only/c.ts",
  ];
  const folder = folderOf([...kept, ...left], "# built\nnode_modules/\ndist/\n\n*.log\n.env\n/only/\n");
  try {
    expect(walked(folder)).toEqual([...kept, ".gitignore"].sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a line of .gitignore that is not understood is said, not passed over", () => {
  const folder = folderOf(["a.ts"], "!keep.ts\n");
  try {
    expect(() => walked(folder)).toThrow('"!keep.ts" is not understood');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("here both lists are the same", () => {
  const listed = files().map((f) => f.path);
  expect(listed.length).toBeGreaterThan(500);
  expect(walked(root).filter((path) => !listed.includes(path))).toEqual([]);
});
