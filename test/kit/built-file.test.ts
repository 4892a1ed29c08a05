import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBuilt, writeBuilt } from "../../src/kit/built-file.ts";

describe("what a build worked out", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kept-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const value = { letters: "đường\nlối", keys: Float64Array.of(1.5, 2 ** 52), of: Uint16Array.of(7, 65_535) };

  it("is read again as it was written, and leaves nothing beside it", () => {
    const file = join(folder, "kept.bin");
    writeBuilt(file, "made-of-this", value);
    expect(readBuilt(file, "made-of-this")).toEqual(value);
    expect(readdirSync(folder)).toEqual(["kept.bin"]);
  });

  it("is not taken where it is missing or was made of something else", () => {
    const file = join(folder, "kept.bin");
    expect(readBuilt(file, "made-of-this")).toBeUndefined();
    writeBuilt(file, "made-of-this", value);
    for (const name of ["made-of-that", "made-of-this ", "made-of-thi", ""])
      expect(readBuilt(file, name)).toBeUndefined();
  });

  it("is not taken where it is not whole: cut anywhere, or one bit other anywhere", () => {
    const file = join(folder, "kept.bin");
    writeBuilt(file, "made-of-this", value);
    const whole = readFileSync(file);
    for (let end = 0; end < whole.length; end++) {
      writeFileSync(file, whole.subarray(0, end));
      expect(readBuilt(file, "made-of-this"), `cut at ${end}`).toBeUndefined();
    }
    for (let at = 0; at < whole.length; at++) {
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ 1;
      writeFileSync(file, other);
      expect(readBuilt(file, "made-of-this"), `byte ${at}`).toBeUndefined();
    }
  });
});
