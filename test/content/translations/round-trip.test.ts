import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { unfit } from "../../../src/check/translation-fit.ts";
import { readWorkbook, workbook } from "../../../src/cli/texts/spreadsheet.ts";
import { takeIn } from "../../../src/cli/texts/take-in.ts";
import { sourceTexts } from "../../../src/content/translations/source-texts.ts";
import { Translation } from "../../../src/content/translations/translation.ts";
import { writtenTranslation } from "../../../src/content/translations/written.ts";
import { readXlsx } from "../../../src/ui/read-xlsx.ts";
import { sampleLibrary } from "../sample-library.ts";
import { said, tongue } from "./tongue.ts";

const loaded = sampleLibrary();
if (!loaded.ok) throw new Error("the sample library does not load");
const all = sourceTexts(loaded.library);
// Some of every kind: workbooks of everything would take the test a minute.
const texts = all.filter((_, i) => i % 12 === 0);

const words = fc
  .string({ unit: fc.constantFrom(..."aăâbƀcdđeêgơ̆ưxyz '“”=+-@\n<>&".normalize("NFC")), minLength: 1, maxLength: 40 })
  .map((s) => s.normalize("NFC").trim())
  .filter((s) => s !== "");

/** Any subset translated, some of it of an older Vietnamese, with what the machine fills in kept. */
const translation = fc
  .array(fc.record({ at: fc.nat(texts.length - 1), words, stale: fc.boolean(), note: fc.option(words) }))
  .map((picks) =>
    tongue(
      Object.fromEntries(
        picks.flatMap(({ at, words: w, stale, note }) => {
          const t = texts[at];
          if (!t) return [];
          const text = `${w} ${(t.vi.match(/\{\{\w+\}\}/g) ?? []).join(" ")}`.trim();
          if (unfit(t, text).length > 0) return [];
          return [[t.key, { ...said(text, stale ? `${t.vi} xưa` : t.vi), ...(note && { note }) }]];
        }),
      ),
    ),
  );

test("export and import give back the same translation, through a real workbook and its file", async () => {
  await fc.assert(
    fc.asyncProperty(translation, async (before) => {
      const read = await readWorkbook(await workbook(before, texts), readXlsx);
      if (!read.ok) throw new Error(read.says.en);
      expect(read.facts).toEqual({ language: before.language, ...before.name });
      const { translation: after, refused, changed } = takeIn(before, read.rows, texts, "2027-01-01");
      expect(refused).toEqual([]);
      expect(changed).toEqual([]);
      expect(after).toEqual(before);
      expect(Translation.parse(parse(writtenTranslation(after)))).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

test("what a translator filled in comes in once, and a second time changes nothing", async () => {
  const done = tongue(Object.fromEntries(texts.slice(0, 5).map((t) => [t.key, said(`« ${t.vi} »`, t.vi)])));
  const read = await readWorkbook(await workbook(done, texts), readXlsx);
  if (!read.ok) throw new Error(read.says.en);
  const first = takeIn(tongue(), read.rows, texts, "2026-11-23");
  expect(first.changed).toHaveLength(5);
  const second = takeIn(first.translation, read.rows, texts, "2027-01-01");
  expect(writtenTranslation(second.translation)).toBe(writtenTranslation(first.translation));
});

test("something else than our workbook is told apart", async () => {
  expect(await readWorkbook(Buffer.from("no workbook"), readXlsx)).toMatchObject({ ok: false });
  const { default: write } = await import("write-excel-file/node");
  expect(await readWorkbook(await write([["a", "b"]]).toBuffer(), readXlsx)).toMatchObject({ ok: false });
});

test("every text has a place, a length it keeps in both languages, and one key of its own", () => {
  expect(new Set(all.map((t) => t.key)).size).toBe(all.length);
  expect(all.filter((t) => t.vi.length > t.max || t.en.length > t.max).map((t) => `${t.key} ${t.max}`)).toEqual([]);
});
