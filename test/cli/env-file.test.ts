import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withSettings, writeSettings } from "../../src/cli/env-file.ts";

test("a setting is changed where it stands, also as a comment; everything else stays", () => {
  const before = "# words\nPORT=3000\n#PUBLIC_URL=https://hoc.example.vn\n\nPORT=4000\n";
  expect(withSettings(before, { PUBLIC_URL: "https://a.vn", PORT: "5000", NEW: "x" })).toBe(
    "# words\nPORT=3000\nPUBLIC_URL=https://a.vn\n\nPORT=5000\nNEW=x\n",
  );
});

test("what was written is what is read, whatever the token is made of", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-&(-~]([ -&(-~]{0,60}[!-&(-~])?$/), fc.string(), (value, other) => {
      const text = withSettings(other.replace(/\r/g, ""), { ZALO_X: value });
      const own = text.split("\n").find((line) => line.startsWith("ZALO_X="));
      expect(parseEnv(own ?? "").ZALO_X).toBe(value);
    }),
  );
});

test("only its owner reads the file afterwards, and nothing lies beside it", () => {
  const folder = mkdtempSync(join(tmpdir(), "env-file-"));
  const path = join(folder, ".env");
  writeFileSync(path, "PORT=1\n");
  chmodSync(path, 0o644);
  writeSettings(path, { TELEGRAM_BOT_TOKEN: "1:a" });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toBe("PORT=1\nTELEGRAM_BOT_TOKEN=1:a\n");
  expect(readdirSync(folder)).toEqual([".env"]);
});
