import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { importing } from "../../src/cli/import.ts";
import { printed as lines } from "../../src/cli/printed.ts";
import type { Flags, Input } from "../../src/cli/verb.ts";

const folder = mkdtempSync(join(tmpdir(), "gift-"));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (words: readonly string[], flags: Flags = {}, language: "vi" | "en" = "vi") =>
  // The verb uses nothing else of it.
  importing.run({ words, flags, language } as Partial<Input> as Input);
const held = "test/fixtures/gift/held.gift";
const refused = "test/fixtures/gift/refused.gift";

describe("cli import gift", () => {
  test("without a file to write, all it prints is YAML; with one it writes there, and never over another", async () => {
    const printed = await run(["gift", held]);
    if (!("value" in printed)) throw new Error(JSON.stringify(printed));
    expect(parse(lines(printed, "vi").join("\n")).quiz.items).toHaveLength(7);
    expect(printed.failed).toBeUndefined();
    const out = join(folder, "quiz.yaml");
    expect(await run(["gift", held], { out })).toMatchObject({ value: { taken: { length: 7 }, refused: [] } });
    const written = readFileSync(out, "utf8");
    expect(parse(written)).toEqual(parse(lines(printed, "vi").join("\n")));
    expect(await run(["gift", held], { out }, "en")).toEqual({
      fault: { vi: expect.stringContaining("không bị ghi đè"), en: expect.stringContaining("nothing is overwritten") },
    });
    expect(readFileSync(out, "utf8")).toBe(written);
  });

  test("what is not taken is told with file and line; with --strict that is a failure, and nothing taken always is", async () => {
    const some = join(folder, "some.gift");
    writeFileSync(some, "Kể một việc tốt. {}\n\nMáy đang bật? {T}\n");
    const loose = await run(["gift", some]);
    expect(loose).toMatchObject({ value: { refused: [{ line: 1 }] } });
    expect(loose).not.toHaveProperty("failed");
    expect("value" in loose && lines(loose, "vi").join("\n")).toContain(`# ${some}:1: câu tự viết`);
    expect(await run(["gift", some], { strict: true })).toHaveProperty("failed", true);
    const out = join(folder, "none.yaml");
    expect(await run(["gift", refused], { out })).toHaveProperty("failed", true);
    expect(existsSync(out)).toBe(false);
  });

  test("what cannot be read is one sentence", async () => {
    const big = join(folder, "big.gift");
    writeFileSync(big, "é".repeat(2_100_000));
    for (const [words, flags, says, kind = "fault"] of [
      [["gift"], {}, "cách dùng", "misused"],
      [["xml", held], {}, "cách dùng", "misused"],
      [["gift", "khong-co.gift"], {}, "không có tệp"],
      [["gift", folder], {}, "không có tệp"],
      [["gift", held], { language: "fr" }, "vi hoặc en", "misused"],
      [["gift", big], {}, "1.000.000"],
    ] as const)
      expect(await run(words, flags)).toMatchObject({ [kind]: { vi: expect.stringContaining(says) } });
  });
});
