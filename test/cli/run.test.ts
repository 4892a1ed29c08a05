import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unzipSync, zipSync } from "fflate";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTaught } from "../../src/app/content.ts";
import { type House, openHouse } from "../../src/app.ts";
import { run } from "../../src/cli/run.ts";
import type { Said } from "../../src/cli/said.ts";
import type { Output, Verb } from "../../src/cli/verb.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { parseConfig } from "../../src/config.ts";
import { cleaned } from "../../src/people/clean.ts";
import { editionOf } from "../../src/report/edition.ts";
import { paperFile } from "../../src/report/paper-file.ts";
import { proofOf } from "../../src/report/proof.ts";
import { mondayClock } from "../house/house.ts";

// Every verb, in every way it can be used, typed three times: in Vietnamese, in English, for a machine.

const root = resolve(import.meta.dirname, "../..");
const loaded = loadTaught(root);
if (!loaded.ok) throw new Error(loaded.fault.cause);
const taught = loaded.value;
const folder = mkdtempSync(join(tmpdir(), "house-verbs-"));
const file = (name: string, content?: string): string => {
  if (content !== undefined) writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const configIn = (name: string) => {
  const parsed = parseConfig(
    { DATA_DIR: join(folder, name), COMMUNE: "phu-binh-thai-nguyen" },
    taught.communes.map((c) => c.code),
  );
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => p.en).join());
  return parsed.config;
};
const config = configIn("data");
const elsewhere = configIn("empty");
let house: House;
beforeAll(async () => {
  const opened = await openHouse(config, taught, pino({ level: "silent" }), mondayClock(), null);
  if (!opened.ok) throw new Error(opened.fault.cause);
  house = opened.value;
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

type Ran = { readonly code: number; readonly out: string; readonly err: string; readonly output: Output | undefined };

/** What was typed first in Vietnamese is not reckoned again for the same words in English: an output holds both. */
const typed = async (words: readonly string[], settings = config, before?: Output): Promise<Ran> => {
  let [out, err] = ["", ""];
  let output: Output | undefined;
  const noting = (verb: Verb): Verb => ({
    ...verb,
    run: async (input) => {
      output = before ?? (await verb.run(input));
      return output;
    },
  });
  const code = await run(words, {
    verbs: Object.fromEntries(Object.entries(verbs).map(([name, verb]) => [name, noting(verb)])),
    taught: () => taught,
    config: () => settings,
    house: async () => house,
    root,
    progress: () => undefined,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ours: (error) => {
      throw error;
    },
  });
  return { code, out, err, output };
};

const backupMade = () => file("copy.db");
const gift = file("quiz.gift", "Máy đang bật? {T}\n\n::Hai::Bấm nút nào? {=Nút xanh ~Nút đỏ}\n");
const questions = file("questions.tsv", "cài vneid thế nào\tvneid-cai-dat\n");
const rubbish = file("rubbish.db", "not a database, only some words that go on for a while".repeat(50));
let serial = 0;
const fresh = (end: string): string => file(`fresh-${++serial}${end}`);

/** What is typed, and the exit code it ends with. A function where every try needs a name of its own. */
type Way = readonly [code: 0 | 1 | 2, typed: readonly string[] | (() => readonly string[]), settings?: typeof config];
const ways: Readonly<Record<string, readonly Way[]>> = {
  ask: [
    [0, ["ask", "cai vneid nhu the nao"]],
    [0, ["ask", "qwzx blorf"]],
    [0, ["ask", "--eval", questions]],
    [1, ["ask", "--eval", file("none.tsv")]],
    [2, ["ask"]],
  ],
  audit: [
    [0, ["audit", "verify"]],
    [1, ["audit", "verify", "--head", "0".repeat(64)]],
    [0, ["audit", "list"]],
    [2, ["audit", "dance"]],
  ],
  backup: [
    [0, () => ["backup", fresh(".db")]],
    [1, ["backup", rubbish]],
    [2, ["backup"]],
  ],
  breach: [
    [0, ["breach", "list"]],
    [0, ["breach", "note", "--what", "mất máy", "--data", "tên gọi", "--found", "2026-01-05 08:15"]],
    [1, ["breach", "update", "nothing", "--people", "1"]],
    [1, ["breach", "list", "--commune", "hue"]],
    [2, ["breach", "note"]],
    [2, ["breach", "note", "--what", "x", "--data", "y", "--found", "hôm qua"]],
    [2, ["breach", "note", "--what", "x", "--data", "y", "--found", "2126-01-01 00:00"]],
    [2, ["breach", "note", "--what", "lộ 001056012345", "--data", "số"]],
    [2, ["breach", "note", "--what", "x", "--data", "y", "--people", "many"]],
    [2, ["breach", "update", "any", "--what", "khác"]],
  ],
  channels: [
    [0, ["channels", "probe"]],
    [2, ["channels", "probe", "fax"]],
    [2, ["channels", "setup", "fax"]],
  ],
  check: [
    [0, ["check", "content/lessons/tra-tien-qr.yaml"]],
    [1, ["check", "content/none.yaml"]],
  ],
  demo: [
    [0, ["demo", "--commune", "kon-chieng-gia-lai", "--learners", "2"]],
    [1, ["demo", "--commune", "hue"]],
    [2, ["demo", "--learners", "many"]],
    [2, ["demo", "--events", "few"]],
  ],
  facts: [
    [0, ["facts", "--on", "2026-11-30"]],
    [0, ["facts", "--due", "--on", "2026-11-30"]],
    [0, ["facts", "diff", "content/facts", "content/facts"]],
    [1, ["facts", "diff", "content/facts", "nowhere"]],
    [2, ["facts", "diff"]],
    [2, ["facts", "--on", "today"]],
  ],
  import: [
    [0, ["import", "gift", gift]],
    [0, () => ["import", "gift", gift, "--out", fresh(".yaml")]],
    [1, ["import", "gift", gift, "--out", rubbish]],
    [1, ["import", "gift", file("none.gift")]],
    [2, ["import", "word", gift]],
    [2, ["import", "gift", gift, "--language", "fr"]],
  ],
  indicators: [
    [0, ["indicators", "--period", "2026-11"]],
    [1, ["indicators", "--commune", "hue"]],
    [2, ["indicators", "--period", "autumn"]],
  ],
  invite: [
    [0, ["invite", "--uses", "3"]],
    [1, ["invite", "--commune", "hue"]],
    [1, ["invite", "--village", "nowhere"]],
    [2, ["invite", "--uses", "many"]],
    [2, ["invite", "--days", "1000"]],
    [2, ["invite", "--label", "CCCD 062044671407"]],
  ],
  migrate: [[0, ["migrate"]]],
  report: [
    [0, ["report", "--period", "2026-q4"]],
    [1, ["report", "--commune", "hue"]],
    ...(["docx", "xlsx", "csv", "json"] as const).map(
      (form): Way => [0, () => ["report", "--format", form, "--out", fresh(`.${form}`)]],
    ),
    [1, ["report", "--format", "json", "--out", join(folder, "no", "folder.json")]],
    [1, ["report", "freeze", "--commune", "hue"]],
    [2, ["report", "--format", "pdf", "--out", "x.pdf"]],
    [2, ["report", "--format", "docx"]],
    [2, ["report", "--period", "2127-01"]],
    [2, ["report", "--period", "2127-01", "--format", "json", "--out", "x.json"]],
    [2, ["report", "freeze", "--duty", "nobody"]],
    [2, ["report", "melt"]],
    [0, ["report", "freeze", "--period", "2026-10"]],
    [2, ["report", "freeze", "--period", "2026-10"]],
    [2, ["report", "freeze", "--period", "2026-10", "--reason", "CCCD 062044671407"]],
    [0, ["report", "freeze", "--period", "2026-10", "--reason", "sửa số dân"]],
    [0, () => ["report", "verify", file("edition.json")]],
    [0, () => ["report", "verify", file("edition.docx")]],
    [1, () => ["report", "verify", file("changed.docx")]],
    [1, () => ["report", "verify", file("changed.json")]],
    [1, () => ["report", "verify", file("doubled.json")]],
    [1, () => ["report", "verify", file("hidden.docx")]],
    [1, ["report", "verify", "/dev/zero"]],
    [1, ["report", "verify", rubbish]],
    [1, ["report", "verify", file("none.docx")]],
  ],
  restore: [
    [0, () => ["restore", backupMade()], elsewhere],
    [1, ["restore", rubbish], elsewhere],
    [1, ["restore", file("none.db")], elsewhere],
    [1, ["restore", rubbish, "--identity", rubbish], elsewhere],
    [2, ["restore"], elsewhere],
  ],
  staff: [
    [0, ["staff", "list"]],
    [1, ["staff", "link", "nobody"]],
    [1, ["staff", "reset", "nobody"]],
    [0, ["staff", "link", "canbo"]],
    [0, ["staff", "reset", "canbo"]],
    [2, ["staff", "link"]],
  ],
  targets: [
    [0, ["targets"]],
    [1, ["targets", "--commune", "hue"]],
  ],
  texts: [
    [0, () => ["texts", "export", "--language", "bdq", "--out", fresh(".xlsx")]],
    [2, ["texts", "export", "--language", "vi"]],
    [0, ["texts", "coverage"]],
    [0, ["texts", "reading"]],
    [1, ["texts", "import", rubbish]],
    [1, ["texts", "import", file("none.xlsx")]],
    [2, ["texts", "import"]],
    [2, ["texts"]],
  ],
};

beforeAll(async () => {
  const by = { who: "operator", from: null, at: house.now() } as const;
  await house.desk.addStaff(
    { id: house.id(), login: cleaned("canbo"), name: cleaned("Cán bộ"), role: "staff", commune: null, villages: null },
    { hash: "none", expiresAt: 0 },
    by,
  );
  expect((await typed(["backup", backupMade()])).code).toBe(0);
  await reportFiles();
});

/** A frozen report as its files, and both with a figure or a word changed afterwards. */
const reportFiles = async (): Promise<void> => {
  const frozen = JSON.parse((await typed(["report", "freeze", "--period", "2026-09", "--json"])).out) as {
    hash: string;
  }; // as the verb says it
  const found = await house.desk.edition(frozen.hash);
  if (!found) throw new Error("not frozen");
  const { report } = editionOf(found.edition);
  const proof = proofOf(found, "https://xa.example");
  file("edition.json", found.edition);
  file("changed.json", found.edition.replace('"number":1', '"number":2'));
  writeFileSync(file("edition.docx"), await paperFile(report, proof));
  const [first, ...others] = report.sections;
  if (!first) throw new Error("no section");
  const changed = { ...report, sections: [{ ...first, paragraphs: ["Xã có 9.999 người đã học."] }, ...others] };
  writeFileSync(file("changed.docx"), await paperFile(changed, proof));
  // Read as JSON the second value under a name counts; somebody who looks sees the first.
  file("doubled.json", `{"number":7,${found.edition.slice(1)}`);
  const parts = unzipSync(readFileSync(file("edition.docx")));
  const body = Buffer.from(parts["word/document.xml"] ?? "").toString();
  const hidden = body.replace("<w:rPr>", "<w:rPr><w:vanish/>");
  writeFileSync(file("hidden.docx"), zipSync({ ...parts, "word/document.xml": Buffer.from(hidden) }));
};

test("every verb is here, and every way its help tells of", () => {
  expect(Object.keys(ways)).toEqual(Object.keys(verbs));
  for (const [name, { words = "" }] of Object.entries(verbs)) {
    const used = (ways[name] ?? []).map(([, w]) => (typeof w === "function" ? w() : w)).map(([, word]) => word);
    for (const [word] of words.matchAll(/(?<![A-Za-z-])[a-z]{3,}(?![a-z-])/gu))
      if (!words.slice(words.indexOf("[")).includes(word)) expect(used, name).toContain(word);
  }
});

const all = Object.values(ways).flat();
const named = all.map(([code, w, settings]) => {
  const words = typeof w === "function" ? w : () => w;
  return [(typeof w === "function" ? w() : w).join(" ").replaceAll(folder, ""), code, words, settings] as const;
});

test.each(named)("%s", async (_, code, words, settings) => {
  const all = words();
  const vi = await typed(all, settings);
  const en = await typed([...all, "--lang", "en"], settings, vi.output);
  const machine = await typed([...all, "--json"], settings, vi.output);
  expect([vi.code, en.code, machine.code]).toEqual([code, code, code]);
  // Read by a machine: one value, on the way it is looked for.
  const told: unknown = JSON.parse(machine.out || machine.err);
  const refused = vi.out === "";
  expect(machine.out === "").toBe(refused);
  if (refused) expect(told).toEqual({ fault: expect.stringMatching(/\S/) });
  // Read by people: all of it in their language, and nothing that only the program understands.
  for (const { out, err } of [vi, en]) expect(out + err).not.toMatch(/undefined|\[object|NaN|\{\{/);
  for (const said of saidIn(vi.output)) {
    if (typeof said !== "string") {
      expect(
        !/\p{L}{2,} \p{L}{2,}/u.test(said.vi) || said.vi !== said.en,
        `the same in both languages: ${said.vi}`,
      ).toBe(true);
      expect(said.en, "Vietnamese where English is asked for").not.toMatch(vietnameseAlone);
    } else expect(said, "a sentence in one language").not.toMatch(/\p{L}{2,} \p{L}{2,}/u);
  }
});

/** A sentence of ours in one language has such words; names of places and words of people do not stand alone. */
const vietnameseAlone = /^\P{L}*(?:không|chưa|đã|phải|hãy)\s/iu;

/** Everything a verb says but for cells that hold words of people, of the plan or of the content. */
const saidIn = (output: Output | undefined): readonly Said[] => {
  if (!output) return [];
  if ("misused" in output) return [output.misused];
  if ("fault" in output) return [output.fault];
  const { lines, table, after = [] } = output;
  const bilingual = (table?.rows ?? []).flat().filter((cell) => typeof cell === "object" && cell !== null);
  const ofContent = (line: Said): boolean => typeof line === "string" && /^(?:#|\s|[a-z]+:|- )/u.test(line);
  return [...lines, ...after].filter((line) => !ofContent(line)).concat(table?.head ?? [], bilingual);
};

test("ask names the topic it found", async () => {
  expect((await typed(["ask", "cai vneid nhu the nao"])).out).toContain("guide:vneid-cai-dat");
});

test("a Word file that was changed after freezing is told line by line", async () => {
  const { out } = await typed(["report", "verify", file("changed.docx")]);
  expect(out).toContain("Ủy ban nhân dân xã Phú Bình báo cáo kết quả");
  expect(out).toContain("  + Xã có 9.999 người đã học.");
  expect(out).not.toContain("I. KẾT QUẢ SO VỚI CHỈ TIÊU");
});

test("a backup that is there is not written over, in a sentence of either language", async () => {
  const there = file("there.db");
  copyFileSync(rubbish, there);
  expect((await typed(["backup", there])).err).toContain("không bao giờ bị ghi đè");
  expect((await typed(["backup", there, "--lang", "en"])).err).toContain("never overwrites");
});
