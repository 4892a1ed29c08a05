import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawn } from "./drawings/draw.ts";
import { screens } from "./drawings/screens.ts";
import { conclude, root, started } from "./files.ts";

// Draws the screens of the operating guide into docs/hinh/; with --check only compares.

if (started(import.meta.filename)) {
  const folder = join(root, "docs/hinh");
  const files = screens.map((screen) => ({ file: join(folder, `${screen.id}.svg`), svg: drawn(screen) }));
  if (process.argv.includes("--check")) {
    const stale = files.filter(({ file, svg }) => !existsSync(file) || readFileSync(file, "utf8") !== svg);
    const guide = readFileSync(join(root, "docs/van-hanh.md"), "utf8");
    const unused = screens.filter(({ id }) => !guide.includes(`hinh/${id}.svg`));
    conclude(
      "docs-drawings",
      [
        ...stale.map(({ file }) => `${file} is not what scripts/drawings says; run: npm run docs:drawings`),
        ...unused.map(({ id }) => `docs/van-hanh.md does not show hinh/${id}.svg`),
      ],
      `${screens.length} drawings`,
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const { file, svg } of files) writeFileSync(file, svg);
}
