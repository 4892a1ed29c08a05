import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import write from "write-excel-file/node";
import { readWorkbook } from "../../../src/cli/texts/spreadsheet.ts";
import { columns, sheetNames } from "../../../src/content/translations/sheet.ts";
import { seeded } from "../../../src/kit/seeded.ts";
import { readXlsx, xlsxLimits } from "../../../src/ui/read-xlsx.ts";

/** What comes back from a stranger's computer: it is read, or one sentence says why not and what helps. */
const titles = columns.map((c) => c.title);
let sound: Buffer;
beforeAll(async () => {
  const values = ["app/menu", "content", "80", "Danh mục", "Menu", "Bok", "mới", "Ai đó", "ghi chú"];
  const rows = [titles, values].map((row) => row.map((value) => ({ value, type: String })));
  sound = await write([{ data: rows, sheet: sheetNames.texts }]).toBuffer();
});

const read = (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes), readXlsx);
/** The sentence; cause and cure, in both languages, and nothing of how the program is built. */
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const result = await read(bytes);
  if (result.ok) return "";
  for (const says of Object.values(result.says)) {
    expect(says.length).toBeGreaterThan(20);
    expect(says).not.toMatch(/Error|undefined|\bat .+:\d|node_modules|NaN/);
  }
  expect(result.says.vi).not.toBe(result.says.en);
  return result.says.en;
};

/** The sound workbook with its parts written anew. */
const changed = (change: (name: string, xml: string) => string, more: Zippable = {}): Uint8Array =>
  zipSync({
    ...Object.fromEntries(
      Object.entries(unzipSync(sound)).map(([name, part]) => [name, strToU8(change(name, strFromU8(part)))]),
    ),
    ...more,
  });
const inSheet = (change: (xml: string) => string) =>
  changed((name, xml) => (name === "xl/worksheets/sheet1.xml" ? change(xml) : xml));

test("the sound one is read", async () => expect(await read(sound)).toMatchObject({ ok: true }));

test("any bytes, a file cut short, bytes exchanged: read, or refused with a sentence", async () => {
  const draw = seeded(20_261_130);
  const below = (n: number): number => Math.floor(draw() * n);
  for (let n = 0; n < 120; n++) {
    const bytes = Buffer.from(sound);
    const kind = n % 4;
    if (kind === 0) await refusal(Buffer.from(Array.from({ length: below(400) }, () => below(256))));
    else if (kind === 1) await refusal(bytes.subarray(0, below(bytes.length)));
    else {
      // Where a zip says what is in it: at its beginning and its end.
      const from = kind === 2 ? 0 : bytes.length - 400;
      for (let k = 0; k < 1 + below(6); k++) bytes[from + below(400)] = below(256);
      await refusal(bytes);
    }
  }
});

test.each([
  ["no bytes", () => Buffer.alloc(0)],
  ["an empty zip", () => zipSync({})],
  ["a zip of something else", () => zipSync({ "a.xml": strToU8("<a/>") })],
  ["an old .xls", () => Buffer.from("d0cf11e0a1b11ae1".repeat(40), "hex")],
  ["a page called .xlsx", () => Buffer.from("<html><table><tr><td>Bản dịch</td></tr></table></html>")],
  ["a CSV called .xlsx", () => Buffer.from(`${titles.join(",")}\n`)],
  ["XML that never ends", () => inSheet((xml) => xml.slice(0, xml.length / 2))],
  ["a cell whose text is not there", () => inSheet((xml) => xml.replace(/<v>\d+<\/v>/, "<v>99999</v>"))],
  ["rows out of order", () => inSheet((xml) => xml.replace('r="2"', 'r="1"'))],
])("%s is refused", async (_, bytes) => expect(await refusal(bytes())).not.toBe(""));

test("what unpacks to more than any sheet of ours is refused before it is unpacked, whatever it says of its size", async () => {
  const noughts = new Uint8Array(xlsxLimits.unpacked + 1);
  const bomb = zipSync({ ...unzipSync(sound), "xl/worksheets/sheet9.xml": noughts }, { level: 1 });
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await refusal(bomb)).toContain("much larger");
  // The same bytes, and 1 KB said of them in the table of contents: what is over is not unpacked.
  const lying = Buffer.from(zipSync({ ...unzipSync(sound), "xl/worksheets/sheet9.xml": new Uint8Array(4_000_000) }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4_000_000);
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) lying.writeUInt32LE(1_024, at);
  await refusal(lying);
  const many = Object.fromEntries(Array.from({ length: xlsxLimits.parts }, (_, n) => [`x/${n}.xml`, new Uint8Array()]));
  expect(await refusal(changed((_name, xml) => xml, many))).toContain("much larger");
  expect(await refusal(new Uint8Array(xlsxLimits.bytes + 1))).toContain("much larger");
});

test.each([
  ["itself, nine times over", '<!ENTITY b "&b;&b;&b;&b;&b;&b;&b;&b;&b;">'],
  ["a file of the machine", '<!ENTITY b SYSTEM "file:///etc/passwd">'],
  ["an address", '<!ENTITY b SYSTEM "http://127.0.0.1:9/x">'],
])("an entity that stands for %s is not unfolded", async (_, entity) => {
  const own = changed((name, xml) =>
    name === "xl/sharedStrings.xml" ? xml.replace("?>", `?><!DOCTYPE a [${entity}]>`).replace("Bok", "&b;Bok") : xml,
  );
  const result = await read(own);
  if (result.ok) expect(result.rows[0]?.row.text).toBe("&b;Bok");
  else await refusal(own);
});

test("a formula is never worked out: its last result is the text, and without one there is none", async () => {
  const formula = (cell: string) => inSheet((xml) => xml.replace(/<c r="F2"[^>]*>.*?<\/c>/, cell));
  const shown = await read(formula('<c r="F2" t="str"><f>HYPERLINK("http://x")</f><v>Bok</v></c>'));
  expect(shown).toMatchObject({ ok: true, rows: [{ row: { text: "Bok" } }] });
  const none = await read(formula('<c r="F2" t="str"><f>1/0</f></c>'));
  expect(none).toMatchObject({ ok: true, rows: [{ row: { text: "" } }] });
});

test("a row far beyond the last ends the worker, and not the program", async () => {
  const row = '<row r="99999999999"><c r="A99999999999" t="str"><v>x</v></c></row></sheetData>';
  const far = inSheet((xml) => xml.replace("</sheetData>", row));
  expect(await readWorkbook(Buffer.from(far))).toMatchObject({
    ok: false,
    says: { en: expect.stringContaining("much larger") },
  });
});
