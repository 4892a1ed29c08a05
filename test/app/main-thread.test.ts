import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Pool, workerPool } from "../../src/app/pool/pool.ts";
import { qrPath } from "../../src/ui/qr-path.ts";

const root = join(import.meta.dirname, "../..");

/** Every file that a source file brings along when it is loaded, types left out. */
const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, what = "", from = ""] of text.matchAll(/^(?:import|export) ([^;]*?) from "([^"]+)";/gm)) {
    if (what.startsWith("type ")) continue;
    if (from.startsWith(".")) loadedBy(join(file, "..", from), seen);
    else seen.add(from);
  }
  return seen;
};

it("draws nothing on the thread that answers: it does not even load what draws", () => {
  const worker = loadedBy(join(root, "src/app/pool/worker.ts"));
  const drawing = [
    "@resvg/resvg-js",
    "qrcode",
    join(root, "src/pictures/draw-png.ts"),
    join(root, "src/ui/qr-path.ts"),
  ];
  // The worker has all of them, so this looks where they are.
  for (const what of drawing) expect([...worker]).toContain(what);
  const main = loadedBy(join(root, "src/main.ts"));
  expect(main.size).toBeGreaterThan(300);
  for (const what of drawing) expect([...main]).not.toContain(what);
});

it("draws a QR code in a worker as it is drawn here", async () => {
  const pool: Pool = workerPool({ threads: 1 });
  const text = "https://xa.example.vn/chat?commune=a-xa&code=XOM3";
  expect(await pool.run("qr", text, "house")).toEqual(qrPath(text));
  await pool.close();
});
