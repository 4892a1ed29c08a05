import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadCommunes, readCommune } from "../../src/communes/load.ts";
import { SAMPLE } from "./sample.ts";

const FILE = "xa-mau-tinh-mau.yaml";

/** The line of the first fault and all sentences, after one change to the sample. */
function faultsOf(from: string, to: string) {
  const changed = SAMPLE.replace(from, to);
  expect(changed).not.toBe(SAMPLE);
  const read = readCommune(FILE, changed);
  if (!Array.isArray(read)) throw new Error("the broken sample was accepted");
  expect(read.every((fault) => fault.file === FILE)).toBe(true);
  return read.map(({ line, says }) => `${line}: ${says}`);
}

test("the sample itself holds, with quiet hours by default and texts in one piece", () => {
  const read = readCommune(FILE, SAMPLE);
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  expect(read.quiet_hours).toEqual([
    { from: "21:00", to: "06:30" },
    { from: "11:30", to: "13:30" },
  ]);
});

test("a row split over pages is read in one piece and keeps its pieces", () => {
  const read = readCommune(
    FILE,
    SAMPLE.replace(`text: "Có ≥ 85% người dân có VNeID."`, `text: ["Có ≥ 85% người dân", "có VNeID."]`),
  );
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  expect(read.targets[0]?.text).toBe("Có ≥ 85% người dân có VNeID.");
  expect(read.targets[0]?.pieces.text).toEqual(["Có ≥ 85% người dân", "có VNeID."]);
});

describe("a broken file is refused at its line, in a plain sentence", () => {
  const cases: [name: string, from: string, to: string, fault: string][] = [
    ["a missing field", '    unit: "%"\n', "", "17: targets[0] (vneid-2025) unit: is missing"],
    [
      "an unknown field",
      "    clause: I.1",
      "    clase: I.1",
      '19: targets[0] (vneid-2025): there is no field called "clase"',
    ],
    [
      "an unknown indicator",
      "self:vneid-level2",
      "self:vneid",
      "27: targets[0] (vneid-2025) indicator: Invalid option",
    ],
    ["an unknown operator", 'operator: ">="', 'operator: "=>"', "22: targets[0] (vneid-2025) operator: Invalid option"],
    [
      "a value that the text does not have",
      "value: 85",
      "value: 58",
      "23: targets[0] (vneid-2025) value: 58 does not stand in the text",
    ],
    [
      "a figure without its value",
      "value: 85",
      "value: null",
      "23: targets[0] (vneid-2025) value: must be a number, because the operator is >=",
    ],
    [
      "a population in our own words",
      "population: người dân",
      "population: cư dân",
      "25: targets[0] (vneid-2025) population: must be words of the text",
    ],
    [
      "no year and no reason",
      "    horizon_note: { vi: không ghi năm, en: no year }\n",
      "",
      "30: targets[1] (movement) horizon_note: must say why there is no year",
    ],
    [
      "an id that is not series and horizon",
      "id: vneid-2025",
      "id: vneid-2030",
      '17: targets[0] (vneid-2030) id: must be "vneid-2025": the series and its horizon',
    ],
    [
      "a flag that is not there",
      "flags: [falls]",
      "flags: [fals]",
      '29: targets[0] (vneid-2025) flags[0]: "fals" is no flag about targets',
    ],
    [
      "a self-declared indicator counted as the bot's",
      "measured: self",
      "measured: bot",
      "27: targets[0] (vneid-2025) indicator: `self:` indicators belong to measured: self, and only there",
    ],
    [
      "a code that is not the file's",
      "code: xa-mau-tinh-mau",
      "code: xa-mau",
      "2: the file must be called xa-mau.yaml, like the code in it",
    ],
    ["a key given twice", "name: Mẫu\n", "name: Mẫu\nname: Mẫu\n", "4: Map keys must be unique"],
  ];
  test.each(cases)("%s", (_name, from, to, expected) => {
    expect(faultsOf(from, to)).toContainEqual(expect.stringContaining(expected));
  });

  test("two targets with one id", () => {
    const again = SAMPLE.replace(
      "  - id: movement\n    series: movement",
      "  - id: vneid-2025\n    series: vneid",
    ).replace("horizon: null", "horizon: 2025");
    expect(readCommune(FILE, again)).toContainEqual({
      file: FILE,
      line: 30,
      says: 'targets[1] (vneid-2025) id: "vneid-2025" is already taken above',
    });
  });

  test("a flag that nobody carries", () => {
    expect(faultsOf("flags: [falls]", "flags: []")).toEqual([
      "46: flags[0] (falls) about: no target carries this flag; give it to one, or say `about: commune`",
    ]);
  });
});

describe("a directory", () => {
  const dirs: string[] = [];
  const directory = (files: Record<string, string>): string => {
    const dir = mkdtempSync(join(tmpdir(), "communes-"));
    dirs.push(dir);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
    return dir;
  };
  afterEach(() => {
    for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
  });

  test("tells the faults of all its files at once, as file:line", () => {
    const loaded = loadCommunes(
      directory({
        "a.yaml": SAMPLE.replace("value: 85", "value: 58"),
        "b.yaml": "spec: 1\ncode: [",
        "notes.txt": "not a commune",
      }),
    );
    if (loaded.ok) throw new Error("accepted");
    expect(loaded.fault.code).toBe("FLOW_INVALID");
    expect(loaded.fault.cause).toMatch(/^a\.yaml:23: targets\[0\] \(vneid-2025\) value: 58 .*\nb\.yaml:2: /);
  });

  test("without a commune, or that is not there, is a fault and not an empty house", () => {
    expect(loadCommunes(directory({})).ok).toBe(false);
    expect(loadCommunes(join(tmpdir(), "no-such-directory-of-communes")).ok).toBe(false);
  });
});
