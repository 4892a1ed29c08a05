import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Pool, workerPool } from "../../src/app/pool/pool.ts";
import { qrPath } from "../../src/ui/qr-path.ts";
import { xlsxOf } from "../../src/ui/xlsx.ts";

const root = join(import.meta.dirname, "../..");

/** Every file and package that a source file brings along, when it is loaded or later on, types left out. */
const reachedFrom = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const atOnce = [...text.matchAll(/^(?:import|export) ([^;]*?) from "([^"]+)";/gm)].flatMap(
    ([, what = "", from = ""]) => (what.startsWith("type ") ? [] : [from]),
  );
  const later = [...text.matchAll(/(?<!typeof )\bimport\("([^"]+)"\)/g)].map(([, from = ""]) => from);
  for (const from of [...atOnce, ...later])
    if (from.startsWith(".")) reachedFrom(join(file, "..", from), seen);
    else seen.add(from);
  return seen;
};

const packages = (reached: ReadonlySet<string>): readonly string[] =>
  [...reached].filter((name) => !name.startsWith("/") && !name.startsWith("node:")).sort();

/** What draws, packs, unpacks and guesses: a tenth of a second to seconds of a core each time. */
const heavy = [
  ...["@resvg/resvg-js", "docx", "qrcode", "read-excel-file/node", "write-excel-file/node"],
  ...["@zxcvbn-ts/core", "@zxcvbn-ts/language-common"],
];

it("draws, packs and guesses nothing on the thread that answers: it cannot even load what does", () => {
  const worker = reachedFrom(join(root, "src/app/pool/worker.ts"));
  const drawing = [join(root, "src/pictures/draw-png.ts"), join(root, "src/ui/qr-path.ts")];
  // The worker has all of them, so this looks where they are.
  expect([...worker]).toEqual(expect.arrayContaining([...heavy, ...drawing]));
  const main = reachedFrom(join(root, "src/main.ts"));
  expect(main.size).toBeGreaterThan(300);
  for (const what of [...heavy, ...drawing]) expect([...main]).not.toContain(what);
});

it("loads no package there that nobody looked at: what is new on this list works fast, or in threads of its own", () => {
  expect(packages(reachedFrom(join(root, "src/main.ts")))).toMatchInlineSnapshot(`
    [
      "@fastify/cookie",
      "@fastify/formbody",
      "@fastify/helmet",
      "@fastify/rate-limit",
      "@fastify/static",
      "@node-rs/argon2",
      "age-encryption",
      "axios",
      "fastest-levenshtein",
      "fastify",
      "grammy",
      "i18next",
      "kysely",
      "otpauth",
      "pino",
      "piscina",
      "preact",
      "preact-render-to-string",
      "preact/hooks",
      "prom-client",
      "undici",
      "yaml",
      "zod",
    ]
  `);
});

const pool: Pool = workerPool({ threads: 1 });
afterAll(() => pool.close());

it("draws a QR code in a worker as it is drawn here", async () => {
  const text = "https://xa.example.vn/chat?commune=a-xa&code=XOM3";
  expect(await pool.run("qr", text, "house")).toEqual(qrPath(text));
});

it("says of a password in a worker whether it is easy to guess", async () => {
  const about = ["lan.nt", "Nguyễn Thị Lan"];
  expect(await pool.run("tooWeak", { password: "nguyenthilan1975", about }, "house")).toBe("guessable");
  expect(await pool.run("tooWeak", { password: "bốn con vịt bơi qua cầu", about }, "house")).toBeNull();
});

it("makes an Excel file in a worker as it is made here", async () => {
  const { unzipSync } = await import("fflate");
  const rows = [
    ['Xóm “1”; "a"', 6480, { percent: 82.5 }, { day: "2026-11-22" }, { at: 1_790_000_000_000 }],
    ["=1+1", null],
  ];
  const sheet = { title: "Bảng mẫu", head: ["Nơi", "Số", "Tỷ lệ", "Ngày", "Lúc"], rows } as const;
  const [there, here] = [await pool.run("sheet", sheet, "house"), await xlsxOf(sheet)].map((bytes) => unzipSync(bytes));
  expect(there?.["xl/worksheets/sheet1.xml"]).toEqual(here?.["xl/worksheets/sheet1.xml"]);
});
