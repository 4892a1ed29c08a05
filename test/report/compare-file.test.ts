import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { differsFrom } from "../../src/report/compare-file.ts";
import { compose } from "../../src/report/compose.ts";
import { docxOf } from "../../src/report/docx.ts";
import { linesOfDocx } from "../../src/report/docx-lines.ts";
import { draft } from "../../src/report/draft.ts";
import { proofOf } from "../../src/report/proof.ts";
import type { Report } from "../../src/report/report.ts";
import { zipParts } from "../../src/report/zip-parts.ts";
import { communes, givenFor } from "./given.ts";

// Somebody has the frozen Word file, Word, a ZIP program and a reason. Whatever they show another reader, the check tells
// of it or says that it cannot compare; a file that was only opened and saved again still holds.

const [commune] = communes;
if (!commune) throw new Error("no commune");
const given = givenFor(
  commune,
  [
    { name: "Xóm 21", adults: 2_021, learnt: 21, passed: 20 },
    { name: "Xóm 2", adults: 200, learnt: 30, passed: 10 },
    { name: "Xóm 3", adults: null, learnt: 12, passed: 0 },
  ],
  { adults: 2_400 },
);
const report = compose(given, {
  ...draft(given),
  proposals: "Xin thêm máy & mạng.",
  signer: "Nguyễn Thị Mẫu",
}) as Report; // no bracket in it
const frozen = { hash: "0123456789abcdef".repeat(4), number: 1, frozenAt: 1_790_000_000_000 };
/** One point, transparent: the pictures themselves are drawn elsewhere (report/paper-file.ts). */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const paperOf = async (of: Report, url = "https://xa.example"): Promise<Buffer> =>
  Buffer.from(await docxOf(of, { chart: dot, proof: { says: proofOf(frozen, url).says, qr: dot } }));

let paper: Buffer;
let xml = "";
beforeAll(async () => {
  paper = await paperOf(report);
  xml = zipParts(paper)?.get("word/document.xml")?.toString() ?? "";
});

type Parts = Readonly<Record<string, string | Uint8Array>>;
/** The paper with parts of it replaced or put in. */
const withParts = (parts: Parts): Buffer => {
  const all = Object.entries({ ...unzipSync(paper), ...parts });
  return Buffer.from(
    zipSync(Object.fromEntries(all.map(([name, part]) => [name, typeof part === "string" ? Buffer.from(part) : part]))),
  );
};
const withBody = (change: (xml: string) => string): Buffer => {
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return withParts({ "word/document.xml": changed });
};
const told = (file: Buffer) => {
  const read = linesOfDocx(file);
  return read === null || "unclear" in read ? read : differsFrom(read.lines, report, frozen);
};
const same = { missing: [], added: [] };
/** The paper with something put before everything else. */
const withFirst = (put: string): Buffer => withBody((whole) => whole.replace("<w:body>", `<w:body>${put}`));

describe("the frozen file holds", () => {
  test("as it was made, for every plan, also where the house has another address by now", async () => {
    expect(told(paper)).toEqual(same);
    expect(told(await paperOf(report, "https://hoc.xa-khac.example:8443"))).toEqual(same);
    for (const of of communes) {
      const about = givenFor(of, [{ name: "Làng Đê", adults: 90, learnt: 50, passed: 4 }], { adults: 90 });
      const made = compose(about, { ...draft(about), next: "Dán từ nơi khác:\u000b\u0002hết\tdòng." });
      if ("unknown" in made) throw new Error(made.unknown);
      for (const one of [made, { ...made, sample: true }]) {
        const read = linesOfDocx(await paperOf(one));
        if (read === null || "unclear" in read) throw new Error(JSON.stringify(read));
        expect(differsFrom(read.lines, one, frozen), of.code).toEqual(same);
      }
    }
  });

  test("opened and saved by a program that cuts runs, marks its place and writes signs by their number", () => {
    const saved = withBody((whole) =>
      whole
        .replace(/<w:t([^>]*)>([^<]{2})([^<]*)<\/w:t><\/w:r>/g, (_, how, start, rest) =>
          [
            `<w:t${how}>${start}</w:t></w:r><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="a>b"/>`,
            `<w:r><w:rPr><w:vanish w:val="0"/><w:rtl w:val="false"/></w:rPr><w:lastRenderedPageBreak/>`,
            `<w:t xml:space="preserve">${rest}</w:t></w:r>`,
          ].join(""),
        )
        .replace(/ế/g, "&#x1EBF;")
        .replace(/ọ/g, "&#7885;")
        .replaceAll("<w:tbl>", `<w:p><w:pPr/></w:p><w:tbl>`),
    );
    expect(told(saved)).toEqual(same);
  });
});

describe("told line by line", () => {
  const cell = (of: string): string => `>${of}</w:t>`;

  test("a figure of a table whose old number stands in other places too", () => {
    const row = xml.split("<w:tr>").find((tr) => tr.includes(cell("Xóm 21"))) ?? "";
    expect(row).toContain(cell("21"));
    const differs = told(withBody((whole) => whole.replace(row, row.replace(cell("21"), cell("12")))));
    expect(differs).toEqual({
      missing: [expect.stringContaining("| Xóm 21 | 2.021 | 21 |")],
      added: [expect.stringContaining("| Xóm 21 | 2.021 | 12 |")],
    });
  });

  test("a figure that moved into the empty cell beside it, and two lines that changed places", () => {
    const row = xml.split("<w:tr>").find((tr) => tr.includes(cell("Xóm 3"))) ?? "";
    const cells = row.split("<w:tc>");
    const at = cells.findIndex((tc) => tc.includes(cell("12")));
    const moved = cells.map((tc, i) => (i === at ? (cells[at - 1] ?? "") : i === at - 1 ? (cells[at] ?? "") : tc));
    expect(told(withBody((whole) => whole.replace(row, moved.join("<w:tc>"))))).not.toEqual(same);
    const [a = "", b = ""] = xml.split("<w:tr>").filter((tr) => /Xóm (?:2|3)</.test(tr));
    const turned = (whole: string) => whole.replace(a, "@").replace(b, a).replace("@", b);
    expect(told(withBody(turned))).toEqual({ missing: [expect.any(String)], added: [expect.any(String)] });
  });

  test("a sentence, a picture or a row that was put in, and one that was taken out", () => {
    const sentence = "<w:p><w:r><w:t>Xã đã đạt mọi chỉ tiêu.</w:t></w:r></w:p>";
    expect(told(withFirst(sentence))).toEqual({
      missing: [],
      added: ["Xã đã đạt mọi chỉ tiêu."],
    });
    const [, picture = ""] = /(<w:drawing>.*?<\/w:drawing>)/s.exec(xml) ?? [];
    expect(told(withFirst(`<w:p><w:r>${picture}</w:r></w:p>`))).toEqual({
      missing: [],
      added: ["[hình]"],
    });
    expect(told(withBody((whole) => whole.replace(/<w:tr>(?:(?!<w:tr>).)*Xóm 21<.*?<\/w:tr>/s, "")))).toMatchObject({
      missing: [expect.stringContaining("Xóm 21")],
      added: [],
    });
  });

  test("words at the head of every page, and not the number that is there", () => {
    const header = (words: string) =>
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>${words}</w:t></w:r></w:p></w:hdr>`;
    expect(told(withParts({ "word/header2.xml": header("2") }))).toEqual(same);
    expect(told(withParts({ "word/header9.xml": header("Đã kiểm tra") }))).toEqual({
      missing: [],
      added: ["Đã kiểm tra"],
    });
  });

  test("one sign of any line", () => {
    // The address of the house is named to whoever checks, not compared.
    const all = [...xml.matchAll(/<w:t[^>]*>[^<]*[\p{L}\d][^<]*<\/w:t>/gu)];
    const texts = all.filter(([text]) => !text.includes("kiem-bao-cao"));
    expect(texts.length).toBe(all.length - 1);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom("9", "x", "ộ", "\u202E", "\u200B"), (one, at, sign) => {
        const found = texts[one % texts.length];
        if (!found) return;
        const [run] = found;
        const words = run.slice(run.indexOf(">") + 1, -"</w:t>".length);
        const letters = [...words.matchAll(/[\p{L}\d](?![^&]*;)/gu)];
        const place = letters[at % letters.length]?.index ?? 0;
        const changed = `${words.slice(0, place)}${sign === words[place] ? "8" : sign}${words.slice(place + 1)}`;
        const [before, after] = [xml.slice(0, found.index), xml.slice(found.index + run.length)];
        const file = withParts({ "word/document.xml": `${before}${run.replace(words, changed)}${after}` });
        expect(told(file)).not.toEqual(same);
      }),
      { numRuns: 40 },
    );
  });

  test("another number, day or code of the edition, or no address behind it", () => {
    for (const [was, is] of [
      ["Bản chốt số 1", "Bản chốt số 2"],
      ["Mã kiểm tra: 0123", "Mã kiểm tra: 0124"],
      ["/kiem-bao-cao/", "/khac/"],
      ["https://", "javascript:"],
    ] as const)
      expect(told(withBody((whole) => whole.replace(was, is))), is).not.toEqual(same);
  });

  test("a file with a hundred times as much in it, without taking its length squared", () => {
    const more = Array.from({ length: 60_000 }, (_, n) => `<w:p><w:r><w:t>${n}</w:t></w:r></w:p>`).join("");
    expect(told(withFirst(more))).not.toEqual(same);
  });
});

describe("not compared, because it could show other words than it holds", () => {
  const run = (inside: string, how = "") => `<w:p><w:r><w:rPr>${how}</w:rPr>${inside}</w:r></w:p>`;
  test.each([
    ["words that are hidden", run("<w:t>a</w:t>", "<w:vanish/>"), "w:vanish"],
    ["words that are white", run("<w:t>a</w:t>", '<w:color w:val="FFFFFF"/>'), "w:color"],
    ["words too small to be seen", run("<w:t>a</w:t>", '<w:sz w:val="2"/>'), "w:sz"],
    ["figures turned around", run("<w:t>12</w:t>", "<w:rtl/>"), "w:rtl"],
    ["a field that shows what it works out", run("<w:instrText>= 5 + 7</w:instrText>"), "w:instrText"],
    ["a sign by its number", run('<w:sym w:font="Arial" w:char="0039"/>'), "w:sym"],
    ["a formula", "<m:oMath><m:r><m:t>99</m:t></m:r></m:oMath>", "m:oMath"],
    ["a drawing of letters", run("<w:pict><v:shape/></w:pict>"), "w:pict"],
    [
      "a box with words over the page",
      run(
        "<w:drawing><wps:wsp><w:txbxContent><w:p><w:r><w:t>99</w:t></w:r></w:p></w:txbxContent></wps:wsp></w:drawing>",
      ),
      "wps:wsp",
    ],
    ["another choice for other programs", run("<mc:AlternateContent/>"), "mc:AlternateContent"],
    ["a list that numbers itself", '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:p>', "w:numId"],
    ["changes that are kept", "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>", "w:ins"],
    ["words of another name space", "<x:p><x:t>a</x:t></x:p>", "x:p"],
    ["another meaning of our names", '<w:p xmlns:w="urn:nothing"></w:p>', "w:p"],
    ["a note for the reader", "<!-- a -->", "word/document.xml"],
    ["a table within a table", "<w:tbl><w:tr><w:tc><w:tbl></w:tbl></w:tc></w:tr></w:tbl>", "w:tbl"],
    ["an unknown sign", run("<w:t>&nothing;</w:t>"), "&nothing;"],
    ["white between other marks", run("<w:t>a</w:t>", "<w:color w:val='FFFFFF'/>"), "word/document.xml"],
    ["white by its number", run("<w:t>a</w:t>", '<w:color w:val="&#70;FFFFF"/>'), "w:color"],
    ["white by the theme", run("<w:t>a</w:t>", '<w:color w:val="auto" w:themeColor="background1"/>'), "w:color"],
    ["what does not close", "<w:p><w:r></w:p>", "w:p"],
  ])("%s", (_, put, why) => {
    expect(told(withFirst(put))).toEqual({ unclear: why });
  });

  test("the original hidden where the styles say it, or the document in another part", () => {
    const styles = zipParts(paper)?.get("word/styles.xml")?.toString() ?? "";
    const hidden = styles.replace("<w:rPr>", "<w:rPr><w:vanish/>");
    expect(hidden).not.toBe(styles);
    expect(told(withParts({ "word/styles.xml": hidden }))).toEqual({ unclear: "w:vanish" });
    const rels = zipParts(paper)?.get("_rels/.rels")?.toString() ?? "";
    const other = rels.replace('Target="word/document.xml"', 'Target="word/other.xml"');
    expect(other).not.toBe(rels);
    const hiddenTarget = rels.replace(
      "<Relationship ",
      "<Relationship Type='&#x6f;fficeDocument' Target='a' /><Relationship ",
    );
    for (const root of [other, hiddenTarget, hiddenTarget.replaceAll("'", '"')])
      expect(told(withParts({ "_rels/.rels": root, "word/other.xml": xml }))).toEqual({ unclear: "_rels/.rels" });
    // A part whose beginning hides what it is, or that is written in signs this does not read.
    for (const part of [
      "<!-- <w:a> --><w:hdr/>",
      '<?xml version="1.0" encoding="UTF-7"?><w:hdr/>',
      "\uFEFF\u0000<w:hdr/>",
    ])
      expect(told(withParts({ "word/header9.xml": part }))).toEqual({ unclear: "word/header9.xml" });
  });
});

describe("no Word file at all, where two programs could find two documents in it", () => {
  /** The paper with a second part of a name: written under another one of the same length, and renamed in the bytes. */
  const twice = (as: string, name: string): Buffer => {
    const file = withParts({ [as]: xml });
    for (let at = file.indexOf(as); at >= 0; at = file.indexOf(as, at)) file.write(name, at);
    return file;
  };

  test("a name twice, in whatever letters, and a name only one of them reads", () => {
    expect(told(twice("word/documenX.xml", "word/document.xml"))).toBeNull();
    expect(told(twice("word/documenX.xml", "word/DOCUMENT.xml"))).toBeNull();
    expect(told(withParts({ "word/%64ocument.xml": xml }))).toBeNull();
  });

  test("something behind the end, before the table, or another name where the part begins", () => {
    expect(told(Buffer.concat([paper, Buffer.from("x")]))).toBeNull();
    expect(told(Buffer.concat([paper, paper]))).toBeNull();
    expect(told(Buffer.concat([Buffer.from("x"), paper]))).toBeNull();
    const renamed = Buffer.from(paper);
    renamed.write("word/documenX.xml", renamed.indexOf("word/document.xml"));
    expect(told(renamed)).toBeNull();
  });

  test("one that unpacks to more than any report, or to something else than it says", () => {
    expect(told(withParts({ "word/media/a.bin": new Uint8Array(30_000_000) }))).toBeNull();
    expect(told(Buffer.alloc(9_000_000))).toBeNull();
    for (let n = 0; n < 300; n += 1) {
      const broken = Buffer.from(paper);
      const at = Math.floor((n * paper.length) / 300);
      broken.writeUInt8(broken.readUInt8(at) ^ 0xff, at);
      const read = told(broken);
      // Bytes that say when a part was written, or by which program, change nothing that is read.
      if (read !== null && !("unclear" in read)) expect(read).toEqual(same);
    }
    expect(told(Buffer.from("PK"))).toBeNull();
    expect(told(Buffer.alloc(0))).toBeNull();
  });
});
