import { describe, expect, test } from "vitest";
import { readCommune } from "../../src/communes/load.ts";
import type { Commune } from "../../src/communes/schema.ts";
import { compareWithDocument } from "../../src/communes/verbatim.ts";
import { SAMPLE } from "./sample.ts";

const DOCUMENT = `Xã Mẫu, Tỉnh Mẫu, các thôn
I.1 Có ≥ 85% người
dân có VNeID.
I.2 Triển khai phong trào “Học tập số”.
II. báo cáo hằng
   năm`;

function commune(change: (text: string) => string = (text) => text): Commune {
  const read = readCommune("xa-mau-tinh-mau.yaml", change(SAMPLE));
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  return read;
}

test("line breaks and spaces do not matter", () => {
  expect(compareWithDocument(commune(), DOCUMENT)).toEqual([]);
});

describe("is told", () => {
  const says = (document: string, change?: (text: string) => string) =>
    compareWithDocument(commune(change), document).join("\n");

  test("a letter that differs in a target", () => {
    expect(says(DOCUMENT.replace("Triển khai", "Triển  khaỉ"))).toMatch(/^movement: is not in the document/);
  });
  test("a quote of a flag that differs", () => {
    expect(says(DOCUMENT, (text) => text.replace('text: "Có ≥ 85% người dân"', 'text: "Có ≥ 80% người dân"'))).toMatch(
      /^flag falls, I\.1: is not/,
    );
  });
  test("a report duty that differs", () => {
    expect(says(DOCUMENT.replace("hằng", "hàng"))).toMatch(/^report yearly: is not in the document/);
  });
  test("a figure of the document that nobody entered", () => {
    expect(says(`${DOCUMENT} và 40% thôn có wifi`)).toMatch(/^no target holds this figure: .*40%/);
  });
  test("targets in another order than the document", () => {
    const turned = DOCUMENT.replace(/I\.2.*\n/u, "").replace("I.1", "I.2 Triển khai phong trào “Học tập số”. I.1");
    expect(says(turned)).toMatch(/^movement: stands above the target before it/);
  });
  test("a name said to be in the document that is only part of another word", () => {
    expect(says(DOCUMENT.replace("các thôn", "hệ thông tin"))).toBe("unit: “thôn” is not in the document");
  });
  test("a name said not to be there that is", () => {
    expect(says(`${DOCUMENT} Tổ Công nghệ số cộng đồng`)).toMatch(/^team: .* so team_in_text is true$/);
  });
});

describe("a table", () => {
  const table = commune((text) => {
    const [head = "", rest = ""] = text.split("targets:\n");
    const flags = rest.slice(rest.indexOf("\nflags:\n"));
    return `${head}targets:${[
      cell("a", "mục 1", "Một", 2025, "70%", 70),
      cell("a", "mục 1", "Một", 2030, "100%", 100),
      cell("b", "mục 2", "Hai", 2030, "≥ 8%", 8),
    ].join("")}${flags}`;
  });
  const others = "Tỉnh Mẫu thôn Học tập số Có ≥ 85% người dân báo cáo hằng năm";
  const placed = (document: string) =>
    compareWithDocument(table, document).filter((says) => !says.startsWith("no target"));

  test("agrees with its wording and its cells, column by column", () => {
    expect(placed(`1 Một 70% 100% 2 Hai - ≥ 8% ${others}`)).toEqual([]);
  });
  test.each([
    ["another value", `Một 70% 90% Hai - ≥ 8% ${others}`, /^a \(mục 1\)/],
    ["a value under another year", `Một 70% 100% Hai ≥ 8% - ${others}`, /^b \(mục 2\)/],
    ["a cell that the seed left out", `Một 70% 100% Hai 5% ≥ 8% ${others}`, /^b \(mục 2\)/],
  ])("refuses %s", (_name, document, fault) => {
    expect(placed(document)[0]).toMatch(fault);
  });
});

test("who leads and by when are looked for inside the row only", () => {
  const led = commune((text) => text.replace("    horizon: 2025\n", "    lead: Công an xã\n    horizon: 2025\n"));
  expect(compareWithDocument(led, DOCUMENT.replace("VNeID.", "VNeID. Công an\nxã"))).toEqual([]);
  expect(compareWithDocument(led, `${DOCUMENT} Công an xã`)[0]).toMatch(/^vneid-2025: is not in the row/);
});

function cell(series: string, clause: string, text: string, horizon: number, words: string, value: number): string {
  return `
  - id: ${series}-${horizon}
    series: ${series}
    clause: ${clause}
    text: ${text}
    cell: "${words}"
    horizon: ${horizon}
    operator: "${words.startsWith("≥") ? ">=" : "="}"
    value: ${value}
    unit: "%"
    population: null
    measured: staff
    indicator: null
    label: { vi: ${text}, en: ${text} }
    flags: [falls]`;
}
