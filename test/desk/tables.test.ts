import readXlsx from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pages } from "../../src/desk/pages.ts";
import { csvOf } from "../../src/ui/csv.ts";
import { xlsxOf } from "../../src/ui/xlsx.ts";
import { furnished } from "./forms.ts";
import { fact, type House, logIn, NOON } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await furnished();
  fact(h, "a-xa", { learner: "p1", village: "v1", what: "lesson-finished", ref: "bai-a", at: NOON - 86_400_000 });
});
afterEach(() => h.close());

const filesOf = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]+\/tai\/[^"]+)"/g)].map(([, url = ""]) => url.replaceAll("&amp;", "&"));

describe("every table of the desk can be taken away", () => {
  test("each as Excel and twice as CSV, with the heads of the page among its columns", async () => {
    const b = await logIn(h, "administrator", "a-xa");
    let tables = 0;
    for (const { path } of pages) {
      const { body } = await b.get(`/desk/a-xa${path}`);
      for (const [table, rest] of tablesOf(body)) {
        tables += 1;
        const files = filesOf(rest.slice(0, rest.indexOf("</nav>")));
        expect([path, files.length, files.map((f) => /\.(\w+)\?/.exec(f)?.[1])]).toEqual([
          path,
          3,
          ["xlsx", "csv", "csv"],
        ]);
        const [excel = "", semicolons = "", commas = ""] = files;
        const heads = [...table.matchAll(/<th scope="col"[^>]*>([^<]+)<\/th>/g)].map((m) => m[1] ?? "");
        const xlsx = await b.get(excel);
        expect([excel, xlsx.statusCode, xlsx.headers["cache-control"]]).toEqual([excel, 200, "no-store"]);
        const [sheet] = await readXlsx(xlsx.rawPayload);
        const head = (sheet?.data[0] ?? []).map(String);
        for (const shown of heads.filter((text) => !["Sửa", "Thu hồi"].includes(text))) expect(head).toContain(shown);
        for (const [url, between] of [
          [semicolons, ";"],
          [commas, ","],
        ] as const) {
          const csv = (await b.get(url)).body;
          expect(csv.startsWith("\uFEFF")).toBe(true);
          expect(
            csv
              .split("\r\n")[0]
              ?.replace(/"[^"]*"/g, "")
              .split(between).length,
          ).toBe(head.length);
        }
      }
    }
    expect(tables).toBeGreaterThanOrEqual(12);
  });

  test("what was taken stands in the security log, with how much", async () => {
    const b = await logIn(h, "staff", "a-xa");
    await b.get("/desk/a-xa/tai/noi.xlsx?ky=2026-11");
    await b.get("/desk/a-xa/giay/tai/giay.csv");
    const rows = await h.deps.store.securityLog({ commune: "a-xa", kinds: ["exported"], most: 9 });
    expect(rows.map((row) => row.after)).toEqual([
      '{"page":"/giay giay","form":"csv","period":null,"rows":1}',
      '{"page":"/ noi","form":"xlsx","period":"2026-11","rows":2}',
    ]);
  });

  test("an unknown table or form is no file, and strangers get none", async () => {
    const b = await logIn(h, "staff", "a-xa");
    for (const file of ["khong-co.csv", "noi.exe", "noi", "__proto__.csv", "noi.csv.xlsx.csv"])
      expect([file, (await b.get(`/desk/a-xa/tai/${file}`)).statusCode]).toEqual([
        file,
        file.startsWith("noi.csv") ? 200 : 404,
      ]);
    expect((await b.get("/desk/b-xa/tai/noi.csv")).statusCode).toBe(404);
    expect((await h.app.inject({ url: "/desk/a-xa/tai/noi.csv" })).statusCode).toBe(303);
  });
});

/** The tables of a page, each with what follows it. */
const tablesOf = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<table class="t\b.*?<\/table>/gs)].map((m) => [m[0], html.slice(m.index + m[0].length)]);

describe("cells", () => {
  const hostile = ["=1+1", "+84", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\u0000=1"];
  const sheet = {
    title: "Bảng: mẫu/thử [1]",
    head: ["Nơi", "Số", "Tỷ lệ", "Ngày", "Lúc"],
    rows: [
      ['Xóm “1”; "a"', 6480, { percent: 82.5 }, { day: "2026-11-22" }, { at: NOON }],
      ["Xóm, 2\nhai", 0.5, null, null, null],
      ...hostile.map((text) => [text, -5, null, null, null]),
    ],
  } as const;

  test("as CSV for a Vietnamese spreadsheet and for a program", () => {
    expect(csvOf(sheet, ";").split("\r\n").slice(0, 3)).toEqual([
      "\uFEFFNơi;Số;Tỷ lệ;Ngày;Lúc",
      '"Xóm “1”; ""a""";6480;82,5%;22/11/2026;22/11/2026 14:05',
      '"Xóm, 2\nhai";0,5;;;',
    ]);
    expect(csvOf(sheet, ",").split("\r\n")[1]).toBe('"Xóm “1”; ""a""",6480,82.5%,2026-11-22,2026-11-22 14:05');
  });

  test("none begins like a formula, and numbers stay numbers", () => {
    for (const between of [";", ","] as const) {
      const csv = csvOf(sheet, between);
      for (const text of hostile) expect(csv).toContain(`'${text}`);
      expect(csv).toContain(`${between}-5${between}`);
    }
  });

  test("as Excel each of its own kind, words never run", async () => {
    const bytes = await xlsxOf(sheet);
    const [read] = await readXlsx(bytes);
    expect(read?.sheet).not.toMatch(/[[\]:*?/\\]/);
    expect(read?.data[1]?.slice(0, 2)).toEqual(['Xóm “1”; "a"', 6480]);
    expect(Number(read?.data[1]?.[2])).toBeCloseTo(0.825);
    expect(read?.data[1]?.[3]).toEqual(new Date("2026-11-22T00:00:00Z"));
    // 14:05 in Viet Nam is what it shows.
    expect(read?.data[1]?.[4]).toEqual(new Date("2026-11-22T14:05:00Z"));
    expect(read?.data[3]?.[0]).toBe("=1+1");
    expect(bytes.includes("<f>")).toBe(false);
  });
});
