import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";

// Each case starts whole processes, which takes its time on a small machine with others at work.
vi.setConfig({ testTimeout: 240_000 });

const cli = resolve(import.meta.dirname, "../../dist/cli.js");
const dir = (): string => mkdtempSync(join(tmpdir(), "house-cli-"));

type Ran = { readonly code: number; readonly out: string; readonly err: string };
const run = async (dataDir: string, ...args: string[]): Promise<Ran> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, ...args], {
      env: { PATH: process.env.PATH ?? "", DATA_DIR: dataDir, COMMUNE: "phu-binh-thai-nguyen" },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    // execFile rejects with the exit code and both outputs.
    const failed = error as { code?: number; stdout?: string; stderr?: string };
    return { code: failed.code ?? 1, out: failed.stdout ?? "", err: failed.stderr ?? "" };
  }
};
const json = (ran: Ran): Record<string, unknown> => JSON.parse(ran.out);

describe("the command line", () => {
  test("ask measures itself on a file of questions", async () => {
    const data = dir();
    const file = join(data, "questions.tsv");
    writeFileSync(file, "cài vneid thế nào\tvneid-cai-dat\nxyz abc khong co\tngoai-pham-vi\n");
    expect(json(await run(data, "ask", "--eval", file, "--json"))).toMatchObject({
      n: 2,
      top1: 1,
      top3: 1,
      misses: [],
    });
  });

  test("demo fills a commune with sample people, labelled; indicators count them; backup and restore keep them", async () => {
    const data = dir();
    expect((await run(data, "demo", "--learners", "40")).code).toBe(0);
    const figures = json(await run(data, "indicators", "--json")).figures as { numerator: number; sample: boolean }[];
    expect(figures[0]?.numerator).toBeGreaterThan(0);
    expect(figures.every((f) => f.sample)).toBe(true);
    const said = json(await run(data, "indicators", "--json")).selfDeclared as {
      indicator: string;
      answered: number;
    }[];
    expect(said.map((f) => f.indicator)).toContain("self:vneid-level2");
    expect(said.every((f) => f.answered > 0)).toBe(true);
    expect((await run(data, "indicators")).out).toMatch(
      /self:cashless .* người đã tự trả lời \(tự khai, chưa đối chiếu\)/,
    );
    const copy = join(data, "copy.db");
    expect((await run(data, "backup", copy)).code).toBe(0);
    const other = dir();
    expect((await run(other, "restore", copy)).code).toBe(0);
    const again = json(await run(other, "indicators", "--json")).figures as { numerator: number }[];
    expect(again[0]?.numerator).toBe(figures[0]?.numerator);
    const rubbish = join(data, "rubbish.db");
    writeFileSync(rubbish, "not a database, only some words that go on for a while".repeat(50));
    const refused = await run(other, "restore", rubbish);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("còn nguyên");
    expect(readdirSync(other).filter((f) => f.includes("before-restore"))).toHaveLength(0);
    expect(existsSync(join(other, "house.db"))).toBe(true);
  });

  test("a breach is noted with its 72 hours, updated, and overdue until the authority was told", async () => {
    const data = dir();
    const about = ["--what", "mất máy tính bảng", "--data", "tên gọi, thôn"];
    const noted = await run(data, "breach", "note", ...about, "--found", "2026-01-05 08:15", "--json");
    const [{ id, due }] = JSON.parse(noted.out) as [{ id: string; due: { is: string } }];
    expect(due.is).toBe("overdue");
    expect((await run(data, "breach", "list")).out).toMatch(/08:15 08\/01\/2026 QUÁ HẠN.*1 sự cố quá hạn/s);
    const told = ["--authority-told", "2026-01-06 09:00", "--people", "40", "--done", "khóa máy từ xa"];
    expect((await run(data, "breach", "update", id, ...told)).out).not.toContain("quá hạn");
    expect((await run(data, "audit", "verify")).code).toBe(0);
  });

  test("targets are the plan's words; an invitation is a code to type; wrong words are said so", async () => {
    const data = dir();
    const { targets } = json(await run(data, "targets", "--json")) as {
      targets: { text: string; clause: string; standing: string }[];
    };
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.some((t) => t.text.includes("VNeID"))).toBe(true);
    expect((await run(data, "invite", "--uses", "3")).out).toMatch(/MOI [2-9A-Z]{4}(?: [2-9A-Z]{4}){2}\n/);
    expect(await run(data, "--help")).toMatchObject({ code: 0, err: "", out: expect.stringContaining("usage") });
    expect(await run(data, "chek", "--json")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^\{"fault":".*check/),
    });
    expect((await run(data, "check")).out).toContain("mọi thứ đều đúng");
  });
});
